/**
 * The paper's formulas for the logits of one circle, Q(a,b,c) (SCIENCE section 3). Each is a product of
 * a function of the distance a − b and a function of the sum a + b and the class c, which makes it
 * cheap to compare with all p³ logits.
 */
import { modulo } from '../math/modular.ts';

/** Q(a,b,c) = distance[(a−b) mod p] · answer[((a+b) mod p)·p + c]. */
export interface LogitFormula {
  readonly distance: Float64Array;
  readonly answer: Float64Array;
}

/** Q_clock = cos w_k(a+b−c). */
export function clockFormula(k: number, p: number): LogitFormula {
  return { distance: new Float64Array(p).fill(1), answer: cosineOfRemainder(k, p) };
}

/**
 * Q_pizza = |cos(w_k(a−b)/2)|·cos w_k(a+b−c).
 *
 * @param offset angle by which the circle of b is turned against that of a, where each has its own
 */
export function pizzaFormula(k: number, p: number, offset = 0): LogitFormula {
  return { distance: halfDistance(k, p, offset), answer: cosineOfRemainder(k, p) };
}

/**
 * With s = (cos w_k a + cos w_k b, sin w_k a + sin w_k b):
 * |s·(cos w_k c/2, sin w_k c/2)| − |s·(−sin w_k c/2, cos w_k c/2)|
 * = 2|cos(w_k(a−b)/2)|·(|cos(w_k(a+b−c)/2)| − |sin(w_k(a+b−c)/2)|).
 */
export function absoluteDifferenceFormula(k: number, p: number): LogitFormula {
  const answer = answerTable(p, (remainder) => {
    const half = (Math.PI * ((k * remainder) % (2 * p))) / p;
    return 2 * (Math.abs(Math.cos(half)) - Math.abs(Math.sin(half)));
  });
  return { distance: halfDistance(k, p), answer };
}

/**
 * Q′_pizza = A·cos w_k c + B·sin w_k c with A = (|s₁| − |s₂|)/2, B = (|s₁+s₂| − |s₁−s₂|)/(2√2), where
 * s = 2cos(w_k(a−b)/2)·(cos θ, sin θ) with θ = w_k(a+b)/2.
 */
export function pizzaPrimeFormula(k: number, p: number): LogitFormula {
  const answer = new Float64Array(p * p);
  for (let sum = 0; sum < p; sum++) {
    const theta = (Math.PI * ((k * sum) % (2 * p))) / p;
    const [x, y] = [Math.cos(theta), Math.sin(theta)];
    const forCosine = Math.abs(x) - Math.abs(y);
    const forSine = (Math.abs(x + y) - Math.abs(x - y)) / Math.SQRT2;
    for (let c = 0; c < p; c++) {
      const angle = (2 * Math.PI * ((k * c) % p)) / p;
      answer[sum * p + c] = forCosine * Math.cos(angle) + forSine * Math.sin(angle);
    }
  }
  return { distance: halfDistance(k, p), answer };
}

/**
 * What a circle at embedding frequency 2k mod p adds to circle k where a−b is near p/2:
 * −cos w_k(a−b)·cos w_k(a+b−c).
 *
 * @param k frequency of the circle that is helped
 * @param offset as in `pizzaFormula`
 */
export function accompanyingFormula(k: number, p: number, offset = 0): LogitFormula {
  const distance = Float64Array.from(
    { length: p },
    (_, t) => -Math.cos((2 * Math.PI * ((k * t) % p)) / p + offset),
  );
  return { distance, answer: cosineOfRemainder(k, p) };
}

/**
 * Frequencies whose weak spot a circle at frequency k can repair: those j with 2j ≡ ±k (mod p), folded
 * into 1 … ⌊p/2⌋. One for odd p; none or two for even p.
 */
export function helpedFrequencies(k: number, p: number): number[] {
  const halves =
    p % 2 === 1 ? [modulo(k * ((p + 1) / 2), p)] : k % 2 === 0 ? [k / 2, k / 2 + p / 2] : [];
  const folded = halves.map((j) => Math.min(j % p, p - (j % p))).filter((j) => j > 0);
  return [...new Set(folded)];
}

/** |cos(w_k t/2)|, which has period p in t. */
function halfDistance(k: number, p: number, offset = 0): Float64Array {
  return Float64Array.from({ length: p }, (_, t) =>
    Math.abs(Math.cos((Math.PI * ((k * t) % (2 * p))) / p + offset / 2)),
  );
}

function cosineOfRemainder(k: number, p: number): Float64Array {
  return answerTable(p, (remainder) => Math.cos((2 * Math.PI * ((k * remainder) % p)) / p));
}

/** A table over (a+b, c) of a function of (a+b−c) mod p. */
function answerTable(p: number, value: (remainder: number) => number): Float64Array {
  const known = Float64Array.from({ length: p }, (_, remainder) => value(remainder));
  return Float64Array.from(
    { length: p * p },
    (_, at) => known[modulo(Math.floor(at / p) - (at % p), p)] as number,
  );
}
