import { afterEach, describe, expect, it, vi } from 'vitest';
import { TrainingRun } from '../../src/worker/training-run.ts';
import { smallConfiguration } from '../support/networks.ts';
import { type BrokenSteps, FakeEngine } from './fake-engine.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A run of a counting engine, with the steps of its snapshots. */
function runOf(steps: number, broken: BrokenSteps = {}, listener?: () => void | Promise<void>) {
  const configuration = smallConfiguration({ steps });
  const engine = new FakeEngine(configuration, broken);
  const reported: number[] = [];
  const run = new TrainingRun(configuration, engine, ({ result }) => {
    reported.push(result.step);
    return listener?.();
  });
  return { engine, reported, run };
}

/** Lets a run go on until its engine has made this many steps. */
async function reach(engine: FakeEngine, step: number): Promise<void> {
  while (engine.step < step) await turn();
}

const isRising = (steps: readonly number[]) =>
  steps.every((step, index) => index === 0 || step > (steps[index - 1] as number));

afterEach(() => {
  vi.useRealTimers();
});

describe('a run', () => {
  it('ends at its last step, with a snapshot of it', async () => {
    const { engine, reported, run } = runOf(200);
    expect(await run.train()).toEqual({ kind: 'finished' });
    expect(engine.step).toBe(200);
    expect(reported.at(-1)).toBe(200);
    expect(isRising(reported)).toBe(true);
  });

  it('goes on to a later step when asked to', async () => {
    const { engine, run } = runOf(20);
    await run.train();
    expect(await run.train(50)).toEqual({ kind: 'finished' });
    expect(engine.step).toBe(50);
  });

  it('is joined by a second call', async () => {
    const { engine, run } = runOf(50);
    const ends = await Promise.all([run.train(), run.train()]);
    expect(ends).toEqual([{ kind: 'finished' }, { kind: 'finished' }]);
    expect(engine.step).toBe(50);
  });

  it('reports how it is without training', async () => {
    const { engine, reported, run } = runOf(50);
    await run.report();
    expect(engine.step).toBe(0);
    expect(reported).toEqual([0]);
  });

  it('frees its engine, after the step that is under way', async () => {
    const { engine, run } = runOf(1e5);
    const training = run.train();
    await reach(engine, 3);
    await run.dispose();
    expect(engine.disposed).toBe(true);
    expect(await training).toEqual({ kind: 'paused' });
  });
});

describe('a pause', () => {
  it('is over when no step is under way, with a snapshot of where it stopped', async () => {
    const { engine, reported, run } = runOf(1e5);
    const training = run.train();
    await reach(engine, 10);
    await run.pause();
    const stopped = engine.step;
    expect(engine.busy).toBe(false);
    expect(reported.at(-1)).toBe(stopped);
    expect(await training).toEqual({ kind: 'paused' });
    for (let count = 0; count < 20; count++) await turn();
    expect(engine.step).toBe(stopped);
  });

  it('comes to its end although training was asked for again at once', async () => {
    const { engine, reported, run } = runOf(300);
    const first = run.train();
    await reach(engine, 10);
    const pause = run.pause();
    const second = run.train();
    await pause;
    expect(await first).toEqual({ kind: 'paused' });
    expect(await second).toEqual({ kind: 'finished' });
    expect(engine.step).toBe(300);
    expect(isRising(reported)).toBe(true);
  });

  it('of a run that does not train is over at once', async () => {
    await expect(runOf(10).run.pause()).resolves.toBeUndefined();
  });
});

describe('a single step', () => {
  it('is one update and its snapshot', async () => {
    const { engine, reported, run } = runOf(10);
    expect(await run.stepOnce()).toEqual({ kind: 'paused' });
    expect(engine.step).toBe(1);
    expect(reported).toEqual([1]);
  });

  it('waits for the one before it', async () => {
    const { reported, run } = runOf(10);
    await Promise.all([run.stepOnce(), run.stepOnce(), run.stepOnce()]);
    expect(reported).toEqual([1, 2, 3]);
  });

  it('stops training', async () => {
    const { engine, run } = runOf(1e5);
    const training = run.train();
    await reach(engine, 5);
    await run.stepOnce();
    expect(await training).toEqual({ kind: 'paused' });
  });

  it('finishes the run, beyond which there is none', async () => {
    const { engine, run } = runOf(2);
    const ends = await Promise.all([run.stepOnce(), run.stepOnce(), run.stepOnce()]);
    expect(ends.map(({ kind }) => kind)).toEqual(['paused', 'finished', 'finished']);
    expect(engine.step).toBe(2);
  });
});

describe('a loss that is no longer a number', () => {
  it('ends training and names the step', async () => {
    const { engine, run } = runOf(1e5, { advanceFrom: 17 });
    expect(await run.train()).toEqual({ kind: 'diverged', step: 17, what: 'loss' });
    expect(engine.busy).toBe(false);
  });

  it('is noticed in a snapshot, which is not reported', async () => {
    const { reported, run } = runOf(3, { evaluateFrom: 3 });
    expect(await run.train()).toEqual({ kind: 'diverged', step: 3, what: 'loss' });
    expect(reported).not.toContain(3);
  });

  it('is noticed after a single step', async () => {
    const { run } = runOf(3, { evaluateFrom: 1 });
    expect(await run.stepOnce()).toEqual({ kind: 'diverged', step: 1, what: 'loss' });
  });
});

describe('a listener', () => {
  it('that is slow gets one snapshot at a time', async () => {
    let listening = 0;
    let most = 0;
    const { reported, run } = runOf(400, {}, async () => {
      listening++;
      most = Math.max(most, listening);
      for (let count = 0; count < 30; count++) await turn();
      listening--;
    });
    await run.train();
    expect(most).toBe(1);
    expect(reported.at(-1)).toBe(400);
  });

  it('that never answers does not stop training', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { engine, reported, run } = runOf(400, {}, () => new Promise<void>(() => undefined));
    let end: unknown;
    void run.train().then((result) => {
      end = result;
    });
    while (end === undefined) {
      await vi.advanceTimersByTimeAsync(engine.step < 400 ? 0 : 1000);
      await turn();
    }
    expect(end).toEqual({ kind: 'finished' });
    expect(reported.at(-1)).toBe(400);
  });

  it('that fails ends training with its error', async () => {
    const { run } = runOf(400, {}, () => Promise.reject(new Error('The page cannot draw.')));
    await expect(run.train()).rejects.toThrow('The page cannot draw.');
    await expect(run.pause()).resolves.toBeUndefined();
  });
});
