/** States of a page that could be shared: any settings, a run or none, any of its steps on screen. */
import * as fc from 'fast-check';
import { findRecordedRun } from '../../src/model/recorded-runs.ts';
import { createPageStore, type PageState } from '../../src/state/store.ts';
import type { DecodedAddress } from '../../src/state/url.ts';
import { snapshotOf } from '../state/snapshots.ts';
import { validAddress, validConfiguration } from './addresses.ts';

/** A page with these settings, and nothing on it yet. */
export function stateOf(changes: Partial<PageState>): PageState {
  return { ...createPageStore('').getState(), ...changes };
}

/** Steps of the moments that are kept of a run; the first may be missing. */
const keptSteps = fc
  .uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 6 })
  .map((steps) => [...steps].sort((left, right) => left - right));

/** A page that looks at a run: recorded, or of settings that the controls may have left since. */
export const stateWithRun: fc.Arbitrary<PageState> = fc
  .record({
    address: validAddress,
    other: validConfiguration,
    same: fc.boolean(),
    steps: keptSteps,
  })
  .chain(({ address: [configuration, page], other, same, steps }) => {
    const recorded = findRecordedRun(page.run)?.configuration;
    const runConfiguration = recorded ?? (same ? configuration : other);
    return fc.option(fc.constantFrom(...steps)).map((viewedStep) =>
      stateOf({
        configuration,
        page: { ...page, step: null },
        runConfiguration,
        timeline: steps.map((step) => snapshotOf(step)),
        viewedStep,
      }),
    );
  });

/** A page before its first run. */
export const stateWithoutRun: fc.Arbitrary<PageState> = validAddress.map(([configuration, page]) =>
  stateOf({ configuration, page: { ...page, run: '', step: null } }),
);

/** What somebody sees who opens an address: a recorded run brings its own settings. */
export function meant({ configuration, page }: DecodedAddress) {
  return { configuration: findRecordedRun(page.run)?.configuration ?? configuration, page };
}
