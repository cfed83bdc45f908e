/** AdamW on one flat vector (SCIENCE section 2). */
import { bytes, flushed } from './lanes';

const tinyValue: f32 = 1e-18;
const tinySecondMoment: f32 = 1e-32;

/**
 * One update, in place. Moments are kept divided by (1 − β), as in the engine on TensorFlow.js.
 *
 * @param count numbers in each vector, a multiple of four
 * @param decay factor of the weights: 1 − rate·weight decay
 * @param stepSize learning rate with both bias corrections
 * @param epsilon eps with the second moment's correction
 */
export function adamUpdate(
  count: i32,
  value: usize,
  gradient: usize,
  first: usize,
  second: usize,
  firstBeta: f32,
  secondBeta: f32,
  decay: f32,
  stepSize: f32,
  epsilon: f32,
): void {
  const beta1 = f32x4.splat(firstBeta);
  const beta2 = f32x4.splat(secondBeta);
  const shrink = f32x4.splat(decay);
  const rate = f32x4.splat(stepSize);
  const small = f32x4.splat(epsilon);
  const tiny = f32x4.splat(tinyValue);
  const tinySquare = f32x4.splat(tinySecondMoment);
  for (const end = value + bytes(count); value < end; value += 16) {
    const slope = v128.load(gradient);
    const m = flushed(f32x4.add(f32x4.mul(v128.load(first), beta1), slope), tiny);
    const v = flushed(
      f32x4.add(f32x4.mul(v128.load(second), beta2), f32x4.mul(slope, slope)),
      tinySquare,
    );
    const direction = f32x4.div(m, f32x4.add(f32x4.sqrt(v), small));
    const updated = f32x4.sub(f32x4.mul(v128.load(value), shrink), f32x4.mul(direction, rate));
    v128.store(value, flushed(updated, tiny));
    v128.store(first, m);
    v128.store(second, v);
    gradient += 16;
    first += 16;
    second += 16;
  }
}
