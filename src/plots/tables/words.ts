/** Says the messages of the tables. */

import english from '../../messages/en/plots/tables.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/tables', english);
