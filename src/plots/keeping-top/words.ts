/** Says the messages of the figure of accuracy with the strongest circles. */

import english from '../../messages/en/plots/keeping-top.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/keeping-top', english);
