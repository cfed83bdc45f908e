/** The linear models α, β, γ and δ of the authors' release. */
import type { ModelKind } from '../../model/configuration.ts';
import { defaultConfiguration } from '../../model/fields.ts';
import { parameterSpecifications } from '../../model/parameters.ts';
import { FormatError } from '../format-error.ts';
import type { TensorTable } from '../tensors.ts';
import {
  type Architecture,
  checkHiddenWidth,
  checkSize,
  fullConfiguration,
  hasRanks,
  type Layout,
  readParameters,
  refuseOthers,
  tensorOfRank,
} from './layout.ts';
import { words } from './words.ts';

/** β and γ have the same tensors: they differ in where the first ReLU stands. */
export const releaseLinear: Layout = {
  get title() {
    return words('releaseLinear');
  },
  recognise: (tensors) =>
    hasRanks(tensors, { 'embed.weight': 2, 'unembed.weight': 2, 'l1.weight': 2 }),
  read(tensors) {
    const architectures = possibleArchitectures(tensors);
    const [first] = architectures as [Architecture, ...Architecture[]];
    const known = parameterSpecifications(fullConfiguration(first)).map(({ name }) => name);
    refuseOthers(tensors, known);
    return {
      architectures,
      parameters: readParameters(tensors, first),
      answerClasses: undefined,
      causalMask: false,
      notes: [],
    };
  },
};

function possibleArchitectures(tensors: TensorTable): Architecture[] {
  const [p = 0, embeddingWidth = 0] = tensorOfRank(tensors, 'embed.weight', 2).shape;
  const [hidden = 0, width = 0] = tensorOfRank(tensors, 'l1.weight', 2).shape;
  checkSize('p', p);
  checkSize('width', width);
  checkHiddenWidth(hidden, width);
  const { heads, layers } = defaultConfiguration;
  return possibleModels(tensors, embeddingWidth, width).map((model) => ({
    model,
    p,
    width,
    heads,
    layers,
    separateEmbeddings: false,
    equalsToken: false,
  }));
}

function possibleModels(tensors: TensorTable, embeddingWidth: number, width: number): ModelKind[] {
  const isDeep = tensors.has('l2.weight');
  if (embeddingWidth === width) return isDeep ? ['linear-beta', 'linear-gamma'] : ['linear-alpha'];
  if (2 * embeddingWidth === width && !isDeep) return ['linear-delta'];
  throw new FormatError(words('noLinearModel', { embedding: embeddingWidth, width }));
}
