/** Says the messages of the timeline. */

import english from '../../messages/en/plots/timeline.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/timeline', english);
