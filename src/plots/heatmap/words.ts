/** Says the messages of the heatmap. */

import english from '../../messages/en/plots/heatmap.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/heatmap', english);
