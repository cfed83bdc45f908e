/**
 * Attention over the positions of each pair, one invocation a pair and head. With the scores
 * s_ij = scale·q_i·k_j, σ_i = softmax(s_i) and w_ij = α·σ_ij + 1 − α,
 *
 *   z_i = Σ_j w_ij·v_j.
 *
 * Backward, with t_ij = z̄_i·v_j and s̄_ij = α·scale·σ_ij·(t_ij − Σ_k σ_ik·t_ik),
 *
 *   q̄_i = Σ_j s̄_ij·k_j,   k̄_j = Σ_i s̄_ij·q_i,   v̄_j = Σ_i w_ij·z̄_i.
 */
import type { Matrix } from '../arena.ts';
import { bindings } from './prelude.ts';

/** Which row of a matrix belongs to a pair: one of a table by token, or one of its own. */
export type RowSource = 'first' | 'second' | 'pair';

/** Values, keys and, where the position asks, queries side by side, each heads·width wide. */
export interface AttendedPosition {
  readonly projections: Matrix;
  readonly source: RowSource;
  /** rows×(columns of `projections`): their gradient, a row a pair. */
  readonly gradient: Matrix;
}

/** A position that asks. */
export interface AskingPosition {
  /** Its number among the positions. */
  readonly position: number;
  /** rows×(heads·width): what it reads, and its gradient. */
  readonly read: Matrix;
  readonly readGradient: Matrix;
  /** rows×4·heads: σ over up to four positions. */
  readonly weights: Matrix;
}

/** What the kernels are made for. */
export interface AttentionVariant {
  readonly p: number;
  readonly heads: number;
  /** Padded width of a head. */
  readonly headColumns: number;
  /** 1/√(width of a head). */
  readonly scale: number;
  /** False at α = 0: every value counts fully and no score is computed. */
  readonly attends: boolean;
  readonly positions: readonly AttendedPosition[];
  readonly asking: readonly AskingPosition[];
}

/** Pairs and heads that one workgroup handles. */
export const attentionThreads = 64;

/** WGSL of the forward pass. The launch's parameter is its first pair, its option the number of pairs. */
export function attentionForward(variant: AttentionVariant): string {
  const { positions, asking, attends } = variant;
  const scores = asking.flatMap((_, i) => positions.map((_, j) => `score${i}_${j}`));
  const highest = (i: number) =>
    positions.map((_, j) => `score${i}_${j}`).reduce((left, right) => `max(${left}, ${right})`);
  const softmax = asking
    .map(
      ({ weights }, i) => `  {
    let highest = ${highest(i)};
${positions.map((_, j) => `    score${i}_${j} = exp(score${i}_${j} - highest);`).join('\n')}
    let total = ${positions.map((_, j) => `score${i}_${j}`).join(' + ')};
${positions.map((_, j) => `    score${i}_${j} /= total;`).join('\n')}
    arena[base + ${weights.offset / 4}u + row * ${weights.stride / 4}u + head] = vec4f(${[0, 1, 2, 3].map((j) => (j < positions.length ? `score${i}_${j}` : '0.0')).join(', ')});
  }`,
    )
    .join('\n');
  return kernel(
    variant,
    `${
      attends
        ? `${scores.map((name) => `  var ${name} = 0.0;`).join('\n')}
  for (var group = 0u; group < groups; group++) {
${loads(variant, ['key', 'query'])}
${asking.flatMap((_, i) => positions.map((_, j) => `    score${i}_${j} += dot(query${i}, key${j}) * ${variant.scale};`)).join('\n')}
  }
${softmax}
${mixing(variant, 'score')}`
        : ''
    }
  for (var group = 0u; group < groups; group++) {
${loads(variant, ['value'])}
${asking.map(({ read }, i) => `    arena[${ownRow(read)}] = ${positions.map((_, j) => (attends ? `mixing${i}_${j} * value${j}` : `value${j}`)).join(' + ')};`).join('\n')}
  }`,
  );
}

/** WGSL of the backward pass. */
export function attentionBackward(variant: AttentionVariant): string {
  const { positions, asking, attends } = variant;
  const valueGradients = positions.map(
    ({ gradient }, j) =>
      `    arena[${ownRow(gradient)}] = ${asking.map((_, i) => (attends ? `mixing${i}_${j} * read${i}` : `read${i}`)).join(' + ')};`,
  );
  if (!attends) {
    return kernel(
      variant,
      `  for (var group = 0u; group < groups; group++) {
${loads(variant, ['read'])}
${valueGradients.join('\n')}
  }`,
    );
  }
  const each = (text: (i: number, j: number) => string) =>
    asking.flatMap((_, i) => positions.map((_, j) => text(i, j))).join('\n');
  return kernel(
    variant,
    `${asking
      .map(
        ({ weights }, i) =>
          `  let weights${i} = arena[base + ${weights.offset / 4}u + row * ${weights.stride / 4}u + head];`,
      )
      .join('\n')}
${each((i, j) => `  let weight${i}_${j} = weights${i}[${j}];\n  var change${i}_${j} = 0.0;`)}
  for (var group = 0u; group < groups; group++) {
${loads(variant, ['value', 'read'])}
${each((i, j) => `    change${i}_${j} += dot(read${i}, value${j});`)}
  }
${asking.map((_, i) => `  let average${i} = ${positions.map((_, j) => `weight${i}_${j} * change${i}_${j}`).join(' + ')};`).join('\n')}
${each((i, j) => `  let score${i}_${j} = rate * weight${i}_${j} * (change${i}_${j} - average${i}) * ${variant.scale};`)}
${mixing(variant, 'weight')}
  for (var group = 0u; group < groups; group++) {
${loads(variant, ['key', 'query', 'read'])}
${valueGradients.join('\n')}
${positions
  .map(
    ({ gradient }, j) =>
      `    arena[${ownRow(gradient)} + all] = ${asking.map((_, i) => `score${i}_${j} * query${i}`).join(' + ')};`,
  )
  .join('\n')}
${asking
  .map(
    ({ position }, i) =>
      `    arena[${ownRow((positions[position] as AttendedPosition).gradient)} + 2u * all] = ${positions.map((_, j) => `score${i}_${j} * key${j}`).join(' + ')};`,
  )
  .join('\n')}
  }`,
  );
}

function kernel({ p, heads, headColumns }: AttentionVariant, body: string): string {
  return /* wgsl */ `${bindings('vec4f')}
@compute @workgroup_size(${attentionThreads})
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let base = workgroup.z * (launch.stride / 4u);
  let index = workgroup.x * ${attentionThreads}u + thread;
  let row = index / ${heads}u;
  let head = index % ${heads}u;
  if (row >= launch.option) { return; }
  let pair = launch.parameter + row;
  let first = pair / ${p}u;
  let second = pair % ${p}u;
  let rate = arena[base].x;
  let groups = ${headColumns / 4}u;
  // Groups from values to keys, and on to queries.
  let all = ${(heads * headColumns) / 4}u;
  let start = head * groups;
${body}
}
`;
}

/** Place of a group of four of a head in a row of the pair's own. */
function ownRow({ offset, stride }: Matrix): string {
  return `base + ${offset / 4}u + row * ${stride / 4}u + start + group`;
}

/** Loads of one group of every position, or of every one that asks. */
function loads(
  { positions, asking }: AttentionVariant,
  names: readonly ('value' | 'key' | 'query' | 'read')[],
): string {
  const projection = (name: string, { projections, source }: AttendedPosition, shift: number) => {
    const row = source === 'pair' ? 'row' : source;
    return `    let ${name} = arena[base + ${projections.offset / 4}u + ${row} * ${projections.stride / 4}u + start + group + ${shift}u * all];`;
  };
  return names
    .flatMap((name) => {
      if (name === 'read') {
        return asking.map(
          ({ readGradient }, i) => `    let read${i} = arena[${ownRow(readGradient)}];`,
        );
      }
      if (name === 'query') {
        return asking.map(({ position }, i) =>
          projection(`query${i}`, positions[position] as AttendedPosition, 2),
        );
      }
      return positions.map((place, j) => projection(`${name}${j}`, place, name === 'key' ? 1 : 0));
    })
    .join('\n');
}

/** α·σ + 1 − α for every asking and every read position. */
function mixing({ positions, asking }: AttentionVariant, weight: string): string {
  return asking
    .flatMap((_, i) =>
      positions.map((_, j) => `  let mixing${i}_${j} = rate * ${weight}${i}_${j} + 1.0 - rate;`),
    )
    .join('\n');
}
