/**
 * Seeded random numbers. Everything random in a run (weights, split, sampled triples) comes from
 * here, so that one seed names one run.
 */

/** A stream of reproducible random numbers. */
export interface RandomStream {
  /** Uniform on [0, 1) with 32 bits of resolution. */
  uniform(): number;
  /** Standard normal (mean 0, deviation 1), by the polar Box–Muller method. */
  normal(): number;
  /** Uniform whole number in 0 … bound − 1. */
  integer(bound: number): number;
}

/**
 * An independent stream for one purpose of one run. Streams with different names share nothing, so
 * changing the train fraction leaves the initial weights of the same seed untouched.
 *
 * @param seed whole number; only its low 32 bits are used
 * @param purpose name of the stream, for example "weights" or "split"
 */
export function createRandomStream(seed: number, purpose: string): RandomStream {
  const mix = splitMix32((seed ^ hashText(purpose)) >>> 0);
  const next = smallFastCounter(mix(), mix(), mix(), seed >>> 0);
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  let spare: number | undefined;

  const uniform = () => next() / 4294967296;
  return {
    uniform,
    integer: (bound) => Math.floor(uniform() * bound),
    normal() {
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      for (;;) {
        const x = 2 * uniform() - 1;
        const y = 2 * uniform() - 1;
        const radius = x * x + y * y;
        if (radius > 0 && radius < 1) {
          const scale = Math.sqrt((-2 * Math.log(radius)) / radius);
          spare = y * scale;
          return x * scale;
        }
      }
    },
  };
}

/** The numbers 0 … length − 1 in random order (Fisher–Yates). */
export function randomPermutation(length: number, random: RandomStream): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const other = random.integer(last + 1);
    const swapped = order[last] as number;
    order[last] = order[other] as number;
    order[other] = swapped;
  }
  return order;
}

/** FNV-1a hash of a text, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** SplitMix32: spreads a poor seed over the state of the main generator. */
function splitMix32(state: number): () => number {
  let current = state | 0;
  return () => {
    current = (current + 0x9e3779b9) | 0;
    let mixed = Math.imul(current ^ (current >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

/** Doty-Humphrey's Small Fast Counting generator (sfc32), period about 2^127. */
function smallFastCounter(a: number, b: number, c: number, d: number): () => number {
  let first = a | 0;
  let second = b | 0;
  let third = c | 0;
  let counter = d | 0;
  return () => {
    const result = (((first + second) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    first = second ^ (second >>> 9);
    second = (third + (third << 3)) | 0;
    third = ((third << 21) | (third >>> 11)) + result;
    third |= 0;
    return result >>> 0;
  };
}
