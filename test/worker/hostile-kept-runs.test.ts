/** Whatever a database holds, what is read of it can be trained and drawn, or it is not read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateProblem } from '../../src/model/training-state.ts';
import type { StoredRun } from '../../src/worker/kept-run-contract.ts';
import { readHeader, readKeptRun } from '../../src/worker/kept-run-reading.ts';
import { oddValue } from '../embed/messages.ts';
import { manyRuns } from '../formats/support/damage.ts';
import { expectValid } from '../support/settings.ts';
import { storedRun, trainedRun } from './kept-run-records.ts';

/** For ten thousand cases on a busy machine. */
const timeout = 60_000;
const real = storedRun(await trainedRun({ model: 'linear-alpha', p: 5 }));

/** Values that bite: nearly right ones, and anything at all. */
const anyValue = fc.oneof(
  oddValue,
  fc.constantFrom<unknown>(undefined, null, 0, -1, 30, 31, 2 ** 53, Number.NaN, 'wasm', '7'),
  fc.constantFrom<unknown>(new Map(), new Float32Array(80), new Float32Array(80).fill(Number.NaN)),
);

/** Places in a record: names of fields and of tensors, one after the other. */
function placesIn(value: unknown, depth = 0): string[][] {
  if (typeof value !== 'object' || value === null || depth > 2) return [];
  const keys = value instanceof Map ? [...value.keys()] : Object.keys(value).slice(0, 20);
  return keys.flatMap((key) => [
    [key],
    ...placesIn(value instanceof Map ? value.get(key) : value[key as never], depth + 1).map(
      (rest) => [key, ...rest],
    ),
  ]);
}

/** A copy with another value, or none, in one place. */
function changed(value: unknown, [key = '', ...rest]: readonly string[], put: unknown): unknown {
  if (typeof value !== 'object' || value === null) return put;
  const inner = (old: unknown) => (rest.length === 0 ? put : changed(old, rest, put));
  if (value instanceof Map) return new Map([...value, [key, inner(value.get(key))]]);
  if (value instanceof Float32Array) {
    return value.map((old, index) => (String(index) === key ? Number(old) * Number.NaN : old));
  }
  const copy = Array.isArray(value) ? [...value] : { ...value };
  return Object.assign(copy, { [key]: inner(value[key as never]) });
}

/** Reads it, and looks at what comes of it. @returns whether there is a run */
function readSafely(stored: StoredRun): boolean {
  const header = readHeader(stored.header);
  if (header !== undefined) expectValid(header.configuration);
  const run = readKeptRun(stored);
  if (run === undefined) return false;
  expectValid(run.configuration);
  if (stateProblem(run.configuration, run.state) !== undefined) expect.fail('It cannot go on.');
  if (run.state.step !== run.step) expect.fail('Its weights are of another step.');
  const half = Math.floor(run.configuration.p / 2);
  let before = -1;
  for (const { result, planes, correctLogits } of run.timeline) {
    if (result.step <= before || result.step > run.step) expect.fail('It is out of order.');
    before = result.step;
    if (result.frequencies.some(({ k }) => k < 1 || k > half)) expect.fail('A frequency.');
    if (![...planes, ...correctLogits].every(Number.isFinite)) expect.fail('A picture.');
  }
  return true;
}

describe('what a database holds', () => {
  it('is no run when it is anything', { timeout }, () => {
    const stored = fc.record({ header: anyValue, state: anyValue, moments: fc.array(anyValue) });
    fc.assert(
      fc.property(stored, (any) => {
        if (readSafely(any)) expect.fail('It was taken for a run.');
      }),
      manyRuns,
    );
  });

  it('is a run without its odd moments', { timeout }, () => {
    fc.assert(
      fc.property(fc.array(anyValue), (moments) => {
        if (!readSafely({ ...real, moments })) expect.fail('Moments do not make a run.');
      }),
      manyRuns,
    );
  });

  it('can be trained and drawn, or is not read, when a real one was changed', { timeout }, () => {
    const places = placesIn(real);
    const change = fc.tuple(fc.constantFrom(...places), anyValue);
    let read = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const odd = changes.reduce<unknown>(
          (value, [place, put]) => changed(value, place, put),
          real,
        ) as StoredRun;
        // A database's answer is a list, whatever is in it.
        if (readSafely({ ...odd, moments: [odd.moments].flat() })) read += 1;
      }),
      manyRuns,
    );
    // Not every change is one to what matters.
    expect(read).toBeGreaterThan(100);
    expect(read).toBeLessThan(manyRuns.numRuns);
  });

  it('can be trained, or is not read, when some of its bits are others', { timeout }, () => {
    const part = fc.constantFrom('parameters', 'firstMoments', 'secondMoments');
    let read = 0;
    fc.assert(
      fc.property(part, fc.nat(), fc.nat(31), (which, place, bit) => {
        const state = structuredClone(real.state);
        const tensors = [...state[which as 'parameters'].values()];
        const values = tensors[place % tensors.length] as Float32Array;
        const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
        const at = place % bits.length;
        bits[at] = (bits[at] as number) ^ (2 ** bit);
        if (readSafely({ ...real, state })) read += 1;
      }),
      manyRuns,
    );
    expect(read).toBeGreaterThan(100);
    expect(read).toBeLessThan(manyRuns.numRuns);
  });
});
