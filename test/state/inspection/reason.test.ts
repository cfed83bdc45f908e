import { afterEach, describe, expect, it } from 'vitest';
import { judge, type VerdictEvidence } from '../../../src/analysis/verdict.ts';
import { sourceLanguage } from '../../../src/messages/languages.ts';
import { speak } from '../../../src/messages/words.ts';
import { files } from '../../../src/messages/zh-Hans/files.ts';
import { divergedResult } from '../../../src/runs/diverged-result.ts';
import { reasonInWords } from '../../../src/state/inspection/reason.ts';

const plane = (k: number, powerFraction: number, axisRatio: number) => ({
  k,
  powerFraction,
  axisRatio,
  sharedFactor: 1,
});

/** What is written about a network that is a Pizza but for these changes. */
function written(changes: Partial<VerdictEvidence> = {}): string {
  const pizza = {
    testAccuracy: 1,
    gradientSymmetricity: 0.9937,
    distanceIrrelevance: 0.1717,
    circularity: 0.9978,
    frequencies: [],
  };
  return judge({ ...pizza, ...changes }, 59).reason;
}

const notCircular = (...frequencies: ReturnType<typeof plane>[]) =>
  written({ circularity: 0.61, frequencies });

afterEach(() => speak(sourceLanguage));

describe('the reason of a verdict', () => {
  it('is in English what was written', () => {
    expect(reasonInWords(written())).toBe(written());
    expect(reasonInWords('Because.')).toBe('Because.');
  });

  it.each([
    [written(), /0\.994 > 0\.98.*0\.17 < 0\.6.*披萨/],
    [written({ gradientSymmetricity: 0.3, distanceIrrelevance: 0.85 }), /0\.300.*0\.85.*时钟/],
    [written({ distanceIrrelevance: 0.85 }), /0\.994.*0\.85/],
    [written({ gradientSymmetricity: -0.3 }), /0\.17.*−0\.300/],
    [written({ distanceIrrelevance: Number.NaN }), /没有值/],
    [written({ testAccuracy: 690 / 697 }), /从未见过.*98\.9%/],
    [written({ testAccuracy: 0.5, splitUnknown: true }), /全部数对.*50%/],
    [written({ testAccuracy: Number.NaN }), /NaN%/],
    [notCircular(plane(20, 0.9, 0.5)), /0\.610，低于 0\.995）。/],
    [notCircular(plane(20, 0.7, 0.1), plane(19, 0.2, 0.2)), /频率为 20.*谐波/],
    [notCircular(plane(20, 0.6, 0.1), plane(7, 0.3, 0.2)), /20 和 7.*利萨茹/],
    [notCircular(plane(20, 0.9, 0.1)), /20 几乎是一条直线/],
    [divergedResult(40).verdictReason, /第 40 步/],
  ])('is said again in another language: %s', (reason, expected) => {
    speak('zh-Hans', files);
    expect(reasonInWords(reason)).toMatch(expected);
    expect(reasonInWords(reason)).not.toMatch(/\b(the|of|is)\b/);
  });

  it('stays as it was written where it is none of ours', () => {
    speak('zh-Hans', files);
    expect(reasonInWords('Because.')).toBe('Because.');
  });
});
