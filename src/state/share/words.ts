/** What is said about files of runs. */
import english from '../../messages/en/state/share/run-files.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('state/share/run-files', english);
