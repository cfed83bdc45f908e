import { describe, expect, it } from 'vitest';
import { readSafetensors } from '../../../src/formats/safetensors.ts';
import { isRecording } from '../../../src/state/selectors.ts';
import {
  createRunFiles,
  type RunFileHandle,
  type RunFilesPlatform,
} from '../../../src/state/share/run-files.ts';
import type { RecordedRun } from '../../../src/worker/recording-contract.ts';
import { createRunFileWorker } from '../../../src/worker/run-file-host.ts';
import { randomParameters } from '../../support/networks.ts';
import { drawnSnapshots, runToSave } from '../../support/saved-runs.ts';
import { createTestPage, stepsOf } from '../fake-worker.ts';

const address = 'https://example.org/page/?p=7&step=10';
const { configuration, snapshots } = runToSave();
const recorded: RecordedRun = { configuration, backend: 'webgpu', seconds: 4, snapshots };

/** A page with files that are written and read as on the real one. */
function createFilesPage(platform: Partial<RunFilesPlatform> = {}) {
  const page = createTestPage({ query: 'p=7&width=16&seed=3&steps=20' });
  const files = createRunFiles(page.store, page.controller, {
    createWorker: () => ({ ...createRunFileWorker(), terminate: () => undefined }),
    loadRecordedWeights: async () => {
      throw new Error('There are none.');
    },
    ...platform,
  });
  return { ...page, files };
}

/** The same with a live run of some moments on screen. */
async function createLivePage(steps: readonly number[] = [0, 10, 20]) {
  const page = createFilesPage();
  await page.controller.reset();
  const moments = drawnSnapshots(steps, 7);
  page.store.setState({ timeline: moments });
  return page;
}

async function savedBy(
  page: ReturnType<typeof createFilesPage>,
  format: 'recording' | 'csv' | 'json',
) {
  const saved = await page.files.save(format, address);
  if (!saved.ok) throw new Error(saved.message);
  return { ...saved, file: new Blob([saved.contents as BlobPart]) };
}

describe('saving the run on screen', () => {
  it('has nothing to save before there is one', async () => {
    const { files } = createFilesPage();
    for (const format of ['recording', 'safetensors', 'json', 'csv'] as const) {
      expect(await files.save(format, address)).toEqual({
        ok: false,
        message: 'There is no run on screen yet: train one first.',
      });
    }
  });

  it('names files after the run and the step on screen', async () => {
    const page = await createLivePage();
    page.controller.view(10);
    const name = 'p7-width16-attention0-seed3-step10';
    expect(await savedBy(page, 'recording')).toMatchObject({
      name: `${name}.run`,
      type: 'application/gzip',
    });
    expect(await savedBy(page, 'json')).toMatchObject({
      name: `${name}-measures.json`,
      type: 'application/json',
    });
    expect(await savedBy(page, 'csv')).toMatchObject({
      name: `${name}-measures.csv`,
      type: 'text/csv',
    });
  });

  it('keeps at most 120 moments in a recording, and all of them in measures', async () => {
    const page = await createLivePage(Array.from({ length: 200 }, (_, index) => index));
    page.controller.view(77);
    const whole = await savedBy(page, 'csv');
    const { file } = await savedBy(page, 'recording');
    await page.files.open(file, 'a.run');
    const steps = page.store.getState().timeline.map(({ result }) => result.step);
    expect(steps.length).toBeLessThanOrEqual(120);
    expect(steps).toEqual(expect.arrayContaining([0, 77, 199]));
    expect(page.store.getState().viewedStep).toBe(77);
    await page.files.open(whole.file, 'a.csv');
    expect(page.store.getState().timeline).toHaveLength(200);
  });

  it('keeps of a recorded run where it was trained, and how long that took', async () => {
    const page = createFilesPage();
    page.controller.showRecorded('pizza', recorded);
    const { file } = await savedBy(page, 'recording');
    await page.files.open(file, 'a.run');
    expect(page.store.getState().training).toEqual({ backend: 'webgpu', seconds: 4 });
  });

  it('does not stop at a run whose end diverged', async () => {
    const page = await createLivePage();
    const [first, ...rest] = page.store.getState().timeline;
    const broken = rest.map((moment) => ({
      ...moment,
      planes: moment.planes.map(() => Number.NaN),
    }));
    if (first === undefined) throw new Error('There should be moments.');
    page.store.setState({ timeline: [first, ...broken] });
    const { file } = await savedBy(page, 'recording');
    expect(await page.files.open(file, 'a.run')).toMatchObject({ ok: true });
    expect(stepsOf(page)).toEqual([0]);
  });
});

describe('saving weights', () => {
  it('takes those of the step on screen, and says so when only others are kept', async () => {
    const page = await createLivePage();
    const worker = page.workers.at(-1);
    if (worker === undefined) throw new Error('There should be a worker.');
    const kept = { step: 10, parameters: randomParameters(configuration) };
    worker.weightsNear = async () => kept;
    page.controller.view(10);
    const saved = await page.files.save('safetensors', address);
    if (!saved.ok) throw new Error(saved.message);
    expect(saved.name).toBe('p7-width16-attention0-seed3-step10.safetensors');
    expect(saved).not.toHaveProperty('note');
    const { metadata } = readSafetensors(saved.contents as Uint8Array);
    expect(Object.fromEntries(metadata)).toMatchObject({ step: '10', backend: 'wasm', address });
    page.controller.view(null);
    expect(await page.files.save('safetensors', address)).toMatchObject({
      name: 'p7-width16-attention0-seed3-step10.safetensors',
      note: 'The weights are those of step 10, the nearest that are kept, not of step 20 on screen.',
    });
  });

  it('says when they are gone', async () => {
    const page = await createLivePage();
    expect(await page.files.save('safetensors', address)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^The weights of this run are gone/),
    });
  });

  it('takes the last ones of a recorded run, and says which these are', async () => {
    const written = await createRunFileWorker().writeWeights({
      ...{ configuration, step: 20, backend: 'wasm', address: 'https://example.org/other' },
      parameters: randomParameters(configuration),
    });
    if (!written.ok) throw new Error(written.message);
    const asked: string[] = [];
    const page = createFilesPage({
      async loadRecordedWeights(name) {
        asked.push(name);
        return new Blob([written.value as BlobPart]);
      },
    });
    page.controller.showRecorded('pizza', recorded);
    page.controller.view(10);
    const saved = await page.files.save('safetensors', address);
    expect(asked).toEqual(['pizza']);
    if (!saved.ok) throw new Error(saved.message);
    expect(saved.name).toBe('p7-width16-attention0-seed3-step20.safetensors');
    expect(saved.note).toMatch(/those of step 20, the only ones of a recording, not of step 10/);
    const { metadata } = readSafetensors(saved.contents as Uint8Array);
    expect(metadata.get('address')).toBe(address);
  });

  it('of a recorded run says when they cannot be loaded, of a file that there are none', async () => {
    const page = createFilesPage();
    page.controller.showRecorded('pizza', recorded);
    expect(await page.files.save('safetensors', address)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/could not be loaded/),
    });
    page.controller.showOpened('a.run', recorded);
    expect(await page.files.save('safetensors', address)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/holds no weights/),
    });
  });
});

describe('opening a run', () => {
  it('puts it on screen at the step it was saved at, and keeps the one before', async () => {
    const page = await createLivePage();
    page.controller.view(10);
    const { file } = await savedBy(page, 'recording');
    page.controller.view(null);
    expect(await page.files.open(file, 'mine.run')).toEqual({ ok: true, opened: 'recording' });
    const state = page.store.getState();
    expect(state).toMatchObject({
      openedFrom: 'mine.run',
      picturesOnly: true,
      status: 'paused',
      viewedStep: 10,
      runConfiguration: configuration,
      training: { backend: 'wasm' },
      page: { run: '' },
    });
    expect(isRecording(state)).toBe(true);
    page.controller.bringBack();
    expect(isRecording(page.store.getState())).toBe(false);
    expect(page.store.getState()).toMatchObject({ openedFrom: '', training: undefined });
    page.controller.bringBack();
    expect(page.store.getState()).toMatchObject({
      openedFrom: 'mine.run',
      training: { backend: 'wasm' },
    });
    await page.controller.reset();
    expect(page.store.getState()).toMatchObject({ openedFrom: '', training: undefined });
  });

  it('numbers runs of files apart from all others', async () => {
    const page = await createLivePage();
    const numbers = [page.store.getState().shownRun];
    for (const show of [
      () => page.controller.showRecorded('slow-grokking', recorded),
      () => page.controller.showOpened('a.run', recorded),
      () => page.controller.showOpened('a.run', recorded),
    ]) {
      show();
      numbers.push(page.store.getState().shownRun);
    }
    expect(new Set(numbers).size).toBe(4);
  });

  it.each(['json', 'csv'] as const)(
    'shows measures as a run without pictures: %s',
    async (format) => {
      const page = await createLivePage();
      const { file } = await savedBy(page, format);
      expect(await page.files.open(file, `mine.${format}`)).toEqual({
        ok: true,
        opened: 'measures',
      });
      expect(stepsOf(page)).toEqual([0, 10, 20]);
      const { timeline } = page.store.getState();
      expect(timeline.every(({ planes }) => planes.length === 0)).toBe(true);
      expect(timeline.every(({ correctLogits }) => correctLogits.length === 0)).toBe(true);
      expect(await page.files.save('recording', address)).toMatchObject({
        ok: false,
        message: expect.stringMatching(/Only the measures of this run are known/),
      });
    },
  );

  it('gives the address of measures of one network', async () => {
    const page = createFilesPage();
    const table = (text: string) =>
      new Blob([`subject,measure,value\r\nnetwork,address,${text}\r\n`]);
    expect(await page.files.open(table('https://example.org/?p=7&view=inside'), 'a.csv')).toEqual({
      ok: true,
      opened: 'address',
      address: 'p=7&view=inside',
    });
    expect(await page.files.open(table('https://example.org/?pasta=7'), 'a.csv')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^a\.csv: .*not in a way that this page understands/),
    });
  });

  it('leaves everything as it is when a file is bad', async () => {
    const page = await createLivePage();
    const before = page.store.getState();
    for (const contents of ['', 'no', '{"format":"clock-and-pizza-recording"', '\x1f\x8b']) {
      expect(await page.files.open(new Blob([contents]), 'bad.run')).toMatchObject({
        ok: false,
        message: expect.stringMatching(/^bad\.run: The file cannot be opened\. [^\n]+\.$/),
      });
    }
    expect(page.store.getState()).toBe(before);
  });
});

describe('the worker of files', () => {
  it('is started once, and again after it died', async () => {
    let crash: () => void = () => undefined;
    const started: string[] = [];
    const silent: RunFileHandle = {
      ...createRunFileWorker(),
      openFile: () => new Promise(() => undefined),
      terminate: () => started.push('end'),
    };
    const page = createFilesPage({
      createWorker(onCrash) {
        crash = onCrash;
        started.push('start');
        return silent;
      },
    });
    const opening = page.files.open(new Blob(), 'a.run');
    await Promise.resolve();
    crash();
    expect(await opening).toMatchObject({ ok: false, message: expect.stringMatching(/try again/) });
    void page.files.open(new Blob(), 'a.run');
    await Promise.resolve();
    page.files.dispose();
    expect(started).toEqual(['start', 'end', 'start', 'end']);
  });

  it('is missed in one sentence where there are no workers', async () => {
    const page = createFilesPage({
      createWorker() {
        throw new Error('Workers are forbidden.');
      },
    });
    expect(await page.files.open(new Blob(), 'a.run')).toMatchObject({ ok: false });
  });

  it('lets a newer file win', async () => {
    const answers: (() => void)[] = [];
    const page = createFilesPage({
      createWorker: () => ({
        ...createRunFileWorker(),
        openFile: () =>
          new Promise((resolve) => {
            const value = { kind: 'recording', run: recorded } as const;
            answers.push(() => resolve({ ok: true, value }));
          }),
        terminate: () => undefined,
      }),
    });
    const [first, second] = [
      page.files.open(new Blob(), 'first.run'),
      page.files.open(new Blob(), 'second.run'),
    ];
    await Promise.resolve();
    answers[1]?.();
    expect(await second).toMatchObject({ ok: true });
    answers[0]?.();
    expect(await first).toMatchObject({ ok: false });
    expect(page.store.getState().openedFrom).toBe('second.run');
  });
});
