/** The reason of a verdict that was given before, elsewhere or in another language. */
import { sourceLanguage } from '../messages/languages.ts';
import { spokenLanguage } from '../messages/words.ts';
import type { FrequencyShare } from './spectrum.ts';
import {
  algorithmVerdict,
  learningReason,
  nonCircularReason,
  type VerdictKind,
} from './verdict.ts';
import { spokenReasons } from './verdict-words.ts';

/** A verdict with what it rests on, as far as it is known. */
export interface JudgedNetwork {
  readonly verdict: VerdictKind;
  /** As it was written, in English. */
  readonly verdictReason: string;
  readonly step?: number | null;
  /** NaN where nobody knows which pairs it was trained on, or where it diverged. */
  readonly testAccuracy: number;
  /** Over all pairs. */
  readonly accuracy?: number;
  readonly gradientSymmetricity: number;
  readonly distanceIrrelevance: number;
  readonly circularity: number;
  /** Without them the shape of an embedding without circles is not named. */
  readonly frequencies?: readonly FrequencyShare[];
}

/** The reason in the language that is on; as it was written where the numbers do not bear it out. */
export function reasonInWords(judged: JudgedNetwork, p: number): string {
  const { verdict, verdictReason, step, testAccuracy, accuracy = Number.NaN } = judged;
  if (spokenLanguage() === sourceLanguage) return verdictReason;
  if (verdict === 'non-circular') {
    return nonCircularReason(judged.circularity, judged.frequencies ?? [], p, spokenReasons);
  }
  if (verdict !== 'learning') {
    const again = algorithmVerdict(judged, spokenReasons);
    return again.kind === verdict ? again.reason : verdictReason;
  }
  if (Number.isFinite(testAccuracy)) return learningReason(testAccuracy, false, spokenReasons);
  if (Number.isFinite(accuracy)) return learningReason(accuracy, true, spokenReasons);
  return typeof step === 'number' ? spokenReasons.say('diverged', { step }) : verdictReason;
}
