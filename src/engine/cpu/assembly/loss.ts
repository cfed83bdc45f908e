/**
 * Cross-entropy of a block of pairs and its gradient, with full relative precision down to losses
 * far below 1e-7 (SCIENCE section 2). With M the largest logit, e_c = exp(l_c − M), s = Σ_{c≠y} e_c:
 *
 *   loss = (M − l_y) + log1p(s + (e_y − 1)),     ∂loss/∂l_c = e_c/Z,     ∂loss/∂l_y = −s/Z.
 */
import { exponential } from './exponential';
import { bytes, flushed, largestLane, sumOfLanes } from './lanes';

/** Below any logit; its exponential is as small as the smallest kept. */
const nothing: f32 = -1e30;
/** Differences below this add less than 1e-32 to a sum of at least 1. */
const lowestDifference: f32 = -75;
/** Gradients closer to zero cannot be felt by any update. */
const tinyGradient: f32 = 1e-20;

/**
 * @param rows pairs of the block
 * @param classes number of logits; rows hold them rounded up to four, what is beyond is overwritten
 * @param labels right answer of each pair, 32-bit integers
 * @param places where in `correct` and `wrong` each pair's largest logits go, 32-bit integers
 * @param gradient receives the gradient of weight·loss, zero beyond the classes; 0 for none
 * @param sums two float64: the losses and the right answers are added to them
 * @param correct logit of the right answer; wrong: largest other logit
 */
export function pairLoss(
  rows: i32,
  classes: i32,
  logits: usize,
  stride: i32,
  labels: usize,
  places: usize,
  weight: f32,
  gradient: usize,
  scratch: usize,
  sums: usize,
  correct: usize,
  wrong: usize,
): void {
  const padded = (classes + 3) & ~3;
  let lossSum = f64.load(sums);
  let hits = f64.load(sums, 8);
  for (let row = 0; row < rows; row++) {
    const label = i32.load(labels + bytes(row));
    const place = bytes(i32.load(places + bytes(row)));
    for (let c = classes; c < padded; c++) f32.store(logits + bytes(c), nothing);
    const powers = gradient == 0 ? scratch : gradient;

    const answer = f32.load(logits + bytes(label));
    f32.store(logits + bytes(label), nothing);
    const other = largest(logits, padded);
    f32.store(logits + bytes(label), answer);
    f32.store(correct + place, answer);
    f32.store(wrong + place, other);
    if (isHit(logits, label, answer, other)) hits += 1;

    const highest = max(answer, other);
    exponentials(logits, powers, padded, highest);
    const answerPower = f32.load(powers + bytes(label));
    f32.store(powers + bytes(label), 0);
    for (let c = classes; c < padded; c++) f32.store(powers + bytes(c), 0);
    const others = sum(powers, padded);
    const excess = others + (answerPower - 1);
    lossSum += <f64>(highest - answer) + preciseLog1p(<f64>excess);
    if (gradient != 0) {
      const factor = weight / (excess + 1);
      scale(gradient, padded, factor);
      const slope = -others * factor;
      f32.store(gradient + bytes(label), abs(slope) < tinyGradient ? 0 : slope);
      gradient += bytes(stride);
    }
    logits += bytes(stride);
  }
  f64.store(sums, lossSum);
  f64.store(sums, hits, 8);
}

/** The first of the largest logits counts as the answer given. */
@inline
function isHit(logits: usize, label: i32, answer: f32, other: f32): bool {
  if (answer != other) return answer > other;
  for (let c = 0; c < label; c++) {
    if (f32.load(logits + bytes(c)) == answer) return false;
  }
  return true;
}

@inline
function largest(row: usize, length: i32): f32 {
  let best = f32x4.splat(nothing);
  for (const end = row + bytes(length); row < end; row += 16) best = f32x4.max(best, v128.load(row));
  return largestLane(best);
}

@inline
function exponentials(row: usize, target: usize, length: i32, highest: f32): void {
  const shift = f32x4.splat(highest);
  const lowest = f32x4.splat(lowestDifference);
  for (const end = row + bytes(length); row < end; row += 16, target += 16) {
    v128.store(target, exponential(f32x4.max(f32x4.sub(v128.load(row), shift), lowest)));
  }
}

@inline
function sum(row: usize, length: i32): f32 {
  let total = f32x4.splat(0);
  for (const end = row + bytes(length); row < end; row += 16) total = f32x4.add(total, v128.load(row));
  return sumOfLanes(total);
}

@inline
function scale(row: usize, length: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  const tiny = f32x4.splat(tinyGradient);
  for (const end = row + bytes(length); row < end; row += 16) {
    v128.store(row, flushed(f32x4.mul(v128.load(row), factors), tiny));
  }
}

/**
 * log(1 + z) for z ≥ 0 with full relative precision, as 2·artanh(z/(2 + z)); beyond ½ after taking
 * powers of two out. Without a table: static data would lie where the engine keeps its own.
 */
@inline
function preciseLog1p(z: f64): f64 {
  if (z <= 0.5) return doubleArtanh(z / (2 + z));
  // NaN and infinity as they are.
  if (!(z < 1e300)) return z;
  const bits = reinterpret<u64>(1 + z);
  const exponent = <f64>(<i64>(bits >> 52) - 1023);
  const mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  return exponent * 0.6931471805599453 + doubleArtanh((mantissa - 1) / (mantissa + 1));
}

/** 2·artanh(s) for |s| ≤ 1/3, by its series. */
@inline
function doubleArtanh(s: f64): f64 {
  const square = s * s;
  let sum: f64 = 0;
  for (let odd: f64 = 31; odd > 0; odd -= 2) sum = sum * square + 1 / odd;
  return 2 * s * sum;
}
