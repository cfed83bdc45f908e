/** The task of the page's default run, for figures that explain it. */
import { createDataset } from '../model/dataset.ts';
import { defaultConfiguration } from '../model/fields.ts';

/** Modulus, and which of the p² pairs are trained on: index a·p + b. */
export function taskSplit(): { readonly p: number; readonly trainMask: ArrayLike<number> } {
  const { p, trainMask } = createDataset(defaultConfiguration);
  return { p, trainMask };
}
