/**
 * Networks of TransformerLens, such as those of Nanda et al. 2023: "a b =", causal, attention rate 1,
 * matrices stored the other way round, biases everywhere.
 */
import { transpose } from '../../math/dense.ts';
import { FormatError } from '../format-error.ts';
import type { TensorTable } from '../tensors.ts';
import {
  checkHeadWidth,
  checkHiddenWidth,
  checkSize,
  countBlocks,
  hasRanks,
  type Layout,
  readShaped,
  refuseOthers,
  tensorOfRank,
} from './layout.ts';
import { checkContext } from './release-transformer.ts';
import { refuseUnequal } from './transformer-lens/biases.ts';
import { type BlockSizes, readBlock } from './transformer-lens/block.ts';
import { words } from './words.ts';

interface Sizes extends BlockSizes {
  readonly p: number;
  readonly layers: number;
  readonly context: number;
  readonly vocabulary: number;
  /** Columns of the unembedding: p, or p + 1 with one for "=". */
  readonly classes: number;
}

/** W_E is V × d, W_K heads × d × d_head, W_O heads × d_head × d: told from others by W_O's rank. */
export const transformerLens: Layout = {
  get title() {
    return words('transformerLens');
  },
  recognise: (tensors) =>
    hasRanks(tensors, { 'embed.W_E': 2, 'unembed.W_U': 2, 'blocks.0.attn.W_O': 3 }),
  read(tensors) {
    const sizes = readSizes(tensors);
    const { p, width, heads, layers, context, vocabulary, classes } = sizes;
    refuseOthers(
      tensors,
      knownNames(layers),
      /^(?:hook_.*|.*\.attn\.(?:mask|IGNORE)|pos_embed\.(?:IGNORE|mask))$/,
    );
    refuseUnequal(tensors, classes);
    const blocks = Array.from({ length: layers }, (_, layer) => readBlock(tensors, layer, sizes));
    const unembedding = readShaped(tensors, 'unembed.W_U', [width, classes]);
    const architecture = {
      model: 'transformer',
      p,
      width,
      heads,
      layers,
      separateEmbeddings: false,
      equalsToken: context === 3,
      attentionRate: 1,
    } as const;
    return {
      architectures: [architecture],
      parameters: new Map([
        [
          'embed.W_E',
          transpose(readShaped(tensors, 'embed.W_E', [vocabulary, width]), vocabulary, width),
        ],
        ['pos_embed.W_pos', readShaped(tensors, 'pos_embed.W_pos', [context, width])],
        ...blocks.flatMap(({ parameters }) => [...parameters]),
        ['unembed.W_U', widenRows(unembedding, width, classes, vocabulary)],
      ]),
      answerClasses: classes,
      causalMask: true,
      notes: blocks.some(({ isFolded }) => isFolded) ? [words('biasesMoved')] : [],
    };
  },
};

function readSizes(tensors: TensorTable): Sizes {
  const [vocabulary = 0, width = 0] = tensorOfRank(tensors, 'embed.W_E', 2).shape;
  const [context = 0] = tensorOfRank(tensors, 'pos_embed.W_pos', 2).shape;
  const [, classes = 0] = tensorOfRank(tensors, 'unembed.W_U', 2).shape;
  const [heads = 0, , headWidth = 0] = tensorOfRank(tensors, 'blocks.0.attn.W_K', 3).shape;
  const [, hiddenWidth = 0] = tensorOfRank(tensors, 'blocks.0.mlp.W_in', 2).shape;
  const layers = countBlocks(tensors);
  const p = vocabulary - (checkContext(context) ? 1 : 0);
  checkSize('p', p);
  checkSize('width', width);
  checkSize('heads', heads);
  checkSize('layers', layers);
  checkHeadWidth(headWidth, width, heads);
  checkHiddenWidth(hiddenWidth, 4 * width);
  if (classes !== p && classes !== vocabulary) {
    throw new FormatError(words('otherAnswers', { tokens: vocabulary, answers: classes, p }));
  }
  return { p, layers, context, vocabulary, classes, width, heads, headWidth, hiddenWidth };
}

function knownNames(layers: number): string[] {
  const block = (layer: number) => [
    ...['W_K', 'W_Q', 'W_V', 'W_O', 'b_K', 'b_Q', 'b_V', 'b_O'].map(
      (name) => `blocks.${layer}.attn.${name}`,
    ),
    ...['W_in', 'b_in', 'W_out', 'b_out'].map((name) => `blocks.${layer}.mlp.${name}`),
  ];
  return [
    'embed.W_E',
    'pos_embed.W_pos',
    'unembed.W_U',
    'unembed.b_U',
    ...Array.from({ length: layers }, (_, layer) => block(layer)).flat(),
  ];
}

/** Rows × columns with columns of zeros added: classes that are never an answer. */
function widenRows(
  matrix: Float32Array,
  rows: number,
  columns: number,
  widened: number,
): Float32Array {
  const result = new Float32Array(rows * widened);
  for (let row = 0; row < rows; row++) {
    result.set(matrix.subarray(row * columns, (row + 1) * columns), row * widened);
  }
  return result;
}
