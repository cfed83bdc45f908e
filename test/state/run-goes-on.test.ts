/** Runs of earlier visits, and runs that lost their device. */
import { describe, expect, it } from 'vitest';
import type { StoppedRun } from '../../src/state/run-controller.ts';
import { smallConfiguration } from '../support/networks.ts';
import { createTestPage, settle, stateAt, statusOf, stepsOf, trainingPage } from './fake-worker.ts';
import { snapshotOf } from './snapshots.ts';

const kept: StoppedRun = {
  ...{ identity: 'kept', configuration: smallConfiguration({ steps: 800 }), backend: 'webgl' },
  ...{ state: stateAt(20), timeline: [0, 10, 20].map((step) => snapshotOf(step)) },
};

describe('a run of an earlier visit', () => {
  it('is put on screen with its settings and its moments, and trains', async () => {
    const page = createTestPage();
    void page.controller.goOnWith(kept);
    expect(stepsOf(page)).toEqual([0, 10, 20]);
    await settle();
    expect(page.worker.calls).toEqual(['speed Infinity', 'prepare 1', 'train to 800']);
    expect(page.worker.requests[0]).toEqual({
      ...{ run: 1, configuration: kept.configuration, backend: 'webgl' },
      ...{ keepWeightsOf: undefined, from: kept.state, asBefore: true },
    });
    expect(page.store.getState()).toMatchObject({
      ...{ status: 'training', runIdentity: 'kept', earlier: undefined },
      ...{ configuration: kept.configuration, runConfiguration: kept.configuration },
      backend: { name: 'webgl' },
    });
    await page.worker.report(30);
    expect(stepsOf(page)).toEqual([0, 10, 20, 30]);
  });

  it('trains where the menu says, if it says so', async () => {
    const page = createTestPage({ query: 'backend=cpu' });
    await Promise.race([page.controller.goOnWith(kept), settle()]);
    expect(page.worker.requests[0]?.backend).toBe('cpu');
  });

  it('leaves the one on screen to be brought back', async () => {
    const page = await trainingPage();
    await page.worker.report(10);
    void page.controller.goOnWith(kept);
    await settle();
    expect(page.store.getState().earlier).toMatchObject({ shownRun: 1 });
    expect(page.worker.requests[1]).toMatchObject({ run: 2, keepWeightsOf: 1, from: kept.state });
  });

  it('can be paused, and goes on like any other', async () => {
    const page = createTestPage();
    void page.controller.goOnWith(kept);
    await settle();
    await page.controller.pause();
    expect(statusOf(page)).toBe('paused');
    void page.controller.train();
    await settle();
    expect(page.worker.requests).toHaveLength(1);
    expect(page.worker.calls.at(-1)).toBe('train to 800');
  });

  it('can go on again when its worker dies before it has made a step', async () => {
    const page = createTestPage({ holds: true });
    void page.controller.goOnWith(kept);
    await settle();
    page.worker.crash('It has stopped.');
    expect(page.store.getState().problem?.goesOnFrom).toBe(20);
    void page.controller.goOn();
    await settle();
    page.worker.release();
    await settle();
    expect(page.worker.requests[0]).toMatchObject({ backend: 'webgl', from: kept.state });
    expect(page.store.getState()).toMatchObject({ status: 'training', runIdentity: 'kept' });
  });

  it('is another one than the run that is made of its settings by reset', async () => {
    const page = createTestPage();
    void page.controller.goOnWith(kept);
    await settle();
    await page.controller.reset();
    expect(page.worker.requests[1]?.from).toBeUndefined();
    expect(page.store.getState().runIdentity).toBe('run 1');
    expect(stepsOf(page)).toEqual([0]);
  });
});

describe('a run that went on without its device', () => {
  const recovery = { message: 'It was lost.', step: 20, repeatedSteps: 3, milliseconds: 40 };

  it('says so until that is dismissed', async () => {
    const page = await trainingPage();
    await page.worker.send({ kind: 'recovered', recovery });
    expect(page.store.getState()).toMatchObject({ recovery, status: 'training' });
    page.controller.dismissRecovery();
    expect(page.store.getState().recovery).toBeUndefined();
  });

  it('does not say it of the next run', async () => {
    const page = await trainingPage();
    await page.worker.send({ kind: 'recovered', recovery });
    await page.controller.reset();
    expect(page.store.getState().recovery).toBeUndefined();
    await page.worker.send({ kind: 'recovered', recovery }, 1);
    expect(page.store.getState().recovery).toBeUndefined();
  });
});

describe('training that is paused by whoever hears that it begins', () => {
  it('does not begin', async () => {
    const page = await trainingPage();
    await page.controller.pause();
    const stop = page.store.subscribe(({ status }) => {
      if (status === 'training') void page.controller.pause();
    });
    await page.controller.train();
    expect(statusOf(page)).toBe('paused');
    expect(page.worker.calls.at(-1)).toBe('pause');
    stop();
  });
});
