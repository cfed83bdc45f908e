/** What is said about zip archives. */
import english from '../../messages/en/formats/zip-archive.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('formats/zip-archive', english);
