/**
 * Values of pairs (a, b) out of tables with one row a token, and the way back:
 *
 *   out[a,b] = first[a] + second[b] + Σ_h weight_h[a,b]·(firstHead_h[a] − secondHead_h[b]).
 *
 * Only a block of pairs exists at a time (DESIGN section 4: the hidden tensor is never whole).
 */
import { bend, bendBack } from './activation';
import { bytes, sumOfLanes } from './lanes';

/**
 * @param rows pairs of the block
 * @param firsts a of each pair, 32-bit integers; seconds: b
 * @param p number of tokens
 * @param width numbers in a row of any table, a multiple of four
 * @param first p × width, or 0 for none
 * @param second p × width
 * @param heads for each: 2p × width, firstHead's rows and then secondHead's
 * @param weights heads × p × p, index a·p + b
 * @param out rows × width; its first `hiddenWidth` numbers go through the activation
 */
export function pairValues(
  rows: i32,
  firsts: usize,
  seconds: usize,
  p: i32,
  width: i32,
  first: usize,
  second: usize,
  headCount: i32,
  heads: usize,
  weights: usize,
  out: usize,
  slopes: usize,
  hiddenWidth: i32,
  kind: i32,
): void {
  const rowBytes = bytes(width);
  for (let row = 0; row < rows; row++) {
    const a = i32.load(firsts + bytes(row));
    const b = i32.load(seconds + bytes(row));
    addTables(out, first == 0 ? 0 : first + bytes(a * width), second + bytes(b * width), rowBytes);
    for (let head = 0; head < headCount; head++) {
      addHead(
        out,
        heads + bytes((2 * head * p + a) * width),
        heads + bytes((2 * head * p + p + b) * width),
        f32.load(weights + bytes((head * p + a) * p + b)),
        rowBytes,
      );
    }
    bend(1, hiddenWidth, out, slopes, 0, kind);
    out += rowBytes;
    slopes += rowBytes;
  }
}

@inline
function addTables(out: usize, first: usize, second: usize, length: usize): void {
  if (first == 0) {
    memory.copy(out, second, length);
    return;
  }
  for (const end = out + length; out < end; out += 16, first += 16, second += 16) {
    v128.store(out, f32x4.add(v128.load(first), v128.load(second)));
  }
}

@inline
function addHead(out: usize, first: usize, second: usize, weight: f32, length: usize): void {
  const factor = f32x4.splat(weight);
  for (const end = out + length; out < end; out += 16, first += 16, second += 16) {
    const difference = f32x4.sub(v128.load(first), v128.load(second));
    v128.store(out, f32x4.add(v128.load(out), f32x4.mul(factor, difference)));
  }
}

/**
 * Sums the gradient of a block's values over the pairs of each token. Gradients are added to what
 * is there; `toWeights` is set. Parameters as in `pairValues`.
 *
 * @param gradient rows × width, of the values after the activation; before it afterwards
 * @param toFirst or 0 for none
 */
export function pairGradients(
  rows: i32,
  firsts: usize,
  seconds: usize,
  p: i32,
  width: i32,
  headCount: i32,
  heads: usize,
  weights: usize,
  out: usize,
  slopes: usize,
  hiddenWidth: i32,
  kind: i32,
  gradient: usize,
  toFirst: usize,
  toSecond: usize,
  toHeads: usize,
  toWeights: usize,
): void {
  const rowBytes = bytes(width);
  for (let row = 0; row < rows; row++) {
    const a = i32.load(firsts + bytes(row));
    const b = i32.load(seconds + bytes(row));
    bendBack(1, hiddenWidth, out, slopes, gradient, 0, kind);
    if (toFirst != 0) addRow(toFirst + bytes(a * width), gradient, rowBytes);
    addRow(toSecond + bytes(b * width), gradient, rowBytes);
    for (let head = 0; head < headCount; head++) {
      const ofFirst = bytes((2 * head * p + a) * width);
      const ofSecond = bytes((2 * head * p + p + b) * width);
      const at = bytes((head * p + a) * p + b);
      const slope = headGradients(
        gradient,
        heads + ofFirst,
        heads + ofSecond,
        toHeads + ofFirst,
        toHeads + ofSecond,
        f32.load(weights + at),
        rowBytes,
      );
      f32.store(toWeights + at, slope);
    }
    out += rowBytes;
    slopes += rowBytes;
    gradient += rowBytes;
  }
}

@inline
function addRow(target: usize, source: usize, length: usize): void {
  for (const end = target + length; target < end; target += 16, source += 16) {
    v128.store(target, f32x4.add(v128.load(target), v128.load(source)));
  }
}

/** Returns gradient·(first − second), the slope along the head's weight. */
@inline
function headGradients(
  gradient: usize,
  first: usize,
  second: usize,
  toFirst: usize,
  toSecond: usize,
  weight: f32,
  length: usize,
): f32 {
  const factor = f32x4.splat(weight);
  let sum = f32x4.splat(0);
  for (const end = gradient + length; gradient < end; gradient += 16) {
    const slope = v128.load(gradient);
    sum = f32x4.add(sum, f32x4.mul(slope, f32x4.sub(v128.load(first), v128.load(second))));
    const weighted = f32x4.mul(slope, factor);
    v128.store(toFirst, f32x4.add(v128.load(toFirst), weighted));
    v128.store(toSecond, f32x4.sub(v128.load(toSecond), weighted));
    first += 16;
    second += 16;
    toFirst += 16;
    toSecond += 16;
  }
  return sumOfLanes(sum);
}
