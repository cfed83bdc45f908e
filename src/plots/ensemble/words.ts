/** Says the messages of the ensemble figure. */

import english from '../../messages/en/plots/ensemble.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/ensemble', english);
