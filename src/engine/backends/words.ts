/** What is said about backends. */
import english from '../../messages/en/engine/backends.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('engine/backends', english);
