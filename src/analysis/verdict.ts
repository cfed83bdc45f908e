/** The verdict: which algorithm a network uses, and why, in words (SCIENCE section 4). */
import { circularThreshold } from './circularity.ts';
import { type FrequencyShare, mainFrequencies } from './spectrum.ts';
import { writtenReason } from './written-reason.ts';

/** Which algorithm a network uses. */
export type VerdictKind = 'learning' | 'pizza' | 'clock' | 'between' | 'non-circular';

/** A verdict and the sentence that gives its reason, in English: files keep it. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly reason: string;
}

/** The numbers a verdict rests on. */
export interface VerdictEvidence {
  readonly testAccuracy: number;
  /** Set where nobody knows which pairs it was trained on: the accuracy is that of all pairs. */
  readonly splitUnknown?: boolean;
  readonly gradientSymmetricity: number;
  readonly distanceIrrelevance: number;
  readonly circularity: number;
  readonly frequencies: readonly FrequencyShare[];
}

/** Above this the gradients to a and b agree: not a Clock. */
export const symmetricThreshold = 0.98;
/** Below this the correct logit depends on the distance a − b: a Pizza. */
export const irrelevanceThreshold = 0.6;
/** No verdict before the network answers this share of the test pairs correctly. */
export const learnedAccuracy = 0.99;
/** A plane with at least this axis ratio is called round. */
export const roundThreshold = 0.7;
/** Below this axis ratio a plane is a line. */
const lineThreshold = 0.4;

/** The verdict on a network. */
export function judge(evidence: VerdictEvidence, p: number): Verdict {
  const { testAccuracy } = evidence;
  if (!(testAccuracy >= learnedAccuracy)) {
    return {
      kind: 'learning',
      reason: writtenReason(evidence.splitUnknown === true ? 'learningOfAll' : 'learning', {
        share: percent(testAccuracy),
      }),
    };
  }
  return judgeAlgorithm(evidence, p);
}

/** The verdict on how a network answers, however many of its answers are right. */
export function judgeAlgorithm(
  evidence: Omit<VerdictEvidence, 'testAccuracy'>,
  p: number,
): Verdict {
  return nonCircularVerdict(evidence, p) ?? algorithmVerdict(evidence);
}

function algorithmVerdict(
  evidence: Pick<VerdictEvidence, 'gradientSymmetricity' | 'distanceIrrelevance'>,
): Verdict {
  const { gradientSymmetricity, distanceIrrelevance } = evidence;
  if (!Number.isFinite(gradientSymmetricity) || !Number.isFinite(distanceIrrelevance)) {
    return {
      kind: 'between',
      reason: writtenReason('noValue'),
    };
  }
  const symmetric = gradientSymmetricity > symmetricThreshold;
  const dependsOnDistance = distanceIrrelevance < irrelevanceThreshold;
  const values = {
    gs: besideThreshold(gradientSymmetricity, 3, symmetricThreshold),
    q: besideThreshold(distanceIrrelevance, 2, irrelevanceThreshold),
  };
  if (symmetric && dependsOnDistance) {
    return { kind: 'pizza', reason: writtenReason('pizza', values) };
  }
  if (!symmetric && !dependsOnDistance) {
    return { kind: 'clock', reason: writtenReason('clock', values) };
  }
  return {
    kind: 'between',
    reason: writtenReason(symmetric ? 'symmetricButFar' : 'nearButAsymmetric', values),
  };
}

function nonCircularVerdict(
  evidence: Pick<VerdictEvidence, 'circularity' | 'frequencies'>,
  p: number,
): Verdict | undefined {
  const main = mainFrequencies(evidence.frequencies);
  const round = main.some(({ axisRatio }) => axisRatio >= roundThreshold);
  if (evidence.circularity >= circularThreshold || round || main.length === 0) return undefined;
  return {
    kind: 'non-circular',
    reason: nonCircularReason(evidence.circularity.toFixed(3), main, p),
  };
}

/** Names the two shapes the paper's appendix shows, where they are recognised. */
function nonCircularReason(
  circularity: string,
  main: readonly FrequencyShare[],
  p: number,
): string {
  const [strongest, next] = main;
  if (strongest === undefined || strongest.axisRatio >= lineThreshold) {
    return writtenReason('notCircular', { circularity });
  }
  const first = strongest.k;
  const harmonics = [2, 3].map((factor) => {
    const k = (first * factor) % p;
    return Math.min(k, p - k);
  });
  if (main.some(({ k }) => k !== first && harmonics.includes(k))) {
    return writtenReason('bentLine', { circularity, first });
  }
  if (next !== undefined && next.axisRatio < lineThreshold) {
    return writtenReason('lissajous', { circularity, first, second: next.k });
  }
  return writtenReason('nearlyLine', { circularity, first });
}

/** As many decimals as it takes not to read like the threshold it is compared with. */
function besideThreshold(value: number, decimals: number, threshold: number): string {
  let digits = decimals;
  while (value !== threshold && Number(value.toFixed(digits)) === threshold && digits < 8) digits++;
  return value.toFixed(digits);
}

/** Rounded down: 0.9899 must not read as the 99 % it falls short of. */
function percent(share: number): string {
  const digits = share > 0.985 && share < 1 ? 1 : 0;
  const steps = 100 * 10 ** digits;
  return ((100 * Math.floor(share * steps + 1e-9)) / steps).toFixed(digits);
}
