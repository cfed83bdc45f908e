import { describe, expect, it } from 'vitest';
import { type BatchStarts, createBatch } from '../../src/engine/batches.ts';
import { type RunRecord, readRunLine, writeRunLine } from '../../src/formats/run-line.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { type RunSettings, trainRuns } from '../../src/runs/train-runs.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

/** Trains a batch; its records in the order in which the runs ended. */
async function train(
  configurations: readonly RunConfiguration[],
  settings: RunSettings = { stopsEarly: false },
): Promise<RunRecord[]> {
  const starts = configurations.map(startOf) as unknown as BatchStarts;
  const batch = await createBatch('wasm', starts, 1);
  const runs: RunRecord[] = [];
  try {
    await trainRuns(batch, configurations, settings, (run) => void runs.push(run));
  } finally {
    batch.dispose();
  }
  return runs;
}

/** Everything but the time it took. */
function withoutTime({ seconds, ...run }: RunRecord): Omit<RunRecord, 'seconds'> {
  expect(seconds).toBeGreaterThanOrEqual(0);
  return run;
}

/** A run of that configuration. */
function runOf(runs: readonly RunRecord[], configuration: RunConfiguration): RunRecord {
  const run = runs.find((one) => one.configuration === configuration);
  return run ?? expect.fail('The run is missing.');
}

const different = [
  smallConfiguration({ seed: 1, steps: 120 }),
  smallConfiguration({ seed: 2, steps: 120, attentionRate: 0.5, weightDecay: 1 }),
  smallConfiguration({ seed: 3, steps: 120, attentionRate: 1, trainFraction: 0.6 }),
];
/** Learns p = 7 from nearly all pairs within a thousand steps. */
const quick = smallConfiguration({ p: 7, width: 32, seed: 1, steps: 6000, trainFraction: 0.99 });
/** Cannot: it has seen too little. */
const slow = { ...quick, seed: 2, trainFraction: 0.3, steps: 6000 };
/** Its loss is no number after a few steps: every step turns its weights round and enlarges them. */
const wild = { ...quick, seed: 3, learningRate: 1, weightDecay: 10, steps: 6000 };

describe('the runs of a batch', { timeout: 120_000 }, () => {
  it('are measured at their end', async () => {
    const [run] = await train([different[0] as RunConfiguration]);
    expect(run).toMatchObject({
      configuration: different[0],
      backend: 'wasm',
      step: 120,
      stoppedEarly: false,
      picture: { circles: expect.any(Array) },
    });
    expect(run?.frequencies).toHaveLength(2);
    expect(run?.trainLoss).toBeGreaterThan(0);
  });

  it('are the same together as alone', async () => {
    const together = await train(different);
    expect(together.map(({ configuration }) => configuration)).toEqual(different);
    for (const configuration of different) {
      const [alone] = await train([configuration]);
      expect(withoutTime(runOf(together, configuration))).toEqual(withoutTime(alone as RunRecord));
    }
  });

  it('end early when nothing changes any more, while the others go on as before', async () => {
    const steps = 3000;
    const [first, second] = [
      { ...quick, steps },
      { ...slow, steps },
    ];
    const runs = await train([second, first], { stopsEarly: true });
    expect(runs.map(({ configuration }) => configuration)).toEqual([first, second]);
    const [settled, unsettled] = runs as [RunRecord, RunRecord];
    expect(settled).toMatchObject({ stoppedEarly: true, trainAccuracy: 1, testAccuracy: 1 });
    expect(settled.step % 500).toBe(0);
    expect(settled.step).toBeLessThan(steps);
    expect(settled.learnedStep).toBeLessThanOrEqual(settled.step - 1000);
    expect(unsettled).toMatchObject({ stoppedEarly: false, step: steps });
    for (const run of runs) {
      const [alone] = await train([run.configuration], { stopsEarly: true });
      expect(withoutTime(run)).toEqual(withoutTime(alone as RunRecord));
    }
  });

  it('end when their loss is no number any more, and leave the others alone', async () => {
    const steps = 200;
    const [calm, mad] = [
      { ...slow, steps },
      { ...wild, steps },
    ];
    const runs = await train([mad, calm]);
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({
      configuration: mad,
      verdict: 'diverged',
      trainLoss: null,
      stoppedEarly: false,
      verdictReason: expect.stringMatching(/^The loss stopped being a number at step \d+/),
    });
    expect(runs[0]?.step).toBeLessThan(steps);
    const [alone] = await train([calm]);
    expect(withoutTime(runs[1] as RunRecord)).toEqual(withoutTime(alone as RunRecord));
  });

  it.each([true, false])(
    'that diverge with their very last step still have a line that can be read (early: %s)',
    async (stopsEarly) => {
      const [long] = await train([{ ...wild, steps: 200 }]);
      const last = long?.step ?? 0;
      expect(last).toBeGreaterThan(1);
      // The loss before the last step is a number, the one after it is not.
      for (const steps of [last - 1, last]) {
        const [run] = await train([{ ...wild, steps }], { stopsEarly });
        expect(readRunLine(writeRunLine(run as RunRecord))).toMatchObject({
          step: steps,
          verdict: steps === last ? 'diverged' : expect.any(String),
          stoppedEarly: false,
        });
        expect(run?.verdict === 'diverged').toBe(steps === last);
      }
    },
  );

  it('know the first step at which nearly all answers were right', async () => {
    const [run] = await train([{ ...quick, steps: 1500 }]);
    const learnedStep = run?.learnedStep ?? 0;
    expect(learnedStep).toBeGreaterThan(0);
    expect(learnedStep).toBeLessThan(1500);
    // Learned with the last step: nothing but the last look can tell.
    const [exact] = await train([{ ...quick, steps: learnedStep }]);
    expect(exact).toMatchObject({ learnedStep, testAccuracy: 1 });
    const [short] = await train([{ ...quick, steps: learnedStep - 1 }]);
    expect(short?.learnedStep).toBeNull();
  });

  it('can be held, which does not count as their time', async () => {
    const steps: number[] = [];
    let release: () => void = () => undefined;
    const training = train([different[0] as RunConfiguration], {
      stopsEarly: false,
      async onProgress(step) {
        steps.push(step);
        if (step !== 50) return;
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        await new Promise((resolve) => setTimeout(resolve, 3000));
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(steps).toEqual([50]);
    release();
    const [run] = await training;
    expect(steps).toEqual([50, 100, 120]);
    expect(run?.seconds).toBeLessThan(2.5);
  });

  it('end with what the listener throws', async () => {
    const onProgress = () => {
      throw new Error('The device is gone.');
    };
    await expect(train(different, { stopsEarly: false, onProgress })).rejects.toThrow(
      'The device is gone.',
    );
  });
});
