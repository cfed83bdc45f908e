/** The networks of TransformerLens written as their definition reads, one head after the other. */
import type { SavedTensor } from '../support/torch-writer.ts';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const plus = (left: readonly number[], right: readonly number[]) =>
  left.map((value, index) => value + (right[index] ?? 0));

/** Logits at the last of the tokens: causal softmax attention, ReLU, no layer normalisation. */
export function lensLogits(
  tensors: Readonly<Record<string, SavedTensor>>,
  { width, heads, layers }: { width: number; heads: number; layers: number },
  tokens: readonly number[],
): number[] {
  const headWidth = width / heads;
  const values = (name: string) => Array.from(tensors[name]?.values ?? []);
  /** Row vector times the matrix that starts at an offset, plus a bias. */
  const through = (row: readonly number[], name: string, columns: number, offset = 0) => {
    const matrix = values(name);
    return range(columns).map((column) =>
      total(row.map((value, index) => value * (matrix[offset + index * columns + column] ?? 0))),
    );
  };
  const rowOf = (name: string, index: number, length: number) =>
    values(name).slice(index * length, (index + 1) * length);
  let rows = tokens.map((token, position) =>
    plus(rowOf('embed.W_E', token, width), rowOf('pos_embed.W_pos', position, width)),
  );
  for (const layer of range(layers)) {
    const attention = (name: string) => `blocks.${layer}.attn.${name}`;
    const hidden = (name: string) => `blocks.${layer}.mlp.${name}`;
    rows = rows.map((row, position) => {
      let attended = plus(row, values(attention('b_O')));
      for (const head of range(heads)) {
        const project = (from: readonly number[], name: string) =>
          plus(
            through(from, attention(`W_${name}`), headWidth, head * width * headWidth),
            rowOf(attention(`b_${name}`), head, headWidth),
          );
        const seen = rows.slice(0, position + 1);
        const query = project(row, 'Q');
        const scores = seen.map((other) => {
          const key = project(other, 'K');
          return total(query.map((value, at) => value * (key[at] ?? 0))) / Math.sqrt(headWidth);
        });
        const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
        const read = seen
          .map((other, index) =>
            project(other, 'V').map((value) => (value * (powers[index] ?? 0)) / total(powers)),
          )
          .reduce(plus);
        attended = plus(attended, through(read, attention('W_O'), width, head * headWidth * width));
      }
      const inner = plus(through(attended, hidden('W_in'), 4 * width), values(hidden('b_in')));
      const outer = through(
        inner.map((value) => Math.max(value, 0)),
        hidden('W_out'),
        width,
      );
      return plus(plus(attended, outer), values(hidden('b_out')));
    });
  }
  const classes = tensors['unembed.W_U']?.shape[1] ?? 0;
  return plus(through(rows.at(-1) ?? [], 'unembed.W_U', classes), values('unembed.b_U'));
}
