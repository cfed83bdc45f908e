/** The kernels the engine calls. Pointers are byte addresses; strides and counts are in numbers. */
export { attend, attendGradients, headWeightGradients, headWeights } from './attention';
export { bend, bendBack } from './activation';
export { pairLoss } from './loss';
export { adamUpdate } from './optimiser';
export { pairGradients, pairValues } from './pairs';
export { packColumns, product, productOverRows } from './product';
export { addRowSums, addScaled, addToRows, clear, gatherRows, scatterRows } from './rows';
