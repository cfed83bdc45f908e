import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posterPath, posterSize } from '../../src/embed/poster.ts';
import { recordedRuns } from '../../src/model/recorded-runs.ts';
import { root } from '../../src/setup/command.mjs';
import { figureNames } from '../../src/state/embedding/figures.ts';

const themes = ['light', 'dark'] as const;
const runs = ['', ...recordedRuns.map(({ name }) => name)];

describe('posters', () => {
  it('are named after figure and theme, and after the run where it shows', () => {
    expect(posterPath('circles', 'pizza', 'dark')).toBe('posters/circles-pizza-dark.webp');
    expect(posterPath('transition', 'pizza', 'light')).toBe('posters/transition-light.webp');
  });

  it('are the same for every run that is not recorded', () => {
    for (const run of ['frobnicate', 'constructor', '../pizza']) {
      expect(posterPath('circles', run, 'light')).toBe(posterPath('circles', '', 'light'));
    }
  });

  it('differ between all recorded runs for a figure of a run', () => {
    const paths = recordedRuns.map(({ name }) => posterPath('loss', name, 'light'));
    expect(new Set(paths).size).toBe(recordedRuns.length);
  });

  it.each(figureNames)('are there for %s with every run in both themes', (figure) => {
    const paths = runs.flatMap((run) => themes.map((theme) => posterPath(figure, run, theme)));
    const missing = [...new Set(paths)].filter((path) => !existsSync(`${root}public/${path}`));
    expect(missing).toEqual([]);
  });

  it('are pictures of the size that is kept for them', async () => {
    const bytes = await readFile(`${root}public/${posterPath('circles', 'pizza', 'light')}`);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('RIFF');
    expect(bytes.subarray(8, 16).toString('latin1')).toBe('WEBPVP8X');
    expect(1 + bytes.readUIntLE(24, 3)).toBe(posterSize.width);
    expect(1 + bytes.readUIntLE(27, 3)).toBe(posterSize.height);
  });

  it('lie in their folder, whatever an attribute says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('../../x', '//example.org/x', 'a?b#c', 'https://example.org', '%2e%2e/'),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom(...themes), (figure, run, theme) => {
        expect(posterPath(figure, run, theme)).toMatch(/^posters\/[a-z-]*-(light|dark)\.webp$/);
      }),
      { numRuns: 10_000 },
    );
  });
});
