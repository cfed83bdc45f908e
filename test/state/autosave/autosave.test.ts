import { describe, expect, it } from 'vitest';
import { smallConfiguration } from '../../support/networks.ts';
import { settle, stateAt } from '../fake-worker.ts';
import {
  keptRun,
  noRoom,
  notAllowed,
  onScreen,
  type TestAutosave,
  testAutosave,
} from './fake-runs.ts';

/** Takes a copy of the run on screen, and waits until it is written. */
async function copyAt({ autosave }: TestAutosave, step: number): Promise<void> {
  autosave.copied(stateAt(step));
  await settle();
  await autosave.flush();
}

describe('the run on screen', () => {
  it('is kept with its settings, its place and its moments up to the copy', async () => {
    const page = await testAutosave();
    onScreen(page.store, 'mine', [0, 10, 20, 30]);
    await copyAt(page, 20);
    expect(page.storage.headers.get('mine')).toEqual({
      ...{ id: 'mine', savedAt: 1e6, configuration: smallConfiguration() },
      ...{ backend: 'webgpu', step: 20 },
    });
    expect(page.storage.states.get('mine')?.step).toBe(20);
    expect(page.storage.stepsOf('mine')).toEqual([0, 10, 20]);
    expect([...page.locks]).toEqual(['mine']);
  });

  it('is not kept when it was not trained here, or before it has a place', async () => {
    const page = await testAutosave();
    onScreen(page.store, '', [0, 10]);
    await copyAt(page, 10);
    onScreen(page.store, 'mine', [0, 10]);
    page.store.setState({ backend: undefined });
    await copyAt(page, 10);
    onScreen(page.store, 'mine', [0, 10]);
    page.store.setState({ runConfiguration: undefined });
    await copyAt(page, 10);
    expect(page.storage.ids).toEqual([]);
    expect(page.locks.size).toBe(0);
  });

  it('lets the one before go, which is kept too', async () => {
    const page = await testAutosave();
    onScreen(page.store, 'first', [0, 10]);
    await copyAt(page, 10);
    onScreen(page.store, 'second', [0]);
    await copyAt(page, 0);
    expect([...page.locks]).toEqual(['second']);
    expect(page.storage.ids).toEqual(['first', 'second']);
  });
});

describe('older runs', () => {
  it('make way until there are five, the oldest first', async () => {
    const page = await testAutosave(
      ...[1, 2, 3, 4, 5, 6].map((step) => keptRun(`run ${step}`, step)),
    );
    onScreen(page.store, 'mine', [0, 10]);
    await copyAt(page, 10);
    expect(page.storage.ids).toEqual(['mine', 'run 3', 'run 4', 'run 5', 'run 6']);
  });

  it('stay while another tab has them', async () => {
    const page = await testAutosave(
      ...[1, 2, 3, 4, 5, 6].map((step) => keptRun(`run ${step}`, step)),
    );
    page.locks.add('run 1');
    onScreen(page.store, 'mine', [0, 10]);
    await copyAt(page, 10);
    expect(page.storage.ids).toEqual(['mine', 'run 1', 'run 3', 'run 4', 'run 5', 'run 6']);
  });

  it('all make way, but those of other tabs, when the disk is full', async () => {
    const page = await testAutosave(keptRun('run 1', 1), keptRun('run 2', 2));
    page.locks.add('run 1');
    onScreen(page.store, 'mine', [0, 10]);
    page.storage.meet = (call) => {
      if (call === 'save' && page.storage.headers.has('run 2')) throw noRoom();
    };
    await copyAt(page, 10);
    expect(page.storage.ids).toEqual(['mine', 'run 1']);
    expect(page.storage.stepsOf('mine')).toEqual([0, 10]);
    expect(page.autosave.state.getState().problem).toBeUndefined();
  });
});

describe('a run that cannot be kept', () => {
  /** A page whose database refuses with these errors, in turn, and then no more. */
  async function refusing(...errors: readonly DOMException[]) {
    const page = await testAutosave();
    const left = [...errors];
    page.storage.meet = (call) => {
      const error = call === 'save' ? left.shift() : undefined;
      if (error !== undefined) throw error;
    };
    onScreen(page.store, 'mine', [0, 10]);
    return { ...page, problem: () => page.autosave.state.getState().problem };
  }

  it('is said once, and not again when that was dismissed', async () => {
    const page = await refusing(notAllowed(), notAllowed(), noRoom(), noRoom());
    await copyAt(page, 10);
    expect(page.problem()).toBe('unavailable');
    page.autosave.dismissProblem();
    await copyAt(page, 10);
    expect(page.problem()).toBeUndefined();
    await copyAt(page, 10);
    expect(page.problem()).toBe('full');
  });

  it('is not said any more once it is kept, until it comes again', async () => {
    const page = await refusing(notAllowed());
    await copyAt(page, 10);
    expect(page.problem()).toBe('unavailable');
    await copyAt(page, 10);
    expect(page.problem()).toBeUndefined();
    expect(page.storage.ids).toEqual(['mine']);
    page.storage.meet = () => {
      throw notAllowed();
    };
    await copyAt(page, 10);
    expect(page.problem()).toBe('unavailable');
  });

  it('makes nothing else fail, whatever is asked for', async () => {
    const page = await testAutosave(keptRun('a', 20));
    await page.autosave.restore();
    page.storage.meet = async () => {
      throw notAllowed();
    };
    await page.autosave.restore();
    expect(page.autosave.state.getState().offer?.id).toBe('a');
    expect(await page.autosave.take()).toBeUndefined();
    await page.autosave.discard();
    onScreen(page.store, 'mine', [0, 10]);
    await copyAt(page, 10);
    await page.autosave.flush();
    expect(page.autosave.state.getState().problem).toBe('unavailable');
  });
});
