/** The layouts that are known, one file each. Another published one is another entry. */
import { FormatError } from './format-error.ts';
import type { Layout } from './layouts/layout.ts';
import { releaseLinear } from './layouts/release-linear.ts';
import { releaseTransformer } from './layouts/release-transformer.ts';
import { transformerLens } from './layouts/transformer-lens.ts';
import { describeTensors, type TensorTable } from './tensors.ts';

const layouts: readonly Layout[] = [releaseTransformer, releaseLinear, transformerLens];

/** The layout of a file's tensors. @throws FormatError that lists what was found and what is known */
export function findLayout(tensors: TensorTable): Layout {
  const layout = layouts.find((candidate) => candidate.recognise(tensors));
  if (layout !== undefined) return layout;
  const found = tensors.size === 0 ? 'no tensors' : describeTensors(tensors);
  throw new FormatError(
    `The file holds ${found}: open a network in a layout known here (${layouts.map(({ title }) => title).join('; ')}).`,
  );
}
