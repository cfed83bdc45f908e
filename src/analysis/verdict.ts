/** The verdict: which algorithm a network uses, and why, in words (SCIENCE section 4). */
import { circularThreshold } from './circularity.ts';
import { type FrequencyShare, mainFrequencies } from './spectrum.ts';
import { type ReasonVoice, writtenReasons } from './verdict-words.ts';

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

/** The verdict on a network. Its reason is in English, as files keep it; `reasonInWords` says it again. */
export function judge(evidence: VerdictEvidence, p: number): Verdict {
  const { testAccuracy, splitUnknown = false } = evidence;
  if (!(testAccuracy >= learnedAccuracy)) {
    return { kind: 'learning', reason: learningReason(testAccuracy, splitUnknown, writtenReasons) };
  }
  return judgeAlgorithm(evidence, p);
}

/** The verdict on how a network answers, however many of its answers are right. */
export function judgeAlgorithm(
  evidence: Omit<VerdictEvidence, 'testAccuracy'>,
  p: number,
): Verdict {
  const { circularity, frequencies } = evidence;
  return isNonCircular(evidence)
    ? {
        kind: 'non-circular',
        reason: nonCircularReason(circularity, frequencies, p, writtenReasons),
      }
    : algorithmVerdict(evidence, writtenReasons);
}

/** Why there is no verdict yet. @param ofAll the accuracy is that of all pairs */
export function learningReason(accuracy: number, ofAll: boolean, voice: ReasonVoice): string {
  return voice.say('stillLearning', {
    share: percent(accuracy, voice),
    whose: ofAll ? 'all' : 'unseen',
  });
}

/** Which algorithm an embedding of circles is used by. */
export function algorithmVerdict(
  evidence: Pick<VerdictEvidence, 'gradientSymmetricity' | 'distanceIrrelevance'>,
  voice: ReasonVoice,
): Verdict {
  const { gradientSymmetricity, distanceIrrelevance } = evidence;
  if (!Number.isFinite(gradientSymmetricity) || !Number.isFinite(distanceIrrelevance)) {
    return { kind: 'between', reason: voice.say('noValue') };
  }
  const symmetric = gradientSymmetricity > symmetricThreshold;
  const dependsOnDistance = distanceIrrelevance < irrelevanceThreshold;
  const values = {
    gs: besideThreshold(gradientSymmetricity, 3, symmetricThreshold, voice),
    q: besideThreshold(distanceIrrelevance, 2, irrelevanceThreshold, voice),
  };
  if (symmetric && dependsOnDistance) return { kind: 'pizza', reason: voice.say('pizza', values) };
  if (!symmetric && !dependsOnDistance)
    return { kind: 'clock', reason: voice.say('clock', values) };
  return {
    kind: 'between',
    reason: voice.say(symmetric ? 'symmetricButFar' : 'nearButAsymmetric', values),
  };
}

function isNonCircular({
  circularity,
  frequencies,
}: Pick<VerdictEvidence, 'circularity' | 'frequencies'>): boolean {
  const main = mainFrequencies(frequencies);
  const round = main.some(({ axisRatio }) => axisRatio >= roundThreshold);
  return !(circularity >= circularThreshold || round || main.length === 0);
}

/** Why it is none of circles. Names the two shapes the paper's appendix shows, where they are recognised. */
export function nonCircularReason(
  circularity: number,
  frequencies: readonly FrequencyShare[],
  p: number,
  voice: ReasonVoice,
): string {
  const main = mainFrequencies(frequencies);
  const [strongest, next] = main;
  const values = { circularity: voice.decimals(circularity, 3) };
  if (strongest === undefined || strongest.axisRatio >= lineThreshold) {
    return voice.say('notCircular', values);
  }
  const first = strongest.k;
  const harmonics = [2, 3].map((factor) => {
    const k = (first * factor) % p;
    return Math.min(k, p - k);
  });
  if (main.some(({ k }) => k !== first && harmonics.includes(k))) {
    return voice.say('bentLine', { ...values, first });
  }
  if (next !== undefined && next.axisRatio < lineThreshold) {
    return voice.say('lissajous', { ...values, first, second: next.k });
  }
  return voice.say('nearlyLine', { ...values, first });
}

/** As many decimals as it takes not to read like the threshold it is compared with. */
function besideThreshold(
  value: number,
  decimals: number,
  threshold: number,
  voice: ReasonVoice,
): string {
  let digits = decimals;
  while (value !== threshold && Number(value.toFixed(digits)) === threshold && digits < 8) digits++;
  return voice.decimals(value, digits);
}

/** Rounded down: 0.9899 must not read as the 99 % it falls short of. */
function percent(share: number, voice: ReasonVoice): string {
  const digits = share > 0.985 && share < 1 ? 1 : 0;
  const steps = 100 * 10 ** digits;
  return voice.decimals((100 * Math.floor(share * steps + 1e-9)) / steps, digits);
}
