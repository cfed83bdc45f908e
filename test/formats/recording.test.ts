import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format-error.ts';
import {
  lightRecording,
  type RunRecording,
  readRecording,
  writeRecording,
} from '../../src/formats/recording.ts';
import { packPicture } from '../../src/formats/run-picture.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { damagedText, manyRuns } from './support/damage.ts';
import { expectPresentable } from './support/messages.ts';

const p = 7;
const frequencies = [1, 2, 3].map((k) => ({
  k,
  powerFraction: k / 6,
  axisRatio: 0.5,
  sharedFactor: 1,
}));

function recording(steps: readonly number[] = [0, 10, 20]): RunRecording {
  const wave = (length: number, phase: number) =>
    Float32Array.from({ length }, (_, index) => Math.sin(index + phase));
  return {
    configuration: { ...defaultConfiguration, p, width: 16, steps: 20 },
    backend: 'wasm',
    seconds: 1.5,
    moments: steps.map((step) => ({
      picture: packPicture(
        { planes: wave(3 * p * 2, step), correctLogits: wave(p * p, step) },
        frequencies,
        p,
      ),
      result: {
        step,
        trainLoss: 0.5,
        testLoss: 1.5,
        trainAccuracy: 1,
        testAccuracy: 0.5,
        gradientSymmetricity: 0.25,
        gradientSymmetricityError: 0.125,
        gradientSymmetricityTriples: 100,
        gradientSymmetricityLeftOut: 0,
        distanceIrrelevance: 0.5,
        distanceIrrelevanceWrongLogit: 0.5,
        circularity: 0.5,
        parameterNorm: 12.5,
        frequencies: frequencies.map((entry) => ({
          ...entry,
          powerFraction: Number(entry.powerFraction.toPrecision(4)),
        })),
        effectiveCircles: 2.5,
        gini: 0.5,
        verdict: 'learning' as const,
        verdictReason: 'It answers 50 %.',
      },
    })),
  };
}

describe('a recording', () => {
  it('comes back as it was', () => {
    expect(readRecording(writeRecording(recording()))).toEqual(recording());
  });

  it('says version 1 where readers of version 1 find all they need', () => {
    const { seconds: _seconds, ...untimed } = recording();
    const versionOf = (run: RunRecording) =>
      JSON.parse(writeRecording(run).split('\n', 1)[0] ?? '');
    expect(versionOf(recording())).toMatchObject({ version: 1 });
    expect(versionOf({ ...recording(), shownStep: 10 })).toMatchObject({ version: 1 });
    expect(versionOf(lightRecording(recording()))).toMatchObject({ version: 2 });
    expect(versionOf(untimed)).toMatchObject({ version: 2 });
  });

  it('comes back without what was left out', () => {
    const { seconds: _seconds, ...untimed } = { ...lightRecording(recording()), shownStep: 10 };
    expect(readRecording(writeRecording(untimed))).toEqual(untimed);
    expect(untimed.moments[0]?.picture).not.toHaveProperty('logits');
    expect(untimed.moments[0]?.picture).toHaveProperty('planes');
  });

  it.each([
    ['', /first line/],
    ['{"format":"clock-and-pizza-recording","version":3}', /first line/],
    [writeRecording({ ...recording(), moments: [] }), /1 to 1000 moments; this one has 0/],
    [writeRecording(recording([10, 0])), /out of order/],
    [writeRecording(recording()).replace('"p":7', '"p":11'), /does not fit p = 11/],
    [writeRecording(recording()).replace('"p":7', '"p":1'), /p=1 is not possible/],
    [writeRecording(recording()).replace('"powers":[', '"powers":[-'), /Moment 1/],
  ])('%#: is refused in one sentence', (text, message) => {
    expect(() => readRecording(text)).toThrow(FormatError);
    expect(() => readRecording(text)).toThrow(message);
  });

  it('is read or refused, whatever was done to it', () => {
    const texts = [recording(), lightRecording(recording())].map(writeRecording);
    fc.assert(
      fc.property(fc.oneof(...texts.map(damagedText)), (text) => {
        try {
          readRecording(text);
        } catch (error) {
          expectPresentable(error);
        }
      }),
      manyRuns,
    );
  }, 60_000);
});
