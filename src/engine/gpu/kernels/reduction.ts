/**
 * Sums in a fixed order, many in one launch: of gradients over a or over b, weighted by attention or
 * not, of the parts of long products, of the losses; and the gradient of the attention scores.
 */
import { bindings, nothing, unrolled } from './prelude.ts';
import { type AttentionGradient, scoreGradients } from './score-gradients.ts';

/** What a workgroup does, the first word of a reduction in the tables. */
export const reductionKinds = {
  plain: 0,
  firstToken: 1,
  secondToken: 2,
  scores: 3,
  losses: 4,
} as const;

/** Words of a sum, and their order; offsets and strides in groups of four. */
export const sumWords = [
  'kind',
  'output',
  'outputStride',
  'rows',
  'groups',
  'input',
  'inputRowStride',
  'inputTermStride',
  'terms',
  'accumulates',
  'outputHeadStride',
  'unweighted',
  'weightRowStride',
  'weightTermStride',
] as const;

/** What the kernel is made for; offsets and strides in floats. */
export interface ReductionVariant {
  readonly p: number;
  /** Capacity of the history, in steps. */
  readonly capacity: number;
  readonly masks: number;
  readonly statistics: number;
  /** Absent where no head is looked at. */
  readonly attention?: AttentionGradient;
}

/** WGSL of the kernel. */
export function reduction(variant: ReductionVariant): string {
  const words = Object.fromEntries(
    sumWords.map((word, index) => [word, `tables[job + ${index}u]`]),
  );
  const { attention } = variant;
  return /* wgsl */ `${bindings('vec4f')}
var<workgroup> lossParts: array<vec4f, 64>;
${attention === undefined ? '' : scoreGradients(variant.p, attention)}
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let base = workgroup.z * (launch.stride / 4u);
  let entry = launch.first + workgroup.x * 2u;
  let job = tables[entry];
  let block = tables[entry + 1u];
  let kind = ${words.kind};
  if (kind == ${reductionKinds.losses}u) {
    sumLosses(base, workgroup.z, workgroups.z, thread);
    return;
  }
  ${
    attention === undefined
      ? ''
      : `if (kind == ${reductionKinds.scores}u) {
    scoreGradients(base, block, thread);
    return;
  }`
  }
  let index = block * 64u + thread;
  let groups = ${words.groups};
  let row = index / groups;
  let group = index % groups;
  if (row >= ${words.rows}) { return; }
  let input = base + ${words.input} + row * ${words.inputRowStride} + group;
  let output = base + ${words.output} + row * ${words.outputStride} + group;
  let terms = ${words.terms};
  let stride = ${words.inputTermStride};
  ${
    attention === undefined
      ? ''
      : `if (kind != ${reductionKinds.plain}u) {
    ${weightedSums(attention, words as Record<(typeof sumWords)[number], string>)}
    return;
  }`
  }
  var sum = vec4f();
  for (var term = 0u; term < terms; term++) { sum += arena[input + term * stride]; }
  if (${words.accumulates} == 1u) { sum += arena[output]; }
  arena[output] = sum;
}

// Summed loss and number of right answers: train, test, train, test.
fn sumLosses(base: u32, network: u32, networks: u32, thread: u32) {
  var sum = vec4f();
  for (var pair = thread; pair < ${variant.p ** 2}u; pair += 64u) {
    let statistics = arena[base + ${variant.statistics / 4}u + pair].xy;
    let trained = arena[base + ${variant.masks / 4}u + pair / 4u][pair % 4u] == 1.0;
    // No product with a mask: what is not a number on one side must not reach the other.
    sum += vec4f(
      select(0.0, statistics.x, trained), select(statistics.x, 0.0, trained),
      select(0.0, statistics.y, trained), select(statistics.y, 0.0, trained),
    );
  }
  lossParts[thread] = sum;
  for (var distance = 32u; distance > 0u; distance /= 2u) {
    workgroupBarrier();
    if (thread < distance) { lossParts[thread] += lossParts[thread + distance]; }
  }
  if (thread == 0u) {
    let step = u32(schedule[network].x);
    schedule[networks * ${1 + variant.capacity}u + step * networks + network] = lossParts[0];
  }
}
`;
}

/** Per head Σ (1 − α + ασ)·x over b, or Σ (1 − ασ)·x over a, then also the plain sum. */
function weightedSums(
  { heads, weights }: AttentionGradient,
  words: Record<(typeof sumWords)[number], string>,
): string {
  const headGroups = Math.ceil(heads / 4);
  return /* wgsl */ `let rate = arena[base].x;
    let isFirst = kind == ${reductionKinds.firstToken}u;
    let constant = select(1.0, 1.0 - rate, isFirst);
    let factor = select(-rate, rate, isFirst);
    let weights = base + ${weights.offset / 4}u + row * ${words.weightRowStride};
    var plainSum = vec4f();
${unrolled(heads, (head) => `    var sum${head} = vec4f();`)}
    for (var term = 0u; term < terms; term++) {
      let value = arena[input + term * stride];
      plainSum += value;
${unrolled(
  headGroups,
  (index) =>
    `      let weight${index} = constant + factor * arena[weights + term * ${words.weightTermStride} + ${index}u];`,
)}
${unrolled(heads, (head) => `      sum${head} += weight${Math.floor(head / 4)}[${head % 4}] * value;`)}
    }
${unrolled(heads, (head) => `    arena[output + ${head}u * ${words.outputHeadStride}] = sum${head};`)}
    if (${words.unweighted} != ${nothing}u) {
      arena[base + ${words.unweighted} + row * ${words.outputStride} + group] = plainSum;
    }`;
}
