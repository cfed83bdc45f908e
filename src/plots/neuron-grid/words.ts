/** Says the messages of the picture of a neuron. */

import english from '../../messages/en/plots/neuron-grid.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/neuron-grid', english);
