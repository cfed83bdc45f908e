import { describe, expect, it } from 'vitest';
import { embeddedFigure, figureNames } from '../../../src/state/embedding/figures.ts';
import { decodeAddress, encodeAddress } from '../../../src/state/url.ts';

describe('figures that can be embedded', () => {
  it('keep their names: pages elsewhere use them', () => {
    expect(figureNames).toEqual([
      ...['circles', 'heatmap', 'curves', 'loss', 'accuracy', 'measures', 'path', 'verdict'],
      ...[
        'pair',
        'isolation',
        'circle-by-circle',
        'neurons',
        'neuron',
        'spectrum',
        'all-measures',
        'debate',
      ],
      ...['map', 'clock', 'pizza', 'two-ways', 'clock-face', 'task', 'same-answers'],
      ...[
        'telling-apart',
        'transition',
        'ensemble',
        'authors-networks',
        'learning',
        'inside',
        'lab',
      ],
    ]);
  });

  it('have names that stand in an address as they are', () => {
    for (const name of figureNames) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('have titles of their own', () => {
    const titles = figureNames.map((name) => embeddedFigure(name).title);
    expect(titles.every((title) => /^[A-Z].{2,50}$/.test(title))).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(figureNames)('are read from an address and written into one: %s', (name) => {
    const { configuration, page, problems } = decodeAddress(`?embed=${name}`);
    expect(problems).toEqual([]);
    expect(page.embed).toBe(name);
    expect(decodeAddress(encodeAddress(configuration, page)).page.embed).toBe(name);
  });

  it.each(['', 'frobnicate', 'constructor', '__proto__', 'Circles', 'circles '])(
    'fall back to circles with a notice for “%s”',
    (name) => {
      const { page, problems } = decodeAddress(new URLSearchParams({ embed: name }).toString());
      expect(page.embed).toBe('circles');
      expect(problems.map((problem) => problem.name)).toEqual(['embed']);
      expect(problems[0]?.message).toMatch(/must be one of circles, heatmap, .*Using circles\.$/);
    },
  );

  it('are none where the address asks for the page', () => {
    expect(decodeAddress('').page.embed).toBe('');
    expect(decodeAddress('?run=pizza').page.embed).toBe('');
  });
});
