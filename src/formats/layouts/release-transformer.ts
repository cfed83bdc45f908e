/** The attention networks of the authors' release, whose names and shapes are also this product's. */
import { parameterSpecifications } from '../../model/parameters.ts';
import { FormatError } from '../format-error.ts';
import type { TensorTable } from '../tensors.ts';
import {
  type Architecture,
  checkHeadWidth,
  checkHiddenWidth,
  checkSize,
  countBlocks,
  fullConfiguration,
  hasRanks,
  isPossibleModulus,
  type Layout,
  readParameters,
  refuseOthers,
  tensorOfRank,
} from './layout.ts';
import { words } from './words.ts';

/** W_E is d × V, W_K heads × d_head × d, W_O d × (heads·d_head): told from others by W_O's rank. */
export const releaseTransformer: Layout = {
  get title() {
    return words('releaseTransformer');
  },
  recognise: (tensors) =>
    hasRanks(tensors, { 'embed.W_E': 2, 'unembed.W_U': 2, 'blocks.0.attn.W_O': 2 }),
  read(tensors) {
    const architectures = possibleArchitectures(tensors);
    const [first] = architectures as [Architecture, ...Architecture[]];
    const known = parameterSpecifications(fullConfiguration(first)).map(({ name }) => name);
    refuseOthers(tensors, known, /\.attn\.mask$/);
    return {
      architectures,
      parameters: readParameters(tensors, first),
      answerClasses: undefined,
      causalMask: false,
      notes: [],
    };
  },
};

/** More than one where the vocabulary may be that of p tokens or of p for a and p for b. */
function possibleArchitectures(tensors: TensorTable): Architecture[] {
  const [width = 0, vocabulary = 0] = tensorOfRank(tensors, 'embed.W_E', 2).shape;
  const [context = 0] = tensorOfRank(tensors, 'pos_embed.W_pos', 2).shape;
  const [heads = 0, headWidth = 0] = tensorOfRank(tensors, 'blocks.0.attn.W_K', 3).shape;
  const layers = countBlocks(tensors);
  const [hidden = 0] = tensorOfRank(tensors, 'blocks.0.mlp.W_in', 2).shape;
  checkSize('width', width);
  checkSize('heads', heads);
  checkSize('layers', layers);
  checkHeadWidth(headWidth, width, heads);
  checkHiddenWidth(hidden, 4 * width);
  const equalsToken = checkContext(context);
  const numbers = vocabulary - (equalsToken ? 1 : 0);
  const moduli = [
    { p: numbers, separateEmbeddings: false },
    { p: numbers / 2, separateEmbeddings: true },
  ].filter(({ p }) => isPossibleModulus(p));
  if (moduli.length === 0) checkSize('p', numbers);
  if (moduli.length === 0) throw new FormatError(words('noModulus', { tokens: numbers }));
  return moduli.map((modulus) => ({
    model: 'transformer',
    width,
    heads,
    layers,
    equalsToken,
    ...modulus,
  }));
}

/** True when the network reads "a b =", false when it reads "a b". @throws FormatError */
export function checkContext(context: number): boolean {
  if (context === 2 || context === 3) return context === 3;
  throw new FormatError(words('otherContext', { tokens: context }));
}
