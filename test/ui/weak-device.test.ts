import { describe, expect, it } from 'vitest';
import { defaultConfiguration } from '../../src/model/fields.ts';
import { findPreset } from '../../src/model/presets.ts';
import { createPageStore } from '../../src/state/store.ts';
import { beginSmall, type Device, weakness } from '../../src/ui/weak-device.ts';

const laptop: Device = { cores: 8, memory: 8, isPhone: false };

describe('a weak device', () => {
  it.each<[string, Device, string | undefined]>([
    ['a laptop', laptop, undefined],
    ['one that tells nothing', { cores: undefined, memory: undefined, isPhone: true }, undefined],
    ['an old laptop', { ...laptop, cores: 2 }, 'This device has 2 processor cores'],
    ['a single core', { ...laptop, cores: 1 }, 'This device has one processor core'],
    ['little memory', { ...laptop, memory: 0.5 }, 'This device has 0.5 GB of memory'],
    ['a phone', { cores: 8, memory: 8, isPhone: true }, undefined],
    ['an old phone', { cores: 4, memory: 4, isPhone: true }, 'This phone has 4 processor cores'],
    ['a tablet', { cores: 4, memory: 4, isPhone: false }, undefined],
  ])('is known by what the browser tells: %s', (_name, device, reason) => {
    expect(weakness(device)).toBe(reason);
  });

  it('begins with a small network, and says why', () => {
    const store = createPageStore('?view=lab&theme=dark');
    beginSmall(store, '?view=lab&theme=dark', { ...laptop, cores: 2 });
    const { configuration, notices } = store.getState();
    expect(configuration).toEqual(findPreset('quick')?.configuration);
    expect(notices.map(({ message }) => message)).toEqual([
      'This device has 2 processor cores, so the page begins with a small network (p = 31, width 64) that trains in seconds. The preset “Pizza” has the size of the paper.',
    ]);
  });

  it('takes the notice away with the first other setting', () => {
    const store = createPageStore('?view=lab');
    beginSmall(store, '?view=lab', { ...laptop, cores: 2 });
    store.setState({ status: 'loading' });
    expect(store.getState().notices).toHaveLength(1);
    store.setState({ configuration: defaultConfiguration });
    expect(store.getState().notices).toEqual([]);
    expect(store.getState().configuration).toBe(defaultConfiguration);
  });

  it('leaves the paper’s network to the story, and what was changed there to the visitor', () => {
    const store = createPageStore('');
    const { page } = store.getState();
    beginSmall(store, '', { ...laptop, cores: 2 });
    expect(store.getState().configuration).toEqual(defaultConfiguration);
    const changed = { ...defaultConfiguration, seed: 7 };
    store.setState({ configuration: changed });
    store.setState({ page: { ...page, view: 'lab' } });
    expect(store.getState().configuration).toBe(changed);

    const other = createPageStore('');
    beginSmall(other, '', { ...laptop, cores: 2 });
    other.setState({ page: { ...page, view: 'lab' } });
    expect(other.getState().configuration).toEqual(findPreset('quick')?.configuration);
  });

  it.each(['?p=59', '?attention=1', '?run=pizza', '?autorun=1'])(
    'does as it is told by an address: %s',
    (query) => {
      const store = createPageStore(query);
      const before = store.getState();
      beginSmall(store, query, { ...laptop, cores: 1 });
      expect(store.getState()).toBe(before);
    },
  );

  it('is not seen where there is none', () => {
    const store = createPageStore('');
    beginSmall(store, '', laptop);
    expect(store.getState().configuration).toEqual(defaultConfiguration);
    expect(store.getState().notices).toEqual([]);
  });
});
