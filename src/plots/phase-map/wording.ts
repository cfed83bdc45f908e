/** The words of the phase map. */
import english from '../../messages/en/plots/phase-map.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('plots/phase-map', english);
