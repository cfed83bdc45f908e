import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRecordedRun } from '../../../src/model/recorded-runs.ts';
import { viewedSnapshot } from '../../../src/state/selectors.ts';
import { decodeAddress, defaultPageSettings } from '../../../src/state/url.ts';
import { sharedQuery } from '../../../src/ui/share/shared-address.ts';
import { snapshotOf } from '../../state/snapshots.ts';
import { stateOf, stateWithoutRun, stateWithRun } from '../../support/page-states.ts';

const numRuns = 1000;
const settings = { theme: defaultPageSettings.theme, embed: '', autorun: false } as const;

describe('the address that is shared', () => {
  it('says the run, its settings and every choice of the page, and nothing it complains about', () => {
    fc.assert(
      fc.property(fc.oneof(stateWithRun, stateWithoutRun), (state) => {
        const { configuration, page, problems } = decodeAddress(sharedQuery(state));
        expect(problems).toEqual([]);
        expect(configuration).toEqual(state.runConfiguration ?? state.configuration);
        const pair = page.pair === defaultPageSettings.pair ? page.pair : state.page.pair;
        expect(page).toEqual({ ...state.page, ...settings, step: page.step, pair });
      }),
      { numRuns },
    );
  });

  it('shows the step of a recorded run that is on screen', () => {
    fc.assert(
      fc.property(stateWithRun, (state) => {
        fc.pre(state.page.run !== '');
        const { step } = decodeAddress(sharedQuery(state)).page;
        expect(viewedSnapshot({ ...state, viewedStep: step })).toBe(viewedSnapshot(state));
      }),
      { numRuns },
    );
  });

  it('names the step of any other run, unless it is the first or the last', () => {
    fc.assert(
      fc.property(stateWithRun, (state) => {
        fc.pre(state.page.run === '');
        const { configuration, page } = decodeAddress(sharedQuery(state));
        const shown = viewedSnapshot(state)?.result.step;
        if (shown === 0) expect(page.step).toBeNull();
        else expect(page.step ?? configuration.steps).toBe(shown);
      }),
      { numRuns },
    );
  });

  it('is about the untrained network of a recording when that is on screen', () => {
    const state = stateOf({
      page: { ...defaultPageSettings, run: 'pizza' },
      runConfiguration: findRecordedRun('pizza')?.configuration,
      timeline: [0, 2000, 4000].map((step) => snapshotOf(step)),
      viewedStep: 0,
    });
    expect(new URLSearchParams(sharedQuery(state)).get('step')).toBe('0');
    expect(new URLSearchParams(sharedQuery({ ...state, viewedStep: null })).get('step')).toBeNull();
  });

  it('is that of the run on screen, whatever the controls hold by now', () => {
    const { configuration } = decodeAddress('p=31&seed=4');
    const state = stateOf({ runConfiguration: configuration, timeline: [snapshotOf(20)] });
    const query = sharedQuery({ ...state, configuration: { ...configuration, seed: 5 } });
    expect(decodeAddress(query)).toMatchObject({ configuration, page: { step: 20 } });
  });

  it('can be that of another view of the same', () => {
    const state = stateOf({ page: { ...defaultPageSettings, circles: 'equal' } });
    const { page } = decodeAddress(sharedQuery(state, { view: 'inside' }));
    expect(page).toEqual({ ...defaultPageSettings, circles: 'equal', view: 'inside' });
  });
});
