import { describe, expect, it } from 'vitest';
import type { TrainingState } from '../../src/model/training-state.ts';
import { StateCopies } from '../../src/worker/state-copies.ts';
import { smallConfiguration } from '../support/networks.ts';
import { FakeEngine } from './fake-engine.ts';

const configuration = smallConfiguration();

/** Copies of a counting engine, on a clock that a test turns. */
function copiesOf() {
  const clock = { now: 0 };
  const handedOn: number[] = [];
  const engine = new FakeEngine(configuration);
  const copies = new StateCopies(
    configuration,
    ({ step }) => handedOn.push(step),
    () => clock.now,
  );
  return { clock, handedOn, engine, copies };
}

describe('copies of a run', () => {
  it('are due soon after the beginning, then once a second', async () => {
    const { clock, engine, copies } = copiesOf();
    expect(copies.isDue).toBe(false);
    clock.now = 100;
    expect(copies.isDue).toBe(true);
    await engine.advance(1);
    await copies.take(engine, false);
    clock.now = 1099;
    expect(copies.isDue).toBe(false);
    clock.now = 1100;
    expect(copies.isDue).toBe(true);
  });

  it('are of the step where the engine is, and handed on', async () => {
    const { clock, engine, copies, handedOn } = copiesOf();
    await engine.advance(7);
    clock.now = 1000;
    expect(await copies.take(engine, false)).toBeUndefined();
    expect(copies.newest?.step).toBe(7);
    expect(copies.isDue).toBe(false);
    expect(handedOn).toEqual([7]);
  });

  it('come less often where they take long, so that they take a twentieth of the time', async () => {
    const { clock, engine, copies } = copiesOf();
    const { state } = engine;
    engine.state = async () => {
      clock.now += 100;
      return state.call(engine);
    };
    await engine.advance(1);
    await copies.take(engine, false);
    clock.now += 1999;
    expect(copies.isDue).toBe(false);
    clock.now += 1;
    expect(copies.isDue).toBe(true);
  });

  it('come every five seconds at least, however long they take', async () => {
    const { clock, engine, copies } = copiesOf();
    const { state } = engine;
    engine.state = async () => {
      clock.now += 10_000;
      return state.call(engine);
    };
    await engine.advance(1);
    await copies.take(engine, false);
    clock.now += 5000;
    expect(copies.isDue).toBe(true);
  });

  it('are handed on more rarely where they are large, but always when the run rests', async () => {
    const { clock, engine, copies, handedOn } = copiesOf();
    const { parameters } = await engine.state();
    const [[first, values]] = [...parameters] as [[string, Float32Array]];
    // Said to be large, so that the test does not have to hold it.
    const large = Float32Array.from(values);
    Object.defineProperty(large, 'byteLength', { value: 40e6 });
    const padded = new Map([...parameters, [first, large]]);
    engine.state = async (): Promise<TrainingState> => ({
      ...{ step: engine.step, parameters: padded },
      ...{ firstMoments: parameters, secondMoments: squares(parameters) },
    });
    for (let second = 1; second <= 5; second++) {
      await engine.advance(1);
      clock.now = 1000 * second;
      await copies.take(engine, false);
    }
    // 40 MB at 20 MB a second: every second or third of them.
    expect(handedOn[0]).toBe(1);
    expect(handedOn.length).toBeLessThan(4);
    await engine.advance(1);
    await copies.take(engine, true);
    expect(handedOn.at(-1)).toBe(6);
  });

  it('keep the last sound one when a number in them is none', async () => {
    const { engine, copies, handedOn } = copiesOf();
    await engine.advance(2);
    await copies.take(engine, true);
    await engine.advance(1);
    const sound = await engine.state();
    const [name, values] = [...sound.parameters][0] as [string, Float32Array];
    const broken = Float32Array.from(values).fill(Number.POSITIVE_INFINITY, 1, 2);
    engine.state = async () => ({
      ...sound,
      parameters: new Map([...sound.parameters, [name, broken]]),
    });
    expect(await copies.take(engine, true)).toBe('not-finite');
    expect(copies.newest?.step).toBe(2);
    expect(handedOn).toEqual([2]);
  });
});

function squares(parameters: ReadonlyMap<string, Float32Array>) {
  return new Map(
    [...parameters].map(([name, values]) => [name, values.map((value) => value ** 2)]),
  );
}
