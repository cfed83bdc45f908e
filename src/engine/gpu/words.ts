/** What is said about training on a GPU. */
import english from '../../messages/en/engine/gpu.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('engine/gpu', english);
