/** What is said about files of runs. */
import english from '../messages/en/worker/run-file.json';
import { createWords } from '../messages/words.ts';

export const words = createWords('worker/run-file', english);
