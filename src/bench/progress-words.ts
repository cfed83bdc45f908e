/** How far a case is, in words. */
import english from '../messages/en/bench/progress.json';
import { createWords } from '../messages/words.ts';

export const progressWords = createWords('bench/progress', english);
