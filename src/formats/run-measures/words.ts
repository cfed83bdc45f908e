/** What is said about measures of runs. */
import english from '../../messages/en/formats/run-measures.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('formats/run-measures', english);
