/** Says the messages of the spectrum. */

import english from '../../messages/en/plots/spectrum.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/spectrum', english);
