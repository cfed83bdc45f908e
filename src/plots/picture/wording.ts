/** What cannot be done with a picture, in words. */
import english from '../../messages/en/plots/picture.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/picture', english);
