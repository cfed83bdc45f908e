/** What is said about the layouts of networks. */
import english from '../../messages/en/formats/layouts.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('formats/layouts', english);
