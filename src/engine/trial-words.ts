/** What is said about engines that were tried. */
import english from '../messages/en/engine/trials.json';
import { createWords } from '../messages/words.ts';

export const words = createWords('engine/trials', english);
