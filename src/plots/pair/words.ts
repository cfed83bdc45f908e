/** Says the messages of the pair inspector. */

import english from '../../messages/en/plots/pair.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/pair', english);
