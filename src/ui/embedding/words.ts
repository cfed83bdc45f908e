/** What a frame with one figure says. Every figure carries it: few words, in one file. */
import english from '../../messages/en/ui/embedding/embedded-page.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('ui/embedding/embedded-page', english);
