/** Attention over the first block's tokens, and over positions in deeper blocks. */
import { exponential } from './exponential';
import { bytes, sumOfLanes } from './lanes';
import { addScaledRow } from './rows';

/** Scores below this would give weights that cannot be felt. */
const lowestScore: f32 = -60;

@inline
function dot(count: i32, x: usize, y: usize): f32 {
  let sum = f32x4.splat(0);
  const whole = x + bytes(count & ~3);
  for (; x < whole; x += 16, y += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(x), v128.load(y)));
  let total = sumOfLanes(sum);
  for (const end = x + bytes(count & 3); x < end; x += 4, y += 4) total += f32.load(x) * f32.load(y);
  return total;
}

@inline
function exponentialOf(x: f32): f32 {
  return f32x4.extract_lane(exponential(f32x4.splat(x)), 0);
}

/**
 * α·(weight on the first token), for the query at the second: two tokens make the softmax a sigmoid
 * of scale·(q_b·k⁰_a − q_b·k¹_b).
 *
 * @param query p × (heads·headWidth), of token b; key: 2p rows, at the first and second position
 * @param weights receives heads × p × p, index a·p + b
 */
export function headWeights(
  p: i32,
  heads: i32,
  headWidth: i32,
  query: usize,
  key: usize,
  scale: f32,
  attentionRate: f32,
  weights: usize,
): void {
  const row = bytes(heads * headWidth);
  for (let head = 0; head < heads; head++) {
    const column = bytes(head * headWidth);
    for (let b = 0; b < p; b++) {
      const q = query + <usize>b * row + column;
      const own = dot(headWidth, q, key + <usize>(p + b) * row + column);
      for (let a = 0; a < p; a++) {
        const score = scale * (dot(headWidth, q, key + <usize>a * row + column) - own);
        const weight = attentionRate / (1 + exponentialOf(max(-score, lowestScore)));
        f32.store(weights + bytes((head * p + a) * p + b), weight);
      }
    }
  }
}

/** The way back of `headWeights`: gradients are added to those of query and key. */
export function headWeightGradients(
  p: i32,
  heads: i32,
  headWidth: i32,
  query: usize,
  key: usize,
  scale: f32,
  attentionRate: f32,
  weights: usize,
  gradient: usize,
  toQuery: usize,
  toKey: usize,
): void {
  const row = bytes(heads * headWidth);
  for (let head = 0; head < heads; head++) {
    const column = bytes(head * headWidth);
    for (let b = 0; b < p; b++) {
      const at = <usize>b * row + column;
      const second = <usize>(p + b) * row + column;
      let total: f32 = 0;
      for (let a = 0; a < p; a++) {
        const index = bytes((head * p + a) * p + b);
        const weight = f32.load(weights + index);
        const slope = scale * f32.load(gradient + index) * weight * (1 - weight / attentionRate);
        const first = <usize>a * row + column;
        addScaledRow(headWidth, key + first, slope, toQuery + at);
        addScaledRow(headWidth, query + at, slope, toKey + first);
        total += slope;
      }
      addScaledRow(headWidth, key + second, -total, toQuery + at);
      addScaledRow(headWidth, query + at, -total, toKey + second);
    }
  }
}

/**
 * What each head reads, for a block of pairs: Σ_j (α·softmax_j(scale·query·key_j) + 1 − α)·value_j.
 *
 * @param positions keys and values follow each other, `step` numbers apart
 * @param weights receives rows × heads × positions softmax weights, when α > 0
 * @param read receives rows × (heads·headWidth)
 */
export function attend(
  rows: i32,
  heads: i32,
  headWidth: i32,
  positions: i32,
  step: i32,
  query: usize,
  keys: usize,
  values: usize,
  scale: f32,
  attentionRate: f32,
  weights: usize,
  read: usize,
): void {
  const width = heads * headWidth;
  memory.fill(read, 0, bytes(rows * width));
  for (let row = 0; row < rows; row++) {
    for (let head = 0; head < heads; head++) {
      const at = bytes(row * width + head * headWidth);
      const own = weights + bytes((row * heads + head) * positions);
      if (attentionRate > 0) softmax(headWidth, positions, step, query + at, keys + at, scale, own);
      for (let j = 0; j < positions; j++) {
        const share: f32 = attentionRate > 0 ? attentionRate * f32.load(own + bytes(j)) + (1 - attentionRate) : 1;
        addScaledRow(headWidth, values + at + bytes(j * step), share, read + at);
      }
    }
  }
}

@inline
function softmax(
  headWidth: i32,
  positions: i32,
  step: i32,
  query: usize,
  keys: usize,
  scale: f32,
  weights: usize,
): void {
  let highest: f32 = -Infinity;
  for (let j = 0; j < positions; j++) {
    const score = scale * dot(headWidth, query, keys + bytes(j * step));
    f32.store(weights + bytes(j), score);
    highest = max(highest, score);
  }
  let total: f32 = 0;
  for (let j = 0; j < positions; j++) {
    const power = exponentialOf(max(f32.load(weights + bytes(j)) - highest, lowestScore));
    f32.store(weights + bytes(j), power);
    total += power;
  }
  for (let j = 0; j < positions; j++) f32.store(weights + bytes(j), f32.load(weights + bytes(j)) / total);
}

/** The way back of `attend`: gradients are added to those of query, keys and values. */
export function attendGradients(
  rows: i32,
  heads: i32,
  headWidth: i32,
  positions: i32,
  step: i32,
  query: usize,
  keys: usize,
  values: usize,
  scale: f32,
  attentionRate: f32,
  weights: usize,
  gradient: usize,
  toQuery: usize,
  toKeys: usize,
  toValues: usize,
): void {
  const width = heads * headWidth;
  for (let row = 0; row < rows; row++) {
    for (let head = 0; head < heads; head++) {
      const at = bytes(row * width + head * headWidth);
      const own = weights + bytes((row * heads + head) * positions);
      let average: f32 = 0;
      for (let j = 0; j < positions; j++) {
        const share: f32 = attentionRate > 0 ? attentionRate * f32.load(own + bytes(j)) + (1 - attentionRate) : 1;
        addScaledRow(headWidth, gradient + at, share, toValues + at + bytes(j * step));
      }
      if (attentionRate == 0) continue;
      for (let j = 0; j < positions; j++) {
        average += f32.load(own + bytes(j)) * dot(headWidth, gradient + at, values + at + bytes(j * step));
      }
      for (let j = 0; j < positions; j++) {
        const other = at + bytes(j * step);
        const along = dot(headWidth, gradient + at, values + other) - average;
        const slope = scale * attentionRate * f32.load(own + bytes(j)) * along;
        addScaledRow(headWidth, keys + other, slope, toQuery + at);
        addScaledRow(headWidth, query + at, slope, toKeys + other);
      }
    }
  }
}
