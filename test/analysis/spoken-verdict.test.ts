import { afterEach, describe, expect, it } from 'vitest';
import { type JudgedNetwork, reasonInWords } from '../../src/analysis/spoken-verdict.ts';
import { judge, type VerdictEvidence } from '../../src/analysis/verdict.ts';
import { sourceLanguage } from '../../src/messages/languages.ts';
import { speak } from '../../src/messages/words.ts';
import { files } from '../../src/messages/zh-Hans/files.ts';

const p = 59;
const learned = {
  testAccuracy: 1,
  gradientSymmetricity: 0.9937,
  distanceIrrelevance: 0.1717,
  circularity: 0.9978,
  frequencies: [],
};
const line = [{ k: 20, powerFraction: 0.9, axisRatio: 0.1, sharedFactor: 1 }];

function judged(changes: Partial<VerdictEvidence> = {}): JudgedNetwork {
  const evidence = { ...learned, ...changes };
  const { kind, reason } = judge(evidence, p);
  return { ...evidence, verdict: kind, verdictReason: reason };
}

afterEach(() => speak(sourceLanguage));

describe('the reason of a verdict', () => {
  it('is in English what was written', () => {
    const network = judged();
    expect(reasonInWords({ ...network, verdictReason: 'Because.' }, p)).toBe('Because.');
  });

  it('is said again in another language, with the same numbers', () => {
    speak('zh-Hans', files);
    const cases = [
      [judged(), /0\.994 > 0\.98.*0\.17 < 0\.6.*披萨/],
      [judged({ gradientSymmetricity: 0.3, distanceIrrelevance: 0.85 }), /0\.300.*0\.85.*时钟/],
      [judged({ gradientSymmetricity: 0.3 }), /0\.17.*0\.300/],
      [judged({ testAccuracy: 0.29 }), /从未见过.*29%/],
      [judged({ circularity: 0.61, frequencies: line }), /0\.610.*20/],
      [{ ...judged({ testAccuracy: Number.NaN }), accuracy: 0.5 }, /全部数对.*50%/],
      [{ ...judged({ testAccuracy: Number.NaN }), step: 40 }, /第 40 步/],
    ] as const;
    for (const [network, expected] of cases) {
      expect(reasonInWords(network, p)).toMatch(expected);
      // Files are read by anybody.
      expect(network.verdictReason).toMatch(/^[A-Z]/);
    }
  });

  it('stays as it was written where the numbers say something else', () => {
    speak('zh-Hans', files);
    const network = { ...judged(), verdict: 'clock', verdictReason: 'Because.' } as const;
    expect(reasonInWords(network, p)).toBe('Because.');
  });
});
