/** What is said about a run that trains. */
import english from '../messages/en/worker/training.json';
import { createWords } from '../messages/words.ts';

export const words = createWords('worker/training', english);
