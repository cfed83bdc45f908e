/** Says the messages of a circle's card. */

import english from '../../messages/en/plots/circle-card.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/circle-card', english);
