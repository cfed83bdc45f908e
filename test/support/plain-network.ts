/**
 * The networks written as plainly as their definitions read, in float64: one pair at a time, every
 * token through every layer, nothing factored and nothing shared with src but the configuration. What
 * the fast and careful code computes is checked against this.
 */
import {
  isTransformer,
  modelDimensions,
  type RunConfiguration,
} from '../../src/model/configuration.ts';
import type { Dataset } from '../../src/model/dataset.ts';

/** Parameters by state-dict name, row-major. */
export type PlainParameters = ReadonlyMap<string, ArrayLike<number>>;

/** Numbers added to the embedding rows of a and of b, to see what the logits do then. */
export interface InputShift {
  readonly first?: readonly number[];
  readonly second?: readonly number[];
}

/** Logits of one pair for every class. */
export function plainLogits(
  configuration: RunConfiguration,
  parameters: PlainParameters,
  a: number,
  b: number,
  shift: InputShift = {},
): number[] {
  const network = isTransformer(configuration) ? transformerLogits : linearLogits;
  return network(configuration, parameters, a, b, shift);
}

/** Mean cross-entropy over the train pairs. */
export function plainTrainLoss(
  configuration: RunConfiguration,
  parameters: PlainParameters,
  { p, labels, trainMask, trainCount }: Dataset,
): number {
  let sum = 0;
  labels.forEach((label, pair) => {
    if (trainMask[pair] === 0) return;
    sum += plainLoss(plainLogits(configuration, parameters, Math.floor(pair / p), pair % p), label);
  });
  return sum / trainCount;
}

/** Cross-entropy of one row of logits, log1p(Σ_{c≠y} exp(l_c − l_y)). */
export function plainLoss(logits: readonly number[], label: number): number {
  const others = logits.filter((_, index) => index !== label);
  const answer = logits[label] as number;
  const highest = Math.max(0, ...others.map((other) => other - answer));
  const sum = others.reduce((total, other) => total + Math.exp(other - answer - highest), 0);
  return highest === 0 ? Math.log1p(sum) : highest + Math.log(Math.exp(-highest) + sum);
}

function transformerLogits(
  configuration: RunConfiguration,
  parameters: PlainParameters,
  a: number,
  b: number,
  shift: InputShift,
): number[] {
  const { p, width, heads, layers, attentionRate, activation, separateEmbeddings } = configuration;
  const { vocabulary, context, headWidth, hiddenWidth } = modelDimensions(configuration);
  const get = (name: string) => parameters.get(name) as ArrayLike<number>;
  const tokens = [a, separateEmbeddings ? p + b : b, vocabulary - 1].slice(0, context);
  let rows = tokens.map((token, position) =>
    range(width).map(
      (i) =>
        at(get('embed.W_E'), i * vocabulary + token) +
        at(get('pos_embed.W_pos'), position * width + i) +
        at([shift.first, shift.second][position] ?? [], i),
    ),
  );
  for (let layer = 0; layer < layers; layer++) {
    const attention = (name: string) => get(`blocks.${layer}.attn.${name}`);
    const mlp = (name: string) => get(`blocks.${layer}.mlp.${name}`);
    const project = (name: string) =>
      rows.map((row) => product(attention(name), row, heads * headWidth));
    const queries = project('W_Q');
    const keys = project('W_K');
    const values = project('W_V');
    rows = rows.map((row, position) => {
      const read = range(heads).flatMap((head) => {
        const part = (vector: number[] | undefined) =>
          (vector ?? []).slice(head * headWidth, (head + 1) * headWidth);
        const scores = keys.map((key) =>
          Math.exp(dot(part(queries[position]), part(key)) / Math.sqrt(headWidth)),
        );
        const weights = scores.map(
          (score) => attentionRate * (score / total(scores)) + (1 - attentionRate),
        );
        return range(headWidth).map((i) =>
          total(values.map((value, j) => at(weights, j) * at(part(value), i))),
        );
      });
      const attended = plus(row, product(attention('W_O'), read, width));
      const hidden = plus(product(mlp('W_in'), attended, hiddenWidth), mlp('b_in')).map((x) =>
        activation === 'relu' ? Math.max(x, 0) : (x / 2) * (1 + plainErf(x / Math.SQRT2)),
      );
      return plus(plus(attended, product(mlp('W_out'), hidden, width)), mlp('b_out'));
    });
  }
  const last = rows.at(-1) as number[];
  const unembedding = get('unembed.W_U');
  return range(vocabulary).map((c) =>
    dot(
      last,
      range(width).map((i) => at(unembedding, i * vocabulary + c)),
    ),
  );
}

function linearLogits(
  { p, width, model }: RunConfiguration,
  parameters: PlainParameters,
  a: number,
  b: number,
  shift: InputShift,
): number[] {
  const get = (name: string) => parameters.get(name) as ArrayLike<number>;
  const embeddingWidth = model === 'linear-delta' ? width / 2 : width;
  const row = (token: number, added: readonly number[] = []) =>
    range(embeddingWidth).map(
      (i) => at(get('embed.weight'), token * embeddingWidth + i) + at(added, i),
    );
  const first = row(a, shift.first);
  const second = row(b, shift.second);
  const layer = (name: string, input: ArrayLike<number>) =>
    plus(product(get(`${name}.weight`), input, width), get(`${name}.bias`));
  const rectified = (x: number[]) => x.map((value) => Math.max(value, 0));
  const readOut = (hidden: number[]) => product(get('unembed.weight'), hidden, p);
  if (model === 'linear-alpha') return readOut(rectified(layer('l1', plus(first, second))));
  if (model === 'linear-delta') return readOut(rectified(layer('l1', [...first, ...second])));
  const inner =
    model === 'linear-beta'
      ? layer('l1', plus(first, second))
      : plus(layer('l1', first), layer('l1', second));
  return readOut(rectified(layer('l2', rectified(inner))));
}

/**
 * erf(x) to about 1e-13: the series 2/√π·Σ (−1)ⁿ x²ⁿ⁺¹/(n!·(2n+1)) near zero, the continued fraction
 * of 1 − erf(x) further out.
 */
export function plainErf(x: number): number {
  if (Math.abs(x) > 2.5) {
    const distance = Math.abs(x);
    let fraction = 0;
    for (let n = 60; n > 0; n--) fraction = n / 2 / (distance + fraction);
    const rest = Math.exp(-x * x) / (Math.sqrt(Math.PI) * (distance + fraction));
    return Math.sign(x) * (1 - rest);
  }
  let power = x;
  let sum = x;
  for (let n = 1; n < 60; n++) {
    power *= -(x * x) / n;
    sum += power / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const at = (values: ArrayLike<number>, index: number) => values[index] ?? 0;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const dot = (left: readonly number[], right: ArrayLike<number>) =>
  total(left.map((value, index) => value * at(right, index)));
const plus = (left: readonly number[], right: ArrayLike<number>) =>
  left.map((value, index) => value + at(right, index));
/** Matrix (rows × vector length, row-major) times vector. */
const product = (matrix: ArrayLike<number>, vector: ArrayLike<number>, rows: number) =>
  range(rows).map((row) =>
    total(range(vector.length).map((i) => at(matrix, row * vector.length + i) * at(vector, i))),
  );
