import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followRun } from '../../src/state/inspection-follow.ts';
import type { PageSettings } from '../../src/state/url.ts';
import {
  createInspectionPage,
  fileOf,
  type InspectionPage,
  inspectionOn,
} from './fake-inspector.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds = 1000) => vi.advanceTimersByTimeAsync(milliseconds);

/** A page that follows its run, paused at step 200. */
async function followingPage(view: PageSettings['view'] = 'inside'): Promise<InspectionPage> {
  const page = createInspectionPage(`view=${view}`);
  followRun(page.store, page.inspection);
  await page.controller.reset();
  page.worker.keptStep = (_run, step) => step;
  for (const step of [100, 200]) await page.worker.report(step);
  return page;
}

function show(page: InspectionPage, view: PageSettings['view']): void {
  page.store.setState((state) => ({ page: { ...state.page, view } }));
}

/** Steps whose networks were taken, in order. */
const takenSteps = (page: InspectionPage) =>
  page.inspectors.flatMap(({ taken }) => taken.map(({ step }) => step));
const analyses = (page: InspectionPage) =>
  page.inspectors.flatMap(({ calls }) => calls.filter((call) => call === 'analyse'));

describe('following the run', () => {
  it('looks into the step on screen once the visitor is inside', async () => {
    const page = await followingPage('lab');
    await pass();
    expect(takenSteps(page)).toEqual([]);
    show(page, 'inside');
    await pass();
    expect(takenSteps(page).at(-1)).toBe(200);
    expect(inspectionOn(page)).toMatchObject({ phase: 'ready', subject: { kind: 'run' } });
  });

  it('begins with what is on screen when it starts', async () => {
    const page = createInspectionPage('view=inside');
    await page.controller.reset();
    page.worker.keptStep = (_run, step) => step;
    followRun(page.store, page.inspection);
    await pass();
    expect(takenSteps(page).at(-1)).toBe(0);
  });

  it('analyses each step once', async () => {
    const page = await followingPage();
    await pass(5000);
    expect(takenSteps(page)).toEqual([200]);
    page.controller.view(100);
    await pass(5000);
    expect(takenSteps(page)).toEqual([200, 100]);
    expect(analyses(page)).toHaveLength(2);
  });

  it('does not begin a slow analysis anew', async () => {
    const page = await followingPage();
    page.inspector.held.add('analyse');
    await pass(5000);
    expect(analyses(page)).toHaveLength(1);
    page.inspector.release('analyse');
    await pass(5000);
    expect(analyses(page)).toHaveLength(1);
    expect(inspectionOn(page).phase).toBe('ready');
  });

  it('waits for a scrubbing hand to come to rest', async () => {
    const page = await followingPage();
    for (const step of [300, 400, 500, 600]) await page.worker.report(step);
    for (const step of [100, 200, 300, 400, 500]) {
      page.controller.view(step);
      await pass(100);
    }
    expect(takenSteps(page)).toEqual([]);
    await pass();
    expect(takenSteps(page)).toEqual([500]);
  });

  it('is content with the nearest step whose weights are kept', async () => {
    const page = await followingPage();
    page.worker.keptStep = () => 100;
    await pass(5000);
    expect(page.store.getState().viewedStep).toBe(100);
    expect(takenSteps(page)).toEqual([100]);
  });

  it('leaves a training run alone until it rests', async () => {
    const page = await followingPage('lab');
    void page.controller.train();
    await pass(10);
    show(page, 'inside');
    await page.worker.report(300);
    await pass(5000);
    expect(takenSteps(page)).toEqual([]);
    await page.controller.pause();
    await page.worker.report(301);
    await pass();
    expect(takenSteps(page).at(-1)).toBe(301);
  });

  it('does not start where training went on before the hand had come to rest', async () => {
    const page = await followingPage();
    await pass(100);
    void page.controller.train();
    await pass(5000);
    expect(takenSteps(page)).toEqual([]);
  });

  it('does not start where the visitor left before', async () => {
    const page = await followingPage();
    await pass(100);
    show(page, 'lab');
    await pass(5000);
    expect(takenSteps(page)).toEqual([]);
  });

  it('has nothing to look into before there is a run', async () => {
    const page = createInspectionPage('view=inside');
    followRun(page.store, page.inspection);
    await pass(5000);
    expect(page.inspectors).toHaveLength(0);
  });

  it('ends when it is told to', async () => {
    const page = createInspectionPage('view=inside');
    const stop = followRun(page.store, page.inspection);
    await page.controller.reset();
    await pass(100);
    stop();
    await page.worker.report(100);
    await pass(5000);
    expect(page.inspectors).toHaveLength(0);
  });
});

describe('a file that is looked into', () => {
  it('stays, whatever step is on screen', async () => {
    const page = await followingPage('lab');
    await page.inspection.open(fileOf('first.pt'));
    page.controller.view(100);
    await pass(5000);
    expect(takenSteps(page)).toEqual([]);
    expect(inspectionOn(page).subject).toMatchObject({ kind: 'file' });
  });

  it('is not pushed aside while it opens', async () => {
    const page = await followingPage('lab');
    page.inspector.held.add('open');
    void page.inspection.open(fileOf('slow.pt'));
    await pass(5000);
    expect(takenSteps(page)).toEqual([]);
    page.inspector.release('open');
    await pass(5000);
    expect(inspectionOn(page).subject).toMatchObject({ kind: 'file' });
    expect(takenSteps(page)).toEqual([]);
  });

  it('is not pushed aside while it opens in place of the run', async () => {
    const page = await followingPage();
    await pass(5000);
    const before = takenSteps(page).length;
    page.inspector.held.add('open');
    void page.inspection.open(fileOf('slow.pt'));
    page.controller.view(100);
    await pass(5000);
    page.inspector.release('open');
    await pass(5000);
    expect(inspectionOn(page).subject).toMatchObject({ kind: 'file' });
    expect(takenSteps(page)).toHaveLength(before);
  });

  it('can be left for the run, which is then looked into again', async () => {
    const page = await followingPage();
    await pass();
    await page.inspection.open(fileOf('first.pt'));
    await pass();
    const before = takenSteps(page).length;
    await page.inspection.inspectRun();
    await pass(5000);
    expect(takenSteps(page)).toHaveLength(before + 1);
    expect(inspectionOn(page)).toMatchObject({ phase: 'ready', subject: { kind: 'run' } });
  });
});

describe('after coming back', () => {
  it('from training, the step on screen is looked into', async () => {
    const page = await followingPage();
    await pass(5000);
    void page.controller.train();
    await pass(10);
    await page.worker.report(300);
    await page.controller.pause();
    await pass(5000);
    expect(takenSteps(page).at(-1)).toBe(300);
  });

  it('from the lab at another step, that step is looked into', async () => {
    const page = await followingPage();
    await pass(5000);
    show(page, 'lab');
    page.controller.view(100);
    await pass(5000);
    show(page, 'inside');
    await pass(5000);
    expect(takenSteps(page).at(-1)).toBe(100);
    expect(inspectionOn(page).phase).toBe('ready');
  });

  it('from the lab to a step whose analysis was left, it is looked into', async () => {
    const page = await followingPage();
    await pass(5000);
    page.inspector.held.add('analyse');
    page.controller.view(100);
    await pass(1000);
    show(page, 'lab');
    page.inspector.held.clear();
    await pass(1000);
    const before = analyses(page).length;
    show(page, 'inside');
    await pass(5000);
    // The pictures of step 200 are still there, but are not those of step 100.
    expect(analyses(page)).toHaveLength(before + 1);
    expect(inspectionOn(page)).toMatchObject({
      phase: 'ready',
      subject: { summary: { step: 100 } },
    });
  });

  it('from a visit to the lab that came too early, it is looked into', async () => {
    const page = await followingPage();
    await pass(100);
    show(page, 'lab');
    await pass(1000);
    show(page, 'inside');
    await pass(1000);
    expect(takenSteps(page).at(-1)).toBe(200);
  });
});

describe('a failure', () => {
  it('to find the weights is not repeated by itself', async () => {
    const page = await followingPage();
    page.worker.keptStep = () => undefined;
    await pass(10_000);
    expect(page.worker.calls.filter((call) => call.startsWith('weights'))).toHaveLength(1);
    expect(inspectionOn(page).problem).toMatch(/gone/);
  });

  it('to analyse is not repeated by itself', async () => {
    const page = await followingPage();
    page.inspector.held.add('analyse');
    await pass(1000);
    page.inspector.release('analyse', { ok: false, message: 'No memory.' }, 'newest');
    const before = analyses(page).length;
    await pass(10_000);
    expect(analyses(page)).toHaveLength(before);
    expect(inspectionOn(page)).toMatchObject({ phase: 'failed', problem: 'No memory.' });
  });

  it('of the worker is not repeated by itself', async () => {
    const page = await followingPage();
    page.inspector.held.add('take');
    await pass(300);
    expect(page.inspectors).toHaveLength(1);
    page.inspector.crash('It could not be loaded.');
    await pass(10_000);
    expect(page.inspectors).toHaveLength(1);
    expect(inspectionOn(page)).toMatchObject({
      phase: 'failed',
      problem: 'It could not be loaded.',
    });
  });

  it('to open a file leaves the run on screen', async () => {
    const page = await followingPage();
    await pass(5000);
    const before = takenSteps(page).length;
    page.inspector.opened = { ok: false, message: '“no.pt” is empty.' };
    await page.inspection.open(fileOf('no.pt'));
    await pass(5000);
    expect(takenSteps(page)).toHaveLength(before);
    expect(inspectionOn(page)).toMatchObject({ phase: 'ready', problem: '“no.pt” is empty.' });
  });

  it('to open a file from another view is still said when the run has been looked into', async () => {
    const page = await followingPage();
    await pass(5000);
    page.store.setState(({ page: settings }) => ({ page: { ...settings, view: 'lab' } }));
    page.controller.view(100);
    await pass(5000);
    page.inspector.opened = { ok: false, message: '“holiday.jpg” is no checkpoint.' };
    await page.inspection.open(fileOf('holiday.jpg'));
    await pass(5000);
    expect(inspectionOn(page)).toMatchObject({
      phase: 'ready',
      subject: { kind: 'run', summary: { step: 100 } },
      problem: '“holiday.jpg” is no checkpoint.',
    });
    await page.inspection.inspectRun();
    page.inspection.dismissProblem();
    expect(inspectionOn(page).problem).toBeUndefined();
  });

  it('to open a file never leaves the pictures of one step under the title of another', async () => {
    const page = await followingPage();
    await pass(5000);
    page.inspector.held.add('analyse');
    page.controller.view(100);
    await pass(5000);
    page.inspector.opened = { ok: false, message: '“no.pt” is empty.' };
    const before = analyses(page).length;
    void page.inspection.open(fileOf('no.pt'));
    await pass(100);
    expect(analyses(page)).toHaveLength(before + 1);
    expect(inspectionOn(page)).toMatchObject({
      phase: 'analysing',
      subject: { summary: { step: 100 } },
      problem: '“no.pt” is empty.',
    });
    // The answer to the analysis that was pushed aside comes first, and is not listened to.
    page.inspector.release('analyse');
    page.inspector.release('analyse');
    await pass(100);
    expect(inspectionOn(page).phase).toBe('ready');
  });

  it('or a cancelled opening in mid-analysis shows no pictures of the step before', async () => {
    const page = await followingPage();
    await pass(5000);
    page.inspector.held.add('analyse');
    page.controller.view(100);
    await pass(5000);
    page.inspector.held.add('open');
    void page.inspection.open(fileOf('large.pt'));
    page.inspection.cancel();
    expect(inspectionOn(page)).toMatchObject({
      phase: 'empty',
      inspection: undefined,
      subject: { summary: { step: 100 } },
    });
  });
});
