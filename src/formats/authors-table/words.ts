/** What is said about the authors’ tables. */
import english from '../../messages/en/formats/authors-table.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('formats/authors-table', english);
