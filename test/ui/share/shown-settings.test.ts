import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRecordedRun } from '../../../src/model/recorded-runs.ts';
import { figureNames } from '../../../src/state/embedding/figures.ts';
import { decodeAddress, defaultPageSettings, encodeAddress } from '../../../src/state/url.ts';
import { sharedQuery } from '../../../src/ui/share/shared-address.ts';
import { shownSettings, withoutUsual } from '../../../src/ui/share/shown-settings.ts';
import { snapshotOf } from '../../state/snapshots.ts';
import { validAddress } from '../../support/addresses.ts';
import { meant, stateOf, stateWithRun } from '../../support/page-states.ts';

const fullPizza = stateOf({
  page: {
    ...defaultPageSettings,
    ...{ run: 'pizza', theme: 'dark', backend: 'wasm', view: 'inside' },
    ...{ heatmap: 'plain', circles: 'equal', neuron: 'plain', pair: { a: 3, b: 4 } },
    ...{ map: 'q', filter: 'width:64', table: 'runs.jsonl' },
  },
  runConfiguration: findRecordedRun('pizza')?.configuration,
  timeline: [0, 300, 4000].map((step) => snapshotOf(step)),
  viewedStep: 300,
});

describe('a query without what goes without saying', () => {
  it('means the same', () => {
    fc.assert(
      fc.property(validAddress, ([configuration, page]) => {
        const settings = findRecordedRun(page.run)?.configuration ?? configuration;
        const query = encodeAddress(settings, page);
        const short = withoutUsual(query);
        expect(short.length).toBeLessThanOrEqual(query.length);
        const decoded = decodeAddress(short);
        expect(JSON.stringify(meant(decoded))).toBe(JSON.stringify(meant(decodeAddress(query))));
        expect(decoded.problems.length).toBe(0);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is short for what is usual', () => {
    const query = new URLSearchParams(withoutUsual(sharedQuery(fullPizza)));
    expect([...query.keys()].sort()).toEqual(
      'backend circles filter heatmap map neuron pair run step table view'.split(' '),
    );
    expect(withoutUsual('p=31&width=128&seed=1')).toBe('p=31');
  });

  it('does not lead to the story where the lab was shown', () => {
    const usual = encodeAddress(decodeAddress('').configuration, defaultPageSettings);
    expect(decodeAddress(withoutUsual(usual)).page.view).toBe('lab');
  });
});

describe('settings of an embed', () => {
  it.each([
    ['circles', { run: 'pizza', step: '300', circles: 'equal' }],
    ['heatmap', { run: 'pizza', step: '300', heatmap: 'plain' }],
    ['loss', { run: 'pizza', step: '300' }],
    ['pair', { run: 'pizza', step: '300', pair: '3,4' }],
    ['neuron', { run: 'pizza', step: '300', neuron: 'plain' }],
    ['isolation', { run: 'pizza', step: '300', heatmap: 'plain', pair: '3,4' }],
    ['map', { map: 'q', filter: 'width:64', table: 'runs.jsonl' }],
    ['clock', {}],
    ['transition', {}],
  ] as const)('are those that say something of its figure: %s', (name, settings) => {
    expect(shownSettings(fullPizza, name, 'pizza')).toEqual(settings);
  });

  it('are those of another recording, without the step of this one', () => {
    expect(shownSettings(fullPizza, 'loss', 'clock')).toEqual({ run: 'clock' });
  });

  it('are those of the run on screen where its reader is to train it, from the beginning', () => {
    const { configuration } = decodeAddress('p=31&attention=0.5');
    const state = stateOf({ ...fullPizza, runConfiguration: configuration });
    const page = { ...state.page, run: '' };
    expect(shownSettings({ ...state, page }, 'loss', '')).toEqual({ p: '31', attention: '0.5' });
  });

  it('never say a view, a theme or a backend, and are all understood', () => {
    const anyFigure = fc.constantFrom(...figureNames);
    fc.assert(
      fc.property(stateWithRun, anyFigure, (state, name) => {
        const settings = shownSettings(state, name, state.page.run);
        for (const left of ['view', 'theme', 'backend', 'embed']) {
          expect(settings).not.toHaveProperty(left);
        }
        const query = new URLSearchParams({ embed: name, ...settings });
        expect(decodeAddress(String(query)).problems).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
