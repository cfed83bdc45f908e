/**
 * Tokens as a network sees them: names whose order says nothing about numbers. The same token has
 * the same name and colour everywhere; what is shuffled is which.
 */

import { createRandomStream, randomPermutation } from '../../../math/random.ts';

export interface Ordering {
  /** Token that stands at an index, length p. */
  readonly tokens: ArrayLike<number>;
  /** Index at which a token stands, length p. */
  readonly places: ArrayLike<number>;
  /** Index of a token's colour on the wheel of hues, length p. */
  readonly hues: ArrayLike<number>;
}

const SEED = 59;
const CONSONANTS = 'bdfghjklmnprstvwz';
const VOWELS = 'aeiou';
const SYLLABLES = CONSONANTS.length * VOWELS.length;

/** The numbers in their own order. */
export function numberOrdering(p: number): Ordering {
  const tokens = Uint32Array.from({ length: p }, (_, index) => index);
  return { tokens, places: tokens, hues: tokens };
}

/**
 * The same order at every visit. Colours have one of their own: in that of the names the row of 0,
 * where every answer is the column's own name, would still be a rainbow.
 */
export function symbolOrdering(p: number): Ordering {
  const tokens = randomPermutation(p, createRandomStream(SEED, 'symbols'));
  const places = new Uint32Array(p);
  tokens.forEach((token, index) => {
    places[token] = index;
  });
  return { tokens, places, hues: randomPermutation(p, createRandomStream(SEED, 'hues')) };
}

/** The name of the token at an index of the shuffled order, in alphabetical order: "ba", "be" … */
export function symbolName(index: number): string {
  const rest = index % SYLLABLES;
  const syllable =
    (CONSONANTS[Math.floor(rest / VOWELS.length)] ?? '') + (VOWELS[rest % VOWELS.length] ?? '');
  return index < SYLLABLES ? syllable : syllable + symbolName(Math.floor(index / SYLLABLES) - 1);
}
