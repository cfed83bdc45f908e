import { afterEach, describe, expect, it } from 'vitest';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { initialParameters } from '../../src/model/parameters.ts';
import type { RunEvent, TrainingState, TrainingWorker } from '../../src/worker/contract.ts';
import { createTrainingWorker } from '../../src/worker/run-host.ts';
import { smallConfiguration } from '../support/networks.ts';

const configurationOf = (changes: Partial<RunConfiguration> = {}) =>
  smallConfiguration({ p: 11, steps: 30, ...changes });

let worker: TrainingWorker = createTrainingWorker();

afterEach(async () => {
  await worker.pause();
  worker = createTrainingWorker();
});

/** Prepares a run on WebAssembly and returns the list that its events are added to. */
async function prepare(
  run: number,
  changes: Partial<RunConfiguration> = {},
  onEvent: (event: RunEvent) => void = () => undefined,
  keepWeightsOf?: number,
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await worker.prepare(
    { run, configuration: configurationOf(changes), backend: 'wasm', keepWeightsOf },
    (event) => {
      events.push(event);
      onEvent(event);
    },
  );
  return events;
}

/** Without copies, which come whenever it is time. */
const kindsOf = (events: readonly RunEvent[]) =>
  events.map(({ kind }) => kind).filter((kind) => kind !== 'copy');
const stepsOf = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.kind === 'snapshot' ? [event.snapshot.result.step] : []));

describe('preparing a run', () => {
  it('names the backend, then shows the untrained network', async () => {
    const events = await prepare(7);
    expect(events).toEqual([
      {
        run: 7,
        kind: 'backend',
        backend: 'wasm',
        device: expect.any(String),
        reason: expect.any(String),
        asRequested: true,
      },
      { run: 7, kind: 'snapshot', snapshot: expect.anything(), stepsPerSecond: 0 },
    ]);
    const [, first] = events;
    if (first?.kind !== 'snapshot') throw new Error('There is no first snapshot.');
    expect(first.snapshot.result).toMatchObject({ step: 0, verdict: 'learning' });
    expect(first.snapshot.planes).toHaveLength(5 * 11 * 2);
    expect(first.snapshot.correctLogits).toHaveLength(121);
  });

  it('falls back to another backend, with the reason, when the one named cannot be had', async () => {
    const events: RunEvent[] = [];
    await worker.prepare(
      { run: 1, configuration: configurationOf(), backend: 'webgl', keepWeightsOf: undefined },
      (event) => void events.push(event),
    );
    expect(events[0]).toMatchObject({
      kind: 'backend',
      asRequested: false,
      reason: expect.stringMatching(/WebGL was asked for, but /),
    });
    expect(stepsOf(events)).toEqual([0]);
  });

  it('makes only the last of several runs that were asked for at once', async () => {
    const [first, second, third] = await Promise.all([
      prepare(1, { seed: 1 }),
      prepare(2, { seed: 2 }),
      prepare(3, { seed: 3 }),
    ]);
    expect(first).toEqual([]);
    expect(second).toEqual([]);
    expect(kindsOf(third)).toEqual(['backend', 'snapshot']);
    await worker.train(30);
    expect(first).toEqual([]);
    expect(stepsOf(third).at(-1)).toBe(30);
  });

  it('reports what went wrong in words', async () => {
    const events = await prepare(1, { model: 'linear-delta', width: 17 });
    expect(events.at(-1)).toEqual({
      run: 1,
      kind: 'failed',
      message: expect.stringMatching(/^[A-Z].+\.$/),
    });
    await worker.train(30);
    await worker.stepOnce();
    expect(kindsOf(events).filter((kind) => kind === 'snapshot')).toEqual([]);
  });
});

describe('training a run', () => {
  it('ends with a snapshot of the last step and the word that it is finished', async () => {
    const events = await prepare(1);
    await worker.train(30);
    expect(kindsOf(events).slice(-2)).toEqual(['snapshot', 'finished']);
    const steps = stepsOf(events);
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(30);
    expect(steps).toEqual([...new Set(steps)].sort((left, right) => left - right));
    expect(events.every(({ run }) => run === 1)).toBe(true);
  });

  it('goes on beyond the first end', async () => {
    const events = await prepare(1);
    await worker.train(30);
    await worker.train(45);
    expect(stepsOf(events).at(-1)).toBe(45);
    expect(kindsOf(events).filter((kind) => kind === 'finished')).toHaveLength(2);
  });

  it('can be paused, stepped and continued', async () => {
    const events = await prepare(1, { steps: 1e5 });
    const training = worker.train(1e5);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.pause();
    await training;
    const stopped = stepsOf(events).at(-1) as number;
    await worker.stepOnce();
    expect(stepsOf(events).at(-1)).toBe(stopped + 1);
    await worker.train(stopped + 5);
    expect(stepsOf(events).at(-1)).toBe(stopped + 5);
    expect(kindsOf(events).at(-1)).toBe('finished');
  });

  it('gives the same numbers for the same seed', async () => {
    const lossOf = async (seed: number) => {
      const events = await prepare(1, { seed });
      await worker.train(30);
      const last = events.findLast((event) => event.kind === 'snapshot');
      return last?.kind === 'snapshot' ? last.snapshot.result.trainLoss : undefined;
    };
    const first = await lossOf(4);
    expect(first).toBeGreaterThan(0);
    expect(await lossOf(4)).toBe(first);
    expect(await lossOf(5)).not.toBe(first);
  });

  it('says when it diverged, and at which step', async () => {
    const events = await prepare(1, { learningRate: 1, weightDecay: 10 });
    await worker.train(5000);
    expect(events.at(-1)).toEqual({
      run: 1,
      kind: 'diverged',
      step: expect.any(Number),
      message: expect.stringMatching(/^Training diverged: at step \d+ the loss stopped being/),
    });
  });

  it('stops when another run is prepared', async () => {
    const earlier = await prepare(1, { steps: 1e5 });
    const training = worker.train(1e5);
    const later = await prepare(2);
    await training;
    const count = earlier.length;
    await worker.train(30);
    expect(earlier).toHaveLength(count);
    expect(kindsOf(earlier)).not.toContain('finished');
    expect(kindsOf(later).at(-1)).toBe('finished');
  });

  it('does nothing before there is a run', async () => {
    await expect(worker.train(10)).resolves.toBeUndefined();
    await expect(worker.stepOnce()).resolves.toBeUndefined();
    await expect(worker.pause()).resolves.toBeUndefined();
    await expect(worker.setSpeed(10)).resolves.toBeUndefined();
  });
});

describe('a copy of a run', () => {
  const copiesOf = (events: readonly RunEvent[]) =>
    events.flatMap((event) => (event.kind === 'copy' ? [event.state] : []));

  it('comes whenever it rests, and it goes on from there to the same numbers', async () => {
    const events = await prepare(1);
    await worker.train(20);
    await worker.train(21);
    expect(copiesOf(events).map(({ step }) => step)).toEqual([20, 21]);
    await worker.train(30);
    const [copy] = copiesOf(events) as [TrainingState];

    const again: RunEvent[] = [];
    const other = createTrainingWorker();
    await other.prepare(
      {
        ...{ run: 5, configuration: configurationOf(), backend: 'wasm' },
        ...{ keepWeightsOf: undefined, from: copy },
      },
      (event) => void again.push(event),
    );
    await other.train(30);
    expect(stepsOf(again)[0]).toBe(20);
    expect(copiesOf(again).at(-1)).toEqual(copiesOf(events).at(-1));
    expect(resultsOf(again).at(-1)).toEqual(resultsOf(events).at(-1));
  });

  it.each([
    ['of another network', { p: 13 }, (state: TrainingState) => state],
    ['with a hole in it', {}, withoutOne],
    ['with a weight that is no number', {}, withNaN],
  ])('is refused where it is one %s', async (_, changes, damage) => {
    const events = await prepare(1);
    await worker.train(20);
    const from = damage(copiesOf(events).at(-1) as TrainingState);
    const again: RunEvent[] = [];
    const configuration = configurationOf(changes);
    await worker.prepare(
      { run: 2, configuration, backend: 'wasm', keepWeightsOf: undefined, from },
      (event) => void again.push(event),
    );
    expect(again).toEqual([
      { run: 2, kind: 'failed', message: expect.stringContaining('damaged') },
    ]);
  });
});

function resultsOf(events: readonly RunEvent[]) {
  return events.flatMap((event) => (event.kind === 'snapshot' ? [event.snapshot.result] : []));
}

function withoutOne(state: TrainingState): TrainingState {
  return { ...state, firstMoments: new Map([...state.firstMoments].slice(1)) };
}

function withNaN(state: TrainingState): TrainingState {
  const [[name, values]] = [...state.secondMoments] as [[string, Float32Array]];
  const damaged = Float32Array.from(values);
  damaged[3] = Number.NaN;
  return { ...state, secondMoments: new Map([...state.secondMoments, [name, damaged]]) };
}

describe('the weights of a run', () => {
  it('are those of its snapshots', async () => {
    const events = await prepare(1);
    await worker.train(30);
    const untrained = await worker.weightsNear(1, 0);
    expect(untrained?.step).toBe(0);
    expect(new Map(untrained?.parameters)).toEqual(new Map(initialParameters(configurationOf())));
    for (const event of events) {
      if (event.kind !== 'snapshot') continue;
      const { step, parameterNorm } = event.snapshot.result;
      const kept = await worker.weightsNear(1, step);
      expect(kept?.step).toBe(step);
      const squares = [...(kept?.parameters.values() ?? [])].flatMap((values) =>
        Array.from(values, (value) => value * value),
      );
      expect(Math.sqrt(squares.reduce((sum, value) => sum + value, 0))).toBeCloseTo(
        parameterNorm,
        9,
      );
    }
    expect((await worker.weightsNear(1, 1e9))?.step).toBe(30);
  });

  it('do not change when it goes on', async () => {
    await prepare(1);
    await worker.train(10);
    const kept = await worker.weightsNear(1, 10);
    const copy = new Map([...(kept?.parameters ?? [])].map(([name, v]) => [name, v.slice()]));
    await worker.train(20);
    expect(new Map((await worker.weightsNear(1, 10))?.parameters)).toEqual(copy);
  });

  it('are there for the present run and the one to keep only', async () => {
    await prepare(1);
    await worker.train(30);
    expect(await worker.weightsNear(2, 0)).toBeUndefined();
    await prepare(2, {}, undefined, 1);
    expect((await worker.weightsNear(1, 30))?.step).toBe(30);
    expect((await worker.weightsNear(2, 30))?.step).toBe(0);
    // However many untrained runs come in between.
    await prepare(3, {}, undefined, 1);
    expect((await worker.weightsNear(1, 30))?.step).toBe(30);
    expect(await worker.weightsNear(2, 30)).toBeUndefined();
    expect((await worker.weightsNear(3, 30))?.step).toBe(0);
    expect(await worker.weightsNear(99, 0)).toBeUndefined();
    await prepare(4);
    expect(await worker.weightsNear(1, 30)).toBeUndefined();
  });

  it('do not exist before there is a run', async () => {
    expect(await worker.weightsNear(0, 0)).toBeUndefined();
    expect(await worker.weightsNear(1, 0)).toBeUndefined();
  });
});
