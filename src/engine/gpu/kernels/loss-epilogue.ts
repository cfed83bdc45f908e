/**
 * The end of the loss kernel: from logits that are spread over the invocations of a workgroup to the
 * loss of each pair and its gradient.
 *
 * The loss and its gradient are those of SCIENCE section 2, which keep full relative precision in
 * float32: with M the largest logit, e_c = exp(l_c − M) and s = Σ_{c≠y} e_c,
 *
 *   loss = (M − l_y) + log1p(s + (e_y − 1)),     ∂loss/∂l_c = e_c/Z,     ∂loss/∂l_y = −s/Z.
 */
import { pairsPerWorkgroup, unrolled } from './prelude.ts';

/** Where results go; offsets and strides in floats. */
export interface LossPlaces {
  readonly classes: number;
  readonly masks: number;
  readonly statistics: number;
  readonly gradient: { readonly offset: number; readonly stride: number };
}

/**
 * WGSL at module level.
 *
 * @param own pairs that an invocation holds
 */
export function lossFunctions(own: number): string {
  return /* wgsl */ `
// Logit differences below this add nothing to a sum of at least 1.
const lowestDifference = -75.0;
// Smaller gradients are nothing that an update could feel, and on their way to subnormal numbers.
const gradientFlush = 1e-20;

// What the invocation with class group \`lane\` has noted for a pair of the workgroup.
fn partAt(local: u32, lane: u32) -> vec2f {
  let holder = (local / ${own}u) * 16u + lane;
  let both = weights[holder * ${own / 2}u + (local % ${own}u) / 2u];
  return select(both.xy, both.zw, local % 2u == 1u);
}

fn preciseLog1p(z: f32) -> f32 {
  let series = ((((0.2 * z - 0.25) * z + 0.33333333) * z - 0.5) * z + 1.0) * z;
  return select(log(1.0 + z), series, z < 0.02);
}
`;
}

/**
 * WGSL of the kernel's end. sum0_0 … hold the logits of an invocation's pairs by class group; `lane` is
 * its first class group and `firstLocal` its first pair. Numbers are exchanged through `weights`.
 */
export function lossEpilogue(
  { classes, masks, statistics, gradient }: LossPlaces,
  own: number,
  groups: number,
): string {
  const pairs = (text: (pair: number) => string) => unrolled(own, text);
  const each = (text: (pair: number, group: number) => string) =>
    pairs((pair) => unrolled(groups, (group) => text(pair, group)));
  return /* wgsl */ `
  // Every pair's answer is held by one of its 16 invocations.
${each(
  (pair, group) => `  {
    let answer = answerOf(pair${pair});
    if (answer / 4u == lane + ${16 * group}u) {
      answerLogit[firstLocal + ${pair}u] = sum${pair}_${group}[answer % 4u];
    }
  }`,
)}
  workgroupBarrier();
${pairs((pair) => `  var wrong${pair} = -3.4028234e38;\n  var lost${pair} = 0.0;`)}
${pairs(
  (pair) => `  {
    let answer = answerOf(pair${pair});
    let correct = answerLogit[firstLocal + ${pair}u];
${unrolled(groups, (group) =>
  unrolled(
    4,
    (i) => `    {
      let class_ = (lane + ${16 * group}u) * 4u + ${i}u;
      let logit = sum${pair}_${group}[${i}];
      if (class_ < ${classes}u && class_ != answer) {
        wrong${pair} = select(wrong${pair}, logit, logit > wrong${pair});
        // Among equals the first counts as the network's answer.
        if (!(correct > logit) && !(correct == logit && answer < class_)) { lost${pair} = 1.0; }
      }
    }`,
  ),
)}
  }`,
)}
${unrolled(own / 2, (i) => `  weights[thread * ${own / 2}u + ${i}u] = vec4f(wrong${2 * i}, lost${2 * i}, wrong${2 * i + 1}, lost${2 * i + 1});`)}
  workgroupBarrier();
  let mine = pairAt(workgroup.x, thread);
  var wrong = -3.4028234e38;
  var hit = 1.0;
  var difference = 0.0;
  if (thread < ${pairsPerWorkgroup}u) {
    for (var index = 0u; index < 16u; index++) {
      let part = partAt(thread, index);
      wrong = max(wrong, part.x);
      hit = min(hit, 1.0 - part.y);
    }
    let highest = max(wrong, answerLogit[thread]);
    answers[thread] = vec2f(highest, 0.0);
    difference = answerLogit[thread] - highest;
  }
  workgroupBarrier();
${pairs(
  (pair) => `  let highest${pair} = answers[firstLocal + ${pair}u].x;
  var others${pair} = 0.0;`,
)}
  if (launch.option == 0u) {
${each(
  (pair, group) => `    {
      let classes = (lane + ${16 * group}u) * 4u + vec4u(0u, 1u, 2u, 3u);
      let away = sum${pair}_${group} - highest${pair};
      let power = exp(select(away, vec4f(lowestDifference), away < vec4f(lowestDifference)));
      let counts = (classes < vec4u(${classes}u)) & (classes != vec4u(answerOf(pair${pair})));
      sum${pair}_${group} = select(vec4f(), power, counts);
      others${pair} += dot(sum${pair}_${group}, vec4f(1.0));
    }`,
)}
  }
${unrolled(own / 2, (i) => `  weights[thread * ${own / 2}u + ${i}u] = vec4f(others${2 * i}, 0.0, others${2 * i + 1}, 0.0);`)}
  workgroupBarrier();
  if (thread < ${pairsPerWorkgroup}u) {
    var others = 0.0;
    for (var index = 0u; index < 16u; index++) { others += partAt(thread, index).x; }
    let power = exp(select(difference, lowestDifference, difference < lowestDifference));
    // Exactly nothing where the answer leads, whatever the device makes of exp(0).
    let excess = others + select(power - 1.0, 0.0, difference == 0.0);
    let loss = preciseLog1p(excess) - difference;
    let mask = arena[base + ${masks / 4}u + mine / 4u][mine % 4u];
    answers[thread] = vec2f(others, mask * arena[base].y / (excess + 1.0));
    if (launch.parameter + workgroup.x * ${pairsPerWorkgroup}u + thread < pairCount) {
      arena[base + ${statistics / 4}u + mine] = vec4f(loss, hit, answerLogit[thread], wrong);
    }
  }
  workgroupBarrier();
${each(
  (pair, group) => `  {
    let local = firstLocal + ${pair}u;
    let column = lane + ${16 * group}u;
    if (launch.parameter + workgroup.x * ${pairsPerWorkgroup}u + local < pairCount && column < ${gradient.stride / 4}u) {
      let classes = column * 4u + vec4u(0u, 1u, 2u, 3u);
      var value = sum${pair}_${group};
      if (launch.option == 0u) {
        let row = answers[local];
        value = select(value, vec4f(-row.x), classes == vec4u(answerOf(pair${pair}))) * row.y;
        value = select(value, vec4f(), abs(value) < vec4f(gradientFlush));
      }
      arena[base + ${gradient.offset / 4}u + pair${pair} * ${gradient.stride / 4}u + column] = value;
    }
  }`,
)}`;
}
