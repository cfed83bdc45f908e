import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { findRecordedRun } from '../../src/model/recorded-runs.ts';
import { createRecordedShow } from '../../src/state/recorded-show.ts';
import { createRecordingsController, type RecordedRun } from '../../src/state/recordings.ts';
import { createReplay } from '../../src/state/replay.ts';
import { createTestPage } from './fake-worker.ts';
import { snapshotOf } from './snapshots.ts';

const configurationOf = (name: string) =>
  findRecordedRun(name)?.configuration ?? defaultConfiguration;

const run: RecordedRun = {
  configuration: configurationOf('clock'),
  backend: 'wasm',
  seconds: 3,
  snapshots: [0, 10, 20].map((step) => snapshotOf(step)),
};

const pizza: RecordedRun = { ...run, configuration: configurationOf('pizza') };

describe('recordings', () => {
  it('are loaded once, when they are wanted', async () => {
    const asked: string[] = [];
    const controller = createRecordingsController(
      () => ({
        open: async (address) => {
          asked.push(address);
          return { ok: true, value: pizza };
        },
      }),
      'https://example.org/page/?view=story',
    );
    expect(controller.state.getState()).toEqual({});
    const both = [controller.load('pizza'), controller.load('pizza')];
    expect(controller.state.getState().pizza).toEqual({ phase: 'loading' });
    expect(await Promise.all(both)).toEqual([pizza, pizza]);
    expect(await controller.load('pizza')).toBe(pizza);
    expect(asked).toEqual(['https://example.org/page/recordings/pizza.run']);
    expect(controller.weightsAddress('pizza')).toBe(
      'https://example.org/page/recordings/pizza.safetensors',
    );
  });

  it('come without heatmaps where only circles are wanted', async () => {
    const asked: string[] = [];
    const controller = createRecordingsController(
      () => ({
        open: async (address) => {
          asked.push(address);
          return { ok: true, value: pizza };
        },
      }),
      'https://example.org/',
      { pictures: 'circles' },
    );
    await controller.load('pizza');
    expect(asked).toEqual(['https://example.org/recordings/pizza.circles.run']);
    expect(controller.weightsAddress('pizza')).toBe(
      'https://example.org/recordings/pizza.safetensors',
    );
  });

  it('that fail say why, and can be asked for again', async () => {
    let works = false;
    const controller = createRecordingsController(
      () => ({
        open: async () =>
          works ? { ok: true, value: run } : { ok: false, message: 'The server is away.' },
      }),
      'https://example.org/',
    );
    expect(await controller.load('clock')).toBeUndefined();
    expect(controller.state.getState().clock).toEqual({
      phase: 'failed',
      problem: 'The server is away.',
    });
    works = true;
    expect(await controller.load('clock')).toBe(run);
    await controller.load('pasta');
    expect(controller.state.getState().pasta).toMatchObject({ phase: 'failed' });
  });

  it('are refused when they are of another run', async () => {
    const controller = createRecordingsController(
      () => ({
        open: async () => ({ ok: true, value: run }),
      }),
      'https://example.org/',
    );
    expect(await controller.load('pizza')).toBeUndefined();
    expect(controller.state.getState().pizza).toMatchObject({
      phase: 'failed',
      problem: expect.stringContaining('another run'),
    });
  });

  it('do not wait for a worker that died', async () => {
    let crash: () => void = () => undefined;
    const controller = createRecordingsController((onCrash) => {
      crash = onCrash;
      return {
        open: () => new Promise(() => undefined),
      };
    }, 'https://example.org/');
    const loading = controller.load('pizza');
    crash();
    expect(await loading).toBeUndefined();
    expect(controller.state.getState().pizza).toMatchObject({ phase: 'failed' });
  });
});

describe('a recorded run on screen', () => {
  it('takes the place of the run, which can be brought back', () => {
    const { store, controller } = createTestPage();
    controller.showRecorded('clock', run);
    expect(store.getState()).toMatchObject({
      page: { run: 'clock' },
      configuration: run.configuration,
      picturesOnly: true,
      status: 'paused',
      timeline: run.snapshots,
    });
    controller.showRecorded('pizza', { ...run, configuration: defaultConfiguration });
    controller.bringBack();
    expect(store.getState()).toMatchObject({
      page: { run: 'clock' },
      configuration: run.configuration,
    });
  });

  it('is played through its moments, and stops at the end', () => {
    const { store, controller } = createTestPage();
    let next: (() => void) | undefined;
    const replay = createReplay(store, {
      setTimeout: (work) => {
        next = work;
        return work;
      },
      clearTimeout: () => {
        next = undefined;
      },
    });
    controller.showRecorded('clock', run);
    replay.play();
    const seen = [store.getState().viewedStep];
    for (let count = 0; count < 5 && next !== undefined; count++) {
      const work: () => void = next;
      next = undefined;
      work();
      seen.push(store.getState().viewedStep);
    }
    expect(seen).toEqual([0, 10, null]);
    expect(store.getState().replaying).toBe(false);
    controller.view(10);
    replay.play();
    expect(store.getState()).toMatchObject({ replaying: true, viewedStep: 10 });
    replay.stop();
    expect(store.getState().replaying).toBe(false);
    expect(next).toBeUndefined();
    replay.play();
    controller.view(20);
    expect(store.getState()).toMatchObject({ replaying: false, viewedStep: 20 });
    controller.view(0);
    replay.play();
    store.setState(({ page }) => ({ page: { ...page, view: 'inside' } }));
    expect(store.getState().replaying).toBe(false);
  });
});

describe('a recording that loads late', () => {
  const controllerWith = (page: ReturnType<typeof createTestPage>) => {
    const answers: ((value: RecordedRun) => void)[] = [];
    const recordings = createRecordingsController(
      () => ({
        open: () =>
          new Promise((resolve) => {
            answers.push((value) => resolve({ ok: true, value }));
          }),
      }),
      'https://example.org/',
    );
    return { answers, recorded: createRecordedShow(page.store, page.controller, recordings) };
  };

  it('gives way to the one that was asked for after it', async () => {
    const page = createTestPage();
    const { answers, recorded } = controllerWith(page);
    const first = recorded.show('pizza');
    const second = recorded.show('clock');
    answers[1]?.(run);
    expect(await second).toBe(true);
    answers[0]?.(pizza);
    expect(await first).toBe(false);
    expect(page.store.getState().page.run).toBe('clock');
  });

  it('does not take the screen from a run that was started meanwhile', async () => {
    const page = createTestPage();
    const { answers, recorded } = controllerWith(page);
    const shown = recorded.show('pizza');
    void page.controller.train();
    answers[0]?.(pizza);
    expect(await shown).toBe(false);
    expect(page.store.getState().page.run).toBe('');
  });
});
