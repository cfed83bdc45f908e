/** Says the messages of the circles figure. */

import english from '../../messages/en/plots/circles.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/circles', english);
