/** What is said about pickles. */
import english from '../../messages/en/formats/pickle.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('formats/pickle', english);
