/** The layouts that are known, one file each. Another published one is another entry. */
import { FormatError } from './format-error.ts';
import type { Layout } from './layouts/layout.ts';
import { releaseLinear } from './layouts/release-linear.ts';
import { releaseTransformer } from './layouts/release-transformer.ts';
import { transformerLens } from './layouts/transformer-lens.ts';
import { words } from './layouts/words.ts';
import { describeTensors, type TensorTable } from './tensors.ts';

const layouts: readonly Layout[] = [releaseTransformer, releaseLinear, transformerLens];

/** The layout of a file's tensors. @throws FormatError that lists what was found and what is known */
export function findLayout(tensors: TensorTable): Layout {
  const layout = layouts.find((candidate) => candidate.recognise(tensors));
  if (layout !== undefined) return layout;
  const titles = layouts
    .map(({ title }) => title)
    .reduce((earlier, next) => words('titles', { titles: earlier, next }));
  throw new FormatError(
    tensors.size === 0
      ? words('noTensors', { titles })
      : words('unknown', { found: describeTensors(tensors), titles }),
  );
}
