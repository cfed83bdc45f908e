/** Says the messages of the figures of lines. */

import english from '../../messages/en/plots/curves.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/curves', english);
