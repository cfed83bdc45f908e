/** What becomes of a run whose worker died. */
import { describe, expect, it } from 'vitest';
import { createTestPage, settle, stateAt, statusOf, stepsOf, trainingPage } from './fake-worker.ts';

/** A page whose worker died at step 30, after a copy at step 20. */
async function stoppedPage(query = '') {
  const page = await trainingPage(query);
  await page.worker.report(10);
  await page.worker.report(20);
  await page.worker.copy(20);
  await page.worker.report(30);
  page.worker.crash('It has stopped.');
  return page;
}

describe('a run whose worker died', () => {
  it('says from where it goes on', async () => {
    const page = await stoppedPage();
    expect(statusOf(page)).toBe('failed');
    expect(page.store.getState().problem).toEqual({
      kind: 'failed',
      message: 'It has stopped.',
      goesOnFrom: 20,
    });
    expect(page.copies).toEqual([20]);
  });

  it.each(['goOn', 'train'] as const)('goes on from its copy: %s', async (action) => {
    const page = await stoppedPage('seed=5&steps=800');
    const before = page.store.getState();
    void page.controller[action]();
    // What the copy does not know of is made again.
    expect(stepsOf(page)).toEqual([0, 10, 20]);
    await settle();
    expect(page.workers).toHaveLength(2);
    expect(page.worker.calls).toEqual(['speed Infinity', 'prepare 2', 'train to 800']);
    expect(page.worker.requests[0]).toMatchObject({
      ...{ configuration: before.runConfiguration, backend: 'wasm', from: stateAt(20) },
    });
    expect(page.store.getState()).toMatchObject({
      ...{ status: 'training', problem: undefined, earlier: undefined },
      ...{ runIdentity: before.runIdentity, runConfiguration: before.runConfiguration },
    });
    expect(stepsOf(page)).toEqual([0, 10, 20]);
  });

  it('goes on where the menu says, if it says so', async () => {
    const page = await stoppedPage('backend=cpu');
    void page.controller.goOn();
    await settle();
    expect(page.worker.requests[0]?.backend).toBe('cpu');
  });

  it('goes on to an end that was moved', async () => {
    const page = await stoppedPage('steps=100');
    page.controller.change({ steps: 300 });
    void page.controller.train();
    await settle();
    expect(page.worker.requests[0]?.from?.step).toBe(20);
    expect(page.worker.calls.at(-1)).toBe('train to 300');
  });

  it('makes way for a new one when training is asked for with other settings', async () => {
    const page = await stoppedPage('seed=5');
    page.controller.change({ seed: 6 });
    void page.controller.train();
    await settle();
    expect(page.worker.requests[0]?.from).toBeUndefined();
    expect(page.worker.requests[0]).toMatchObject({ backend: 'auto', configuration: { seed: 6 } });
    expect(page.store.getState().runIdentity).toBe('run 2');
    expect(stepsOf(page)).toEqual([0]);
  });

  it('can go on all the same, with its own settings in the controls again', async () => {
    const page = await stoppedPage('seed=5');
    page.controller.change({ seed: 6 });
    void page.controller.goOn();
    await settle();
    expect(page.worker.requests[0]?.from?.step).toBe(20);
    expect(page.store.getState().configuration.seed).toBe(5);
    expect(statusOf(page)).toBe('training');
  });

  it('cannot go on without a copy, or with one of another run', async () => {
    const page = await trainingPage();
    await page.worker.copy(20);
    await page.controller.reset();
    page.worker.crash('It has stopped.');
    expect(page.store.getState().problem).toEqual({ kind: 'failed', message: 'It has stopped.' });
    await page.controller.goOn();
    expect(page.workers).toHaveLength(1);
    void page.controller.train();
    await settle();
    expect(page.worker.requests[0]?.from).toBeUndefined();
    expect(stepsOf(page)).toEqual([0]);
  });

  it('goes on from the same copy when its next worker dies before there is a newer one', async () => {
    const page = await stoppedPage();
    void page.controller.goOn();
    page.worker.crash('Again.');
    expect(page.store.getState().problem).toMatchObject({ message: 'Again.', goesOnFrom: 20 });
    // Not even its place was known by then.
    void page.controller.goOn();
    await settle();
    expect(page.workers).toHaveLength(3);
    expect(page.worker.requests[0]).toMatchObject({ backend: 'wasm', from: stateAt(20) });
    await page.worker.copy(40);
    page.worker.crash('And again.');
    expect(page.store.getState().problem?.goesOnFrom).toBe(40);
  });

  it('hears nothing more of that worker', async () => {
    const page = await stoppedPage();
    const before = page.store.getState();
    await page.worker.report(40);
    await page.worker.copy(40);
    await page.worker.send({ kind: 'finished' });
    await page.worker.send({ kind: 'failed', message: 'Too late.' });
    expect(page.store.getState()).toEqual(before);
    const [old] = page.workers;
    void page.controller.goOn();
    await settle();
    await old?.report(50);
    await old?.send({ kind: 'finished' });
    old?.crash('Once more.');
    expect(stepsOf(page)).toEqual([0, 10, 20]);
    expect(statusOf(page)).toBe('training');
    expect(page.copies).toEqual([20]);
  });
});

describe('starting such a run again', () => {
  it('can be given up, and it can still go on where it was', async () => {
    const page = createTestPage({ holds: true });
    void page.controller.train();
    await settle();
    page.worker.release();
    await settle();
    await page.worker.copy(20);
    page.worker.crash('It has stopped.');
    void page.controller.goOn();
    await settle();
    expect(statusOf(page)).toBe('loading');
    page.controller.cancel();
    expect(page.worker.calls.at(-1)).toBe('terminate');
    expect(page.store.getState()).toMatchObject({
      status: 'failed',
      problem: { kind: 'failed', goesOnFrom: 20 },
    });
    page.worker.release();
    await settle();
    expect(statusOf(page)).toBe('failed');
    void page.controller.goOn();
    await settle();
    page.worker.release();
    await settle();
    expect(page.workers).toHaveLength(3);
    expect(page.worker.requests[0]).toMatchObject({ backend: 'wasm', from: stateAt(20) });
    expect(page.store.getState()).toMatchObject({ status: 'training', runIdentity: 'run 1' });
  });
});

describe('a worker that dies when the run on screen does not need it', () => {
  it('is not spoken of while there is only something to look at', async () => {
    const page = await trainingPage();
    await page.worker.report(10);
    await page.controller.reset();
    page.controller.bringBack();
    page.worker.crash('It has stopped.');
    expect(page.store.getState()).toMatchObject({ status: 'paused', problem: undefined });
    void page.controller.train();
    await settle();
    expect(page.workers).toHaveLength(2);
    expect(statusOf(page)).toBe('training');
  });

  it('does not hide why that run has failed', async () => {
    const page = await trainingPage();
    await page.worker.copy(6);
    await page.worker.send({ kind: 'diverged', step: 7, message: 'Training diverged.' });
    page.worker.crash('It has stopped.');
    expect(page.store.getState().problem).toEqual({
      kind: 'diverged',
      message: 'Training diverged.',
    });
  });
});

describe('one step after the worker has died', () => {
  it('is made from the copy, not from the beginning', async () => {
    const page = await trainingPage();
    await page.worker.report(40);
    await page.worker.copy(40);
    page.worker.crash('It is gone.');
    await page.controller.stepOnce();
    expect(page.worker.requests.at(-1)?.from?.step).toBe(40);
    expect(page.worker.calls.at(-1)).toBe('step');
  });
});
