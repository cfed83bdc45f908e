/** Says the messages of the verdict plane. */

import english from '../../messages/en/plots/verdict-plane.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/verdict-plane', english);
