import { describe, expect, it } from 'vitest';
import { readHeader, readKeptRun } from '../../src/worker/kept-run-reading.ts';
import { drawnSnapshots } from '../support/saved-runs.ts';
import { storedRun, trainedRun } from './kept-run-records.ts';

const run = await trainedRun();
const { p } = run.configuration;

/** The stored run with another part. */
function readWith(part: 'header' | 'state', changes: object) {
  const stored = storedRun(run);
  return readKeptRun({ ...stored, [part]: { ...stored[part], ...changes } });
}

describe('a run that was kept', () => {
  it.each([
    {},
    { p: 7, layers: 2, attentionRate: 1, activation: 'gelu' as const },
    { model: 'linear-delta' as const, seed: 4294967295, learningRate: 1e-6 },
  ])('is read as it was: %s', async (changes) => {
    const kept = await trainedRun(changes);
    expect(readKeptRun(storedRun(kept))).toEqual(kept);
    const { state: _state, timeline: _timeline, ...header } = kept;
    expect(readHeader(storedRun(kept).header)).toEqual(header);
  });

  it('may have measures that are no numbers', () => {
    const timeline = drawnSnapshots([0, 10, 30], p);
    expect(timeline[0]?.result.testLoss).toBeNaN();
    expect(readKeptRun(storedRun({ ...run, timeline }))?.timeline).toEqual(timeline);
  });

  it('may have lost all its moments', () => {
    expect(readKeptRun({ ...storedRun(run), moments: [] })).toEqual({ ...run, timeline: [] });
  });

  it('has its moments in order, each once, and none after its weights', () => {
    const [first, second, third] = drawnSnapshots([0, 10, 30], p);
    const late = drawnSnapshots([31], p);
    const moments = [third, second, ...late, first, structuredClone(second)];
    const timeline = readKeptRun({ ...storedRun(run), moments })?.timeline;
    expect(timeline?.map(({ result }) => result.step)).toEqual([0, 10, 30]);
  });

  it('is read without what is not its own', () => {
    const stored = storedRun(run);
    const odd = { ...stored.header, configuration: { ...run.configuration, other: 1 }, more: 2 };
    expect(readHeader(odd)).toEqual(readHeader(stored.header));
  });
});

describe('a header', () => {
  it.each([
    ['no record', null],
    ['a list', []],
    ['no name', { id: '' }],
    ['a name without end', { id: 'x'.repeat(101) }],
    ['a number for a name', { id: 7 }],
    ['no date', { savedAt: Number.NaN }],
    ['a date that no calendar has', { savedAt: 1e17 }],
    ['an unknown backend', { backend: 'webnn' }],
    ['a step below zero', { step: -1 }],
    ['half a step', { step: 0.5 }],
    ['no settings', { configuration: undefined }],
    ['a setting out of range', { configuration: { ...run.configuration, p: 1000 } }],
    ['a setting that is none', { configuration: { ...run.configuration, learningRate: {} } }],
    ['a model nobody knows', { configuration: { ...run.configuration, model: 'other' } }],
    [
      'a width that cannot be split',
      { configuration: { ...run.configuration, model: 'linear-delta', width: 17 } },
    ],
  ])('is refused with %s', (_what, changes) => {
    const { header } = storedRun(run);
    const odd = changes === null || Array.isArray(changes) ? changes : { ...header, ...changes };
    expect(readHeader(odd)).toBeUndefined();
    expect(readKeptRun({ ...storedRun(run), header: odd })).toBeUndefined();
  });
});

describe('a kept run', () => {
  /** The run's own tensors with a value in one of them. */
  const withValue = (part: 'parameters' | 'firstMoments' | 'secondMoments', value: number) => {
    const copy = structuredClone(run.state[part]) as Map<string, Float32Array>;
    copy.get('unembed.W_U')?.fill(value, 3, 4);
    return { [part]: copy };
  };
  const { parameters } = run.state;
  const [name = '', values = new Float32Array()] = [...parameters][0] ?? [];

  it.each([
    ['a weight that is no number', withValue('parameters', Number.NaN)],
    ['an infinite moment', withValue('firstMoments', Number.POSITIVE_INFINITY)],
    ['a second moment below zero', withValue('secondMoments', -1)],
    ['weights at another step', { step: run.step + 1 }],
    ['no step', { step: undefined }],
    ['no weights', { parameters: undefined }],
    ['weights that are no map', { parameters: Object.fromEntries(parameters) }],
    ['a tensor less', { firstMoments: new Map([...parameters].slice(1)) }],
    ['a tensor more', { parameters: new Map([...parameters, ['other', values]]) }],
    ['a tensor of another size', { parameters: new Map([...parameters, [name, values.slice(1)]]) }],
    [
      'doubles',
      { parameters: new Map<string, unknown>([...parameters, [name, Float64Array.from(values)]]) },
    ],
    [
      'a list for a tensor',
      { parameters: new Map<string, unknown>([...parameters, [name, [...values]]]) },
    ],
  ])('is refused with %s', (_what, changes) => {
    expect(readWith('state', changes)).toBeUndefined();
  });

  it('is refused when its settings are of another network', () => {
    const configuration = { ...run.configuration, width: 32 };
    expect(readWith('header', { configuration })).toBeUndefined();
  });

  it.each([
    ['no moment', 7],
    ['measures that are none', { result: [] }],
    ['no step', { result: { step: undefined } }],
    ['an infinite loss', { result: { trainLoss: Number.POSITIVE_INFINITY } }],
    ['an accuracy above one', { result: { testAccuracy: 1.5 } }],
    ['a verdict that a run has none of', { result: { verdict: 'diverged' } }],
    ['a frequency that p has not', { result: { frequencies: [frequency(3)] } }],
    ['the same frequency twice', { result: { frequencies: [frequency(1), frequency(1)] } }],
    ['planes of another p', { planes: new Float32Array(7) }],
    ['no pictures', { planes: new Float32Array(), correctLogits: new Float32Array() }],
    ['a logit that is no number', { correctLogits: new Float32Array(25).fill(Number.NaN) }],
  ])('is read without an odd moment: %s', (_what, changes) => {
    const [moment] = drawnSnapshots([10], p);
    const odd =
      typeof changes === 'object'
        ? {
            ...moment,
            ...changes,
            ...('result' in changes && !Array.isArray(changes.result)
              ? { result: { ...moment?.result, ...changes.result } }
              : {}),
          }
        : changes;
    const stored = storedRun(run);
    expect(readKeptRun({ ...stored, moments: [...stored.moments, odd] })).toEqual(run);
  });
});

function frequency(k: number) {
  return { k, powerFraction: 0.5, axisRatio: 0.5, sharedFactor: 1 };
}
