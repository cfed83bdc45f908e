/** The verdict: which algorithm a network uses, and why, in words (SCIENCE section 4). */
import { circularThreshold } from './circularity.ts';
import { type FrequencyShare, mainFrequencies } from './spectrum.ts';

/** Which algorithm a network uses. */
export type VerdictKind = 'learning' | 'pizza' | 'clock' | 'between' | 'non-circular';

/** A verdict and the sentence that gives its reason. */
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
      reason: `It answers ${percent(testAccuracy)} of ${evidence.splitUnknown === true ? 'all pairs' : 'the pairs it never saw'}; a verdict needs 99 %.`,
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
      reason:
        'Gradient symmetricity or q has no value: the gradients or logits are all zero or overflow.',
    };
  }
  const symmetric = gradientSymmetricity > symmetricThreshold;
  const dependsOnDistance = distanceIrrelevance < irrelevanceThreshold;
  const gs = besideThreshold(gradientSymmetricity, 3, symmetricThreshold);
  const q = besideThreshold(distanceIrrelevance, 2, irrelevanceThreshold);
  if (symmetric && dependsOnDistance) {
    return {
      kind: 'pizza',
      reason: `Gradients to a and b agree (${gs} > 0.98): not a Clock. The correct logit depends on the distance a−b (q = ${q} < 0.6): a Pizza.`,
    };
  }
  if (!symmetric && !dependsOnDistance) {
    return {
      kind: 'clock',
      reason: `Gradients to a and b differ (${gs} ≤ 0.98), and the correct logit depends little on the distance a−b (q = ${q} ≥ 0.6): a Clock.`,
    };
  }
  return {
    kind: 'between',
    reason: symmetric
      ? `Gradients to a and b agree (${gs} > 0.98): not a Clock. But the correct logit depends too little on the distance a−b for a Pizza (q = ${q} ≥ 0.6).`
      : `The correct logit depends on the distance a−b (q = ${q} < 0.6) as in a Pizza, but the gradients to a and b differ (${gs} ≤ 0.98) as in a Clock.`,
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
    reason: `The tokens do not lie on circles (circularity ${evidence.circularity.toFixed(3)}, below 0.995)${shapeName(main, p)}. Clock and Pizza describe circles only.`,
  };
}

/** Names the two shapes the paper's appendix shows, where they are recognised. */
function shapeName(main: readonly FrequencyShare[], p: number): string {
  const [strongest, next] = main;
  if (strongest === undefined || strongest.axisRatio >= lineThreshold) return '';
  const harmonics = [2, 3].map((factor) => {
    const k = (strongest.k * factor) % p;
    return Math.min(k, p - k);
  });
  if (main.some(({ k }) => k !== strongest.k && harmonics.includes(k))) {
    return `: they form a line of frequency ${strongest.k} bent by its harmonics`;
  }
  if (next !== undefined && next.axisRatio < lineThreshold) {
    return `: frequencies ${strongest.k} and ${next.k} share a plane, a Lissajous figure`;
  }
  return `: frequency ${strongest.k} is nearly a line`;
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
  return `${((100 * Math.floor(share * steps + 1e-9)) / steps).toFixed(digits)} %`;
}
