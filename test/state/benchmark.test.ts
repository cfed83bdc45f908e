import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/model/fields.ts';
import {
  type BenchWorkerHandle,
  type BrowserBenchmark,
  createBenchmarkController,
} from '../../src/state/benchmark.ts';

const result: BrowserBenchmark = { cases: [], text: 'a table', seconds: 1 };

/** Workers whose measurement the test ends. */
function fakeWorkers() {
  const workers: {
    ended: boolean;
    answer(value: BrowserBenchmark): void;
    refuse(error: Error): void;
    say(fraction: number): void;
    crash(message: string): void;
  }[] = [];
  const create = (crash: (message: string) => void): BenchWorkerHandle => ({
    measure: (_configuration, _late, onProgress) =>
      new Promise((answer, refuse) => {
        const say = (fraction: number) => onProgress({ text: 'working', fraction });
        workers.push({ ended: false, answer, refuse, say, crash });
      }),
    terminate() {
      const last = workers.at(-1);
      if (last !== undefined) last.ended = true;
    },
  });
  return { workers, controller: createBenchmarkController(create) };
}

describe('the benchmark of the page', () => {
  it('shows progress, then the result, and ends its worker', async () => {
    const { workers, controller } = fakeWorkers();
    const run = controller.run(defaultConfiguration);
    workers[0]?.say(0.5);
    expect(controller.state.getState()).toMatchObject({
      phase: 'running',
      progress: { text: 'working', fraction: 0.5 },
    });
    await controller.run(defaultConfiguration);
    expect(workers).toHaveLength(1);
    workers[0]?.answer(result);
    await run;
    expect(controller.state.getState()).toMatchObject({ phase: 'done', result });
    expect(workers[0]?.ended).toBe(true);
  });

  it('ends at once when it is cancelled, and hears nothing more from that worker', async () => {
    const { workers, controller } = fakeWorkers();
    const run = controller.run(defaultConfiguration);
    controller.cancel();
    expect(workers[0]?.ended).toBe(true);
    workers[0]?.say(0.9);
    workers[0]?.answer(result);
    await run;
    expect(controller.state.getState()).toMatchObject({
      phase: 'cancelled',
      progress: { fraction: 0 },
      result: undefined,
    });
  });

  it('says what went wrong', async () => {
    const { workers, controller } = fakeWorkers();
    const refused = controller.run(defaultConfiguration);
    workers[0]?.refuse(new Error('no memory'));
    await refused;
    expect(controller.state.getState()).toMatchObject({ phase: 'failed', problem: 'no memory' });
    void controller.run(defaultConfiguration);
    workers[1]?.crash('it died');
    expect(controller.state.getState()).toMatchObject({ phase: 'failed', problem: 'it died' });
  });

  it.each([{ layers: 2 }, { equalsToken: true }, { model: 'linear-alpha' as const }])(
    'starts no worker for %o',
    async (changed) => {
      const { workers, controller } = fakeWorkers();
      await controller.run({ ...defaultConfiguration, ...changed });
      expect(workers).toEqual([]);
      expect(controller.state.getState()).toMatchObject({
        phase: 'failed',
        problem: expect.stringMatching(/^Only transformers/),
      });
    },
  );
});
