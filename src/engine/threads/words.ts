/** What is said about threads, and about networks that are gone. */
import english from '../../messages/en/engine/threads.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('engine/threads', english);
