import { describe, expect, it } from 'vitest';
import { findRecordedRun } from '../../../src/model/recorded-runs.ts';
import { createRecordedShow } from '../../../src/state/recorded-show.ts';
import { createRecordingsController, type RecordedRun } from '../../../src/state/recordings.ts';
import { createReplay } from '../../../src/state/replay.ts';
import { decodeAddress } from '../../../src/state/url.ts';
import type { Page } from '../../../src/ui/hooks/page.ts';
import { goToAddress } from '../../../src/ui/share/go-to.ts';
import { createTestPage } from '../../state/fake-worker.ts';
import { snapshotOf } from '../../state/snapshots.ts';

function createGoingPage(query = '') {
  const page = createTestPage({ query });
  const { store, controller } = page;
  const recordings = createRecordingsController(
    () => ({
      async open(address) {
        const [, name = ''] = /recordings\/([a-z-]+)\.run$/.exec(address) ?? [];
        const configuration = findRecordedRun(name)?.configuration;
        if (configuration === undefined || name === 'edge') {
          return { ok: false, message: 'It could not be loaded.' };
        }
        const snapshots = [0, 300, 4000].map((step) => snapshotOf(step));
        return {
          ok: true,
          value: { configuration, backend: 'wasm', snapshots } satisfies RecordedRun,
        };
      },
    }),
    'https://example.org/',
  );
  const recorded = createRecordedShow(store, controller, recordings);
  const replay = createReplay(store);
  const whole = { store, controller, recordings, recorded, replay } as unknown as Page;
  return { ...page, goTo: (wanted: string) => goToAddress(whole, wanted) };
}

/** A page with a run of its own that has come to step 60. */
async function createTrainedPage(query: string) {
  const page = createGoingPage(query);
  await page.controller.reset();
  for (const step of [20, 40, 60]) await page.workers.at(-1)?.report(step);
  return page;
}

describe('going to an address', () => {
  it('shows a recorded run at its step', async () => {
    const page = createGoingPage('theme=dark');
    await page.goTo('view=inside&run=pizza&step=300&circles=equal&theme=light');
    expect(page.store.getState()).toMatchObject({
      page: { view: 'inside', run: 'pizza', circles: 'equal', theme: 'dark' },
      viewedStep: 300,
    });
    await page.goTo('run=pizza&step=0');
    expect(page.store.getState()).toMatchObject({ page: { view: 'lab' }, viewedStep: 0 });
  });

  it('says why a recorded run cannot be shown, and keeps the one on screen', async () => {
    const page = await createTrainedPage('p=13');
    await page.goTo('run=edge&step=300');
    const { notices, timeline } = page.store.getState();
    expect(notices.map(({ message }) => message)).toEqual(['It could not be loaded.']);
    expect(timeline.at(-1)?.result.step).toBe(60);
  });

  it('puts settings into the controls and names the step, and trains nothing', async () => {
    const page = createGoingPage();
    await page.goTo('p=13&width=16&step=40&autorun=1&embed=loss');
    expect(page.workers).toEqual([]);
    expect(page.store.getState()).toMatchObject({
      configuration: decodeAddress('p=13&width=16').configuration,
      page: { step: 40, autorun: false, embed: '', view: 'lab' },
      status: 'idle',
    });
  });

  it('shows the step of the run on screen where that is the one', async () => {
    const page = await createTrainedPage('p=13');
    await page.goTo('p=13&step=40');
    expect(page.store.getState()).toMatchObject({ viewedStep: 40, page: { step: null } });
  });

  it('names a step that the run on screen has not come to', async () => {
    const page = await createTrainedPage('p=13');
    await page.goTo('p=13&step=80');
    expect(page.store.getState()).toMatchObject({ viewedStep: null, page: { step: 80 } });
  });

  it('leaves a run of other settings on screen as what it is', async () => {
    const page = createGoingPage();
    await page.goTo('run=pizza');
    const { runConfiguration } = page.store.getState();
    await page.goTo('p=13&step=40');
    expect(page.store.getState()).toMatchObject({
      runConfiguration,
      configuration: { p: 13 },
      page: { run: 'pizza', step: 40 },
    });
  });
});
