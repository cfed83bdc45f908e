/**
 * Made-up snapshots that look like those of a trained network: an embedding with a few strong
 * circles in noise, and correct logits with bands. Seeded, so that pictures can be compared.
 */

import { frequencyComponents, residueAngle } from '../../src/math/fourier.ts';
import { greatestCommonDivisor } from '../../src/math/modular.ts';
import { createRandomStream, type RandomStream } from '../../src/math/random.ts';
import { dotProduct } from '../../src/math/statistics.ts';
import type { CirclePlane } from '../../src/plots/circles.ts';
import { addScaled, multiplyVector } from './vectors.ts';

/** One circle of a made-up embedding. */
export interface CircleRecipe {
  readonly k: number;
  readonly amplitude: number;
  /** Sine's amplitude over the cosine's. */
  readonly roundness?: number;
}

const WIDTH = 64;

/** Planes of an embedding with the given circles and normal noise. */
export function makePlanes(
  p: number,
  circles: readonly CircleRecipe[],
  noise: number,
  seed = 1,
): CirclePlane[] {
  const random = createRandomStream(seed, 'fixture');
  const table = Float64Array.from({ length: p * WIDTH }, () => noise * random.normal());
  const directions: Float64Array[] = [];
  for (const { k, amplitude, roundness = 1 } of circles) {
    const cosine = newDirection(directions, random);
    const sine = newDirection(directions, random);
    for (let t = 0; t < p; t++) {
      const angle = residueAngle(k, t, p);
      const row = table.subarray(t * WIDTH, (t + 1) * WIDTH);
      addScaled(row, cosine, amplitude * Math.cos(angle));
      addScaled(row, sine, amplitude * roundness * Math.sin(angle));
    }
  }
  return planesOf(table, p, WIDTH);
}

/** A random direction orthogonal to the earlier ones, as long as WIDTH standard normal numbers. */
function newDirection(earlier: Float64Array[], random: RandomStream): Float64Array {
  const direction = Float64Array.from({ length: WIDTH }, () => random.normal());
  for (const other of earlier) addScaled(direction, other, -dotProduct(direction, other) / WIDTH);
  const scale = Math.sqrt(WIDTH / dotProduct(direction, direction));
  earlier.push(direction.map((coordinate) => coordinate * scale));
  return earlier.at(-1) as Float64Array;
}

/** Frequency planes of a p × width table, as the analysis of a run computes them. */
export function planesOf(table: Float64Array, p: number, width: number): CirclePlane[] {
  const centred = centre(table, p, width);
  const components = frequencyComponents(centred, p, width);
  const powers = components.map(
    ({ cosine, sine }) => dotProduct(cosine, cosine) + dotProduct(sine, sine),
  );
  const total = powers.reduce((sum, power) => sum + power, 0);
  return components.map(({ k, cosine, sine }, index) => {
    const cc = dotProduct(cosine, cosine);
    const ss = dotProduct(sine, sine);
    const cs = dotProduct(cosine, sine);
    const isDegenerate = 2 * k === p;
    const root = Math.sqrt(Math.max(0, cc * ss - cs * cs));
    const spread = Math.sqrt((cc - ss) ** 2 + 4 * cs * cs);
    const axisRatio = Math.sqrt(Math.max(0, cc + ss - spread) / (cc + ss + spread));
    // Inverse square root of the 2 × 2 Gram matrix: the frame nearest to cosine and sine.
    const scale = 1 / (root * Math.sqrt(cc + ss + 2 * root));
    const first = new Float64Array(width);
    const second = new Float64Array(width);
    if (isDegenerate) addScaled(first, cosine, 1 / Math.sqrt(cc));
    else {
      addScaled(first, cosine, scale * (ss + root));
      addScaled(first, sine, -scale * cs);
      addScaled(second, cosine, -scale * cs);
      addScaled(second, sine, scale * (cc + root));
    }
    const x = multiplyVector(centred, first, p, width);
    const y = multiplyVector(centred, second, p, width);
    return {
      k,
      powerFraction: (powers[index] as number) / total,
      axisRatio: isDegenerate ? 0 : axisRatio,
      points: Float32Array.from({ length: 2 * p }, (_, i) => (i % 2 ? y : x)[i >> 1] as number),
      sharedFactor: greatestCommonDivisor(k, p),
      degenerate: isDegenerate,
    };
  });
}

/** Correct logits whose strength depends on a − b and on a + b in the given proportions. */
export function makeLogits(
  p: number,
  strengths: { base: number; difference: number; sum: number; noise: number },
  seed = 1,
): Float32Array {
  const random = createRandomStream(seed, 'fixture');
  const profile = (frequencies: readonly number[]) =>
    Float64Array.from({ length: p }, (_, t) =>
      frequencies.reduce((sum, k) => sum + Math.abs(Math.cos(residueAngle(k, t, p) / 2)), 0),
    );
  const difference = profile([17, 3, 15]);
  const sum = Float64Array.from({ length: p }, () => random.normal());
  return Float32Array.from({ length: p * p }, (_, index) => {
    const a = Math.floor(index / p);
    const b = index % p;
    return (
      strengths.base +
      strengths.difference * (difference[(a - b + p) % p] as number) +
      strengths.sum * (sum[(a + b) % p] as number) +
      strengths.noise * random.normal()
    );
  });
}

function centre(table: Float64Array, p: number, width: number): Float64Array {
  const mean = new Float64Array(width);
  for (let t = 0; t < p; t++) addScaled(mean, table.subarray(t * width, (t + 1) * width), 1 / p);
  const centred = Float64Array.from(table);
  for (let t = 0; t < p; t++) addScaled(centred.subarray(t * width, (t + 1) * width), mean, -1);
  return centred;
}
