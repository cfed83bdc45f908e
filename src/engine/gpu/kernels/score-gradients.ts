/** The gradient of the attention scores of a factored step, a part of the reduction kernel. */
import { unrolled } from './prelude.ts';

/** Where the gradient of the attention scores of a factored step comes from and goes to. */
export interface AttentionGradient {
  readonly heads: number;
  /** p²×heads: weights on the first token, before α. */
  readonly weights: { readonly offset: number; readonly stride: number };
  /** Pair gradients with the tables they belong to: hidden values, then logits. */
  readonly parts: readonly {
    readonly gradient: TablePlace;
    /** heads×p×columns each, one head's table directly after the other's. */
    readonly first: TablePlace;
    readonly second: TablePlace;
  }[];
  /** heads×p×p. */
  readonly scores: TablePlace;
  /** 1/√(width of a head). */
  readonly scale: number;
}

interface TablePlace {
  readonly offset: number;
  readonly stride: number;
}

/** Pairs (a, b … b + 3) whose score gradients one workgroup computes, with 16 invocations each. */
export const scorePairs = 4;

/**
 * Gradient of the score of a before b in each head: with x the gradient of what the pair reads,
 * α·σ(1 − σ)·scale·Σ x·(first_h[a] − second_h[b]).
 */
export function scoreGradients(p: number, attention: AttentionGradient): string {
  const { heads, weights, parts, scores, scale } = attention;
  const groups = Math.ceil(p / scorePairs);
  return /* wgsl */ `
var<workgroup> headSums: array<f32, ${64 * heads}>;

fn scoreGradients(base: u32, block: u32, thread: u32) {
  let a = block / ${groups}u;
  let firstB = block % ${groups}u * ${scorePairs}u;
  let b = min(firstB + thread / 16u, ${p - 1}u);
  let pair = a * ${p}u + b;
${unrolled(heads, (head) => `  var sum${head} = 0.0;`)}
${parts
  .map(
    ({
      gradient,
      first,
      second,
    }) => `  for (var group = thread % 16u; group < ${gradient.stride / 4}u; group += 16u) {
    let value = arena[base + ${gradient.offset / 4}u + pair * ${gradient.stride / 4}u + group];
    let first = base + ${first.offset / 4}u + a * ${first.stride / 4}u + group;
    let second = base + ${second.offset / 4}u + b * ${second.stride / 4}u + group;
${unrolled(
  heads,
  (head) =>
    `    sum${head} += dot(value, arena[first + ${(head * p * first.stride) / 4}u] - arena[second + ${(head * p * second.stride) / 4}u]);`,
)}
  }`,
  )
  .join('\n')}
${unrolled(heads, (head) => `  headSums[${64 * head}u + thread] = sum${head};`)}
  workgroupBarrier();
  // Four numbers are written at once: parts of them may not be written by different invocations.
  for (var head = thread; head < ${heads}u; head += 64u) {
    var gradients = vec4f();
    for (var local = 0u; local < ${scorePairs}u && firstB + local < ${p}u; local++) {
      var sum = 0.0;
      for (var lane = 0u; lane < 16u; lane++) { sum += headSums[head * 64u + local * 16u + lane]; }
      let place = (a * ${p}u + firstB + local) * ${weights.stride / 4}u + head / 4u;
      let weight = arena[base + ${weights.offset / 4}u + place][head % 4u];
      gradients[local] = sum * arena[base].x * weight * (1.0 - weight) * ${scale};
    }
    let row = head * ${p}u + a;
    arena[base + ${scores.offset / 4}u + row * ${scores.stride / 4}u + block % ${groups}u] = gradients;
  }
}`;
}
