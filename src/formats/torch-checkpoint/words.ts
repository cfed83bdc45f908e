/** What is said about checkpoints of PyTorch. */
import english from '../../messages/en/formats/torch-checkpoint.json';
import { createWords } from '../../messages/words.ts';

export const words = createWords('formats/torch-checkpoint', english);
