import { describe, expect, it } from 'vitest';
import { stateAt } from '../fake-worker.ts';
import { snapshotOf } from '../snapshots.ts';
import { keptRun, notAllowed, onScreen, type TestAutosave, testAutosave } from './fake-runs.ts';

/** Name of the run that is offered. */
function offerOf({ autosave }: TestAutosave): string | undefined {
  return autosave.state.getState().offer?.id;
}

/** Why it cannot be had. */
function refusalOf({ autosave }: TestAutosave): string | undefined {
  return autosave.state.getState().refusal;
}

describe('runs of earlier visits', () => {
  it('are offered, the newest first', async () => {
    const page = await testAutosave(keptRun('old', 10), keptRun('new', 30), keptRun('mid', 20));
    await page.autosave.restore();
    expect(page.autosave.state.getState()).toMatchObject({
      offer: { id: 'new', step: 30 },
      refusal: undefined,
      problem: undefined,
    });
  });

  it('are not offered while another tab has them, nor before their first step', async () => {
    const page = await testAutosave(keptRun('old', 10), keptRun('taken', 20), keptRun('none', 0));
    page.storage.headers.set('none', { ...keptRun('none', 0), savedAt: 1e6 });
    page.locks.add('taken');
    await page.autosave.restore();
    expect(offerOf(page)).toBe('old');
  });

  it('are not offered when this page trains them', async () => {
    const page = await testAutosave(keptRun('old', 10));
    onScreen(page.store, 'mine', [0, 50]);
    page.autosave.copied(stateAt(50));
    await page.autosave.flush();
    page.locks.delete('mine');
    await page.autosave.restore();
    expect(offerOf(page)).toBe('old');
  });

  it('are nothing where nothing is kept, or only nonsense', async () => {
    const page = await testAutosave();
    await page.autosave.restore();
    expect(offerOf(page)).toBeUndefined();
    expect(await page.autosave.take()).toBeUndefined();
    page.storage.headers.set('odd', 'nonsense' as never);
    await page.autosave.restore();
    expect(offerOf(page)).toBeUndefined();
  });
});

describe('taking the offered run', () => {
  it('gives all that it goes on from, and keeps other tabs from it', async () => {
    const run = keptRun('a', 20, { backend: 'webgl' });
    const page = await testAutosave(run);
    await page.autosave.restore();
    expect(await page.autosave.take()).toEqual({
      identity: 'a',
      configuration: run.configuration,
      backend: 'webgl',
      state: run.state,
      timeline: run.timeline,
    });
    expect([...page.locks]).toEqual(['a']);
    expect(offerOf(page)).toBeUndefined();
  });

  it('lets it go on being kept, without what is stored of it', async () => {
    const page = await testAutosave(keptRun('a', 20));
    await page.autosave.restore();
    const taken = await page.autosave.take();
    onScreen(page.store, 'a', []);
    page.store.setState({ timeline: [...(taken?.timeline ?? []), snapshotOf(30)] });
    page.autosave.copied(stateAt(30));
    await page.autosave.flush();
    expect(page.storage.changes).toHaveLength(1);
    expect(page.storage.changes[0]?.added.map(({ result }) => result.step)).toEqual([30]);
    expect(page.storage.stepsOf('a')).toEqual([0, 20, 30]);
    expect([...page.locks]).toEqual(['a']);
  });

  it('frees the run that this page had before', async () => {
    const page = await testAutosave(keptRun('a', 20));
    await page.autosave.restore();
    onScreen(page.store, 'mine', [0, 50]);
    page.autosave.copied(stateAt(50));
    await page.autosave.flush();
    await page.autosave.take();
    expect([...page.locks]).toEqual(['a']);
  });

  it('is refused while another tab has it, and can be tried again', async () => {
    const page = await testAutosave(keptRun('a', 20));
    await page.autosave.restore();
    page.locks.add('a');
    expect(await page.autosave.take()).toBeUndefined();
    expect(refusalOf(page)).toMatch(/^This run goes on in another tab/);
    expect(offerOf(page)).toBe('a');
    page.locks.delete('a');
    expect((await page.autosave.take())?.identity).toBe('a');
    expect(refusalOf(page)).toBeUndefined();
  });

  it.each(['damaged', 'gone', 'not to be read'])(
    'is refused when it is %s, and other tabs may have it',
    async (what) => {
      const page = await testAutosave(keptRun('a', 20));
      await page.autosave.restore();
      if (what === 'damaged') page.storage.states.delete('a');
      if (what === 'gone') await page.storage.forget(['a']);
      if (what === 'not to be read') {
        page.storage.meet = () => {
          throw notAllowed();
        };
      }
      expect(await page.autosave.take()).toBeUndefined();
      expect(refusalOf(page)).toMatch(/damaged or gone/);
      expect(page.locks.size).toBe(0);
    },
  );
});

describe('forgetting the offered run', () => {
  it('offers the next one, until there is none', async () => {
    const page = await testAutosave(keptRun('old', 10), keptRun('new', 30));
    await page.autosave.restore();
    page.locks.add('new');
    await page.autosave.take();
    expect(refusalOf(page)).toBeDefined();
    page.locks.delete('new');
    await page.autosave.discard();
    expect(page.storage.ids).toEqual(['old']);
    // Another one in its place would look as if nothing had been forgotten.
    expect(offerOf(page)).toBeUndefined();
    expect(refusalOf(page)).toBeUndefined();
    await page.autosave.discard();
    expect(page.storage.ids).toEqual(['old']);
    await page.autosave.restore();
    expect(offerOf(page)).toBe('old');
  });

  it('is one of several, which can be looked through', async () => {
    const page = await testAutosave(keptRun('old', 10), { ...keptRun('new', 20), savedAt: 2e6 });
    await page.autosave.restore();
    const others = () => page.autosave.state.getState().others;
    expect([offerOf(page), others()]).toEqual(['new', 1]);
    page.autosave.showOther();
    expect([offerOf(page), others()]).toEqual(['old', 1]);
    page.autosave.showOther();
    expect(offerOf(page)).toBe('new');
  });

  it('is not made any more in a tab where it was not the time for it, but kept', async () => {
    const page = await testAutosave(keptRun('a', 20));
    await page.autosave.restore();
    page.autosave.postpone();
    expect(offerOf(page)).toBeUndefined();
    await page.autosave.restore();
    expect(offerOf(page)).toBeUndefined();
    expect(page.storage.ids).toEqual(['a']);
  });

  it('has its place kept until it is known, where there has been one before', async () => {
    const page = await testAutosave(keptRun('a', 20));
    const isLooking = () => page.autosave.state.getState().isLooking;
    expect(isLooking()).toBe(true);
    await page.autosave.restore();
    expect(isLooking()).toBe(false);
    await page.autosave.discard();
    await page.autosave.restore();
    expect(page.remembered.mayHaveRuns).toBe(false);
  });

  it('leaves it to the tab that has gone on with it', async () => {
    const page = await testAutosave(keptRun('a', 20));
    await page.autosave.restore();
    page.locks.add('a');
    await page.autosave.discard();
    expect(offerOf(page)).toBeUndefined();
    expect(page.storage.stepsOf('a')).toEqual([0, 20]);
  });
});
