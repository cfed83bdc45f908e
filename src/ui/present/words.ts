/** What the presentation says. */
import english from '../../messages/en/ui/present.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('ui/present', english);
