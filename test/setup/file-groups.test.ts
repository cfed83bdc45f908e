import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { groupOfModule } from '../../src/setup/file-groups.ts';

const file = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

/** What imports what, without what nobody asks about. */
const imports: Record<string, string[]> = {
  'page.tsx': ['shell', 'both'],
  'embedded.tsx': ['both', 'frame', 'axis'],
  'ui/figures/CirclesCard.tsx': ['ring', 'both'],
  'ui/LabView.tsx': ['axis', 'curve', 'both'],
  both: ['deep'],
  deep: ['both'],
};

const modules = {
  getModuleInfo: (id: string) => {
    const found = Object.keys(imports).find((name) => id === name || id === file(name));
    return { importedIds: found === undefined ? [] : (imports[found] ?? []) };
  },
};

it.each([
  ['shell', 'page'],
  ['both', 'core'],
  ['deep', 'core'],
  ['ring', 'figures'],
  ['axis', 'figures'],
  ['frame', 'frame'],
  [file('embedded.tsx'), null],
  ['curve', null],
  ['elsewhere', null],
])('puts %s into %s', (module, group) => {
  expect(groupOfModule()(module, modules)).toBe(group);
});

it('says which module it misses', () => {
  expect(() => groupOfModule()('shell', { getModuleInfo: () => null })).toThrow(
    /no module src\/embedded\.tsx/,
  );
});
