/** Says the messages of the neurons figure. */

import english from '../../messages/en/plots/neurons.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/neurons', english);
