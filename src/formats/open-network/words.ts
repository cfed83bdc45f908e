/** What is said about files that may hold a network. */
import english from '../../messages/en/formats/open-network.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('formats/open-network', english);
