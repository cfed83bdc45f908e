/** What is said about kernels on the processor. */
import english from '../../messages/en/engine/cpu.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('engine/cpu', english);
