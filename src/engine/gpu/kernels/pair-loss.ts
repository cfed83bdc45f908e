/**
 * From hidden values to the loss of every pair and its gradient, without writing logits down. A
 * workgroup handles 32 pairs and all classes. 16 invocations share a class group of 64 and as many
 * groups as there are; each of them holds 8 pairs, or 4 where there are many groups.
 */
import { type LossPlaces, lossEpilogue, lossFunctions } from './loss-epilogue.ts';
import { matrixBlocks, operandWords } from './matrix-blocks.ts';
import { bindings, pairsPerWorkgroup, unrolled } from './prelude.ts';

/** What the loss kernel is made for. All offsets and strides in floats. */
export interface PairLossVariant extends LossPlaces {
  readonly p: number;
  /**
   * WGSL at module level. It declares, for group `column` of four classes,
   * `fn firstLogits(base: u32, pair: vec3u, local: u32, column: u32) -> vec4f`, what logits begin with,
   * and for each segment, numbered n,
   * `fn hiddenN(base: u32, pair: vec3u, local: u32, group: u32) -> vec4f`, four hidden values of a
   * pair that is given as its number and its two tokens.
   */
  readonly declarations: string;
  /**
   * WGSL that runs before anything else and may use `pairAt`, `thread` and `base`;
   * `threads` invocations share the work.
   */
  readonly preparation: (threads: number) => string;
  /** Inner lengths of the products that are summed: hidden values times weights. */
  readonly segments: readonly number[];
}

/**
 * WGSL of the kernel. A launch's words: where in the tables the segments' weights are described, as
 * operands; its first pair; 1 as option when logits are wanted in the place of their gradient.
 */
export function pairLoss(variant: PairLossVariant): string {
  const { p, classes, segments } = variant;
  const groups = Math.ceil(classes / 64);
  // Weights of one inner step fit into the smallest workgroup memory that WebGPU promises.
  const inner = groups > 2 ? 8 : 16;
  const blocks = (inner / 4) * 16 * groups;
  const own = groups > 2 ? 4 : 8;
  const threads = (16 * pairsPerWorkgroup) / own;
  // Groups of four hidden values that an invocation brings to an inner step.
  const passes = Math.ceil((pairsPerWorkgroup * inner) / 4 / threads);
  const pairs = (text: (pair: number) => string) => unrolled(own, text);
  const each = (text: (pair: number, group: number) => string) =>
    pairs((pair) => unrolled(groups, (group) => text(pair, group)));
  return /* wgsl */ `${bindings('vec4f')}${matrixBlocks}${variant.declarations}
const pairCount = ${p * p}u;

var<workgroup> hidden: array<vec4f, ${(pairsPerWorkgroup * inner) / 4}>;
// Weights of an inner step; then by invocation two numbers for each of its pairs, which each pair's
// own invocation puts together: largest wrong logit and whether the answer loses, later partial sums.
var<workgroup> weights: array<vec4f, ${inner * 16 * groups}>;
var<workgroup> answerLogit: array<f32, ${pairsPerWorkgroup}>;
// By pair: largest logit, later sum over wrong answers and factor of the gradient.
var<workgroup> answers: array<vec2f, ${pairsPerWorkgroup}>;

// Pairs beyond the last repeat it and are not written.
fn pairAt(workgroup: u32, local: u32) -> u32 {
  return min(launch.parameter + workgroup * ${pairsPerWorkgroup}u + local, pairCount - 1u);
}

// A pair with its two tokens.
fn tokensOf(pair: u32) -> vec3u { return vec3u(pair, pair / ${p}u, pair % ${p}u); }

fn answerOf(pair: u32) -> u32 { return (pair / ${p}u + pair % ${p}u) % ${p}u; }

${lossFunctions(own)}
@compute @workgroup_size(${threads})
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let base = workgroup.z * (launch.stride / 4u);
  // The first launch of a step that nobody else's reading depends on counts the step.
  if (launch.parameter == 0u && workgroup.x == 0u && thread == 0u) { schedule[workgroup.z].x += 1.0; }
  // The invocation's first class group, and the first of its pairs in the workgroup.
  let lane = thread & 15u;
  let firstLocal = (thread >> 4u) * ${own}u;
  ${variant.preparation(threads)}
${pairs((pair) => `  let pair${pair} = pairAt(workgroup.x, firstLocal + ${pair}u);`)}
${each(
  (pair, group) =>
    `  var sum${pair}_${group} = firstLogits(base, tokensOf(pair${pair}), firstLocal + ${pair}u, lane + ${16 * group}u);`,
)}
${unrolled(
  passes,
  (pass) => `  let fetchedLocal${pass} = thread / ${inner / 4}u + ${(pass * threads * 4) / inner}u;
  let fetched${pass} = tokensOf(pairAt(workgroup.x, fetchedLocal${pass}));`,
)}
${segments
  .map(
    (_, segment) => `
  let operand${segment} = operandAt(launch.first + ${segment * operandWords}u, base);
  // Read instead of written down, so that compilers do not write the loops out.
  let length${segment} = select(operand${segment}.columns, operand${segment}.rows, operand${segment}.innerRows);
  for (var start = 0u; start < length${segment}; start += ${inner}u) {
    let bound = min((length${segment} - start + 3u) / 4u, ${inner / 4}u);
    let group = start / 4u + thread % ${inner / 4}u;
${unrolled(
  passes,
  (pass) => `    if (fetchedLocal${pass} < ${pairsPerWorkgroup}u) {
      var value = vec4f();
      if (group * 4u < length${segment}) { value = hidden${segment}(base, fetched${pass}, fetchedLocal${pass}, group); }
      hidden[thread + ${pass * threads}u] = value;
    }`,
)}
    for (var index = thread; index < ${blocks}u; index += ${threads}u) {
      let innerGroup = select(index % ${inner / 4}u, index / ${16 * groups}u, operand${segment}.innerRows);
      let classGroup = select(index / ${inner / 4}u, index % ${16 * groups}u, operand${segment}.innerRows);
      let innerIndex = start + innerGroup * 4u;
      var block = blockAt(
        operand${segment}, base,
        select(classGroup * 4u, innerIndex, operand${segment}.innerRows),
        select(innerIndex / 4u, classGroup, operand${segment}.innerRows),
      );
      if (!operand${segment}.innerRows) { block = transpose(block); }
      let place = innerGroup * ${64 * groups}u + classGroup;
${unrolled(4, (i) => `      weights[place + ${i * 16 * groups}u] = block[${i}];`)}
    }
    workgroupBarrier();
    for (var k = 0u; k < bound; k++) {
      let row = k * ${64 * groups}u + lane;
      let column = firstLocal * ${inner / 4}u + k;
${pairs((pair) => `      let h${pair} = hidden[column + ${(pair * inner) / 4}u];`)}
${unrolled(4, (i) =>
  unrolled(
    groups,
    (group) => `      let w${i}_${group} = weights[row + ${16 * (i * groups + group)}u];
${pairs((pair) => `      sum${pair}_${group} += h${pair}[${i}] * w${i}_${group};`)}`,
  ),
)}
    }
    workgroupBarrier();
  }`,
  )
  .join('\n')}
${lossEpilogue(variant, own, groups)}
}
`;
}
