// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behaviourNames, readBehaviour } from '../../../src/state/embedding/behaviour.ts';
import {
  embeddedFigure,
  type FigureName,
  figureNames,
} from '../../../src/state/embedding/figures.ts';
import type { PageState } from '../../../src/state/store.ts';
import { type DecodedAddress, decodeAddress } from '../../../src/state/url.ts';
import { shownSettings } from '../../../src/ui/share/shown-settings.ts';
import {
  type EmbedWish,
  elementSnippet,
  embedAddress,
  iframeSnippet,
  markdownSnippet,
  pageAddress,
} from '../../../src/ui/share/snippets.ts';
import { meant, stateWithRun } from '../../support/page-states.ts';

const numRuns = 1000;
const base = 'https://example.org/a/b/';

function wishOf(changes: Partial<EmbedWish> = {}): EmbedWish {
  return {
    ...{ base, name: 'circles', title: 'Embedding circles', settings: { run: 'pizza' } },
    ...{ theme: 'auto', controls: true, autoplay: false },
    ...changes,
  };
}

/** What ends attributes, begins elements or escapes, wherever it stands. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', "'", '&', '<', '>', '&quot;', '&amp;lt;', '</iframe>', '<script>', '`'),
      fc.constantFrom(' onload=alert(1) ', '--><b>', '{{x}}', '){1}[', '\\', '%22', 'ü', '=', '?'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  // Parsers of HTML may write line ends another way; addresses and names have none.
  .map((parts) => parts.join('').replace(/\p{Cc}/gu, ''));

const anyWish: fc.Arbitrary<EmbedWish> = fc.record({
  base: fc.constantFrom(base, 'http://127.0.0.1:4173/', `https://example.org/it's&co/`),
  name: fc.constantFrom(...figureNames),
  title: hostileText,
  settings: fc.dictionary(
    fc.constantFrom('run', 'table', 'filter', 'step', 'attention', 'pair'),
    hostileText,
  ),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  controls: fc.boolean(),
  autoplay: fc.boolean(),
});

/** What stands in a template is parsed, but neither loaded nor run. */
function parsed(html: string): readonly Element[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.children];
}

function attributesOf(element: Element | null): Record<string, string> {
  return Object.fromEntries(
    [...(element?.attributes ?? [])].map(({ name, value }) => [name, value]),
  );
}

describe('the element to paste', () => {
  it('has exactly the attributes that were wished, whatever they hold', () => {
    fc.assert(
      fc.property(anyWish, (wish) => {
        const [element, script, ...others] = parsed(elementSnippet(wish));
        const { name, settings, theme, controls, autoplay } = wish;
        expect(others).toEqual([]);
        expect(attributesOf(element ?? null)).toEqual({
          ...{ figure: name, ...settings },
          ...(theme === 'auto' ? {} : { theme }),
          ...(controls ? {} : { controls: '0' }),
          ...(autoplay ? { autoplay: '' } : {}),
        });
        expect(attributesOf(script ?? null)).toEqual({
          async: '',
          src: `${wish.base}clock-pizza.js`,
        });
        const [link, ...more] = element?.children ?? [];
        expect(more).toEqual([]);
        expect(attributesOf(link ?? null)).toEqual({ href: pageAddress(wish) });
        expect(link?.children).toHaveLength(1);
        expect(attributesOf(link?.firstElementChild ?? null)).toMatchObject({
          alt: `${wish.title} (The Clock and the Pizza)`,
        });
      }),
      { numRuns },
    );
  });
});

describe('the frame to paste', () => {
  it('has the address and the title that were wished, whatever they hold', () => {
    fc.assert(
      fc.property(anyWish, fc.nat(2000), (wish, height) => {
        const [frame, ...others] = parsed(iframeSnippet(wish, height));
        expect(others).toEqual([]);
        expect(attributesOf(frame ?? null)).toEqual({
          src: embedAddress(wish),
          title: `The Clock and the Pizza: ${wish.title}`,
          ...{ width: '100%', height: `${height}`, loading: 'lazy', frameborder: '0' },
          sandbox: expect.not.stringMatching(/top-navigation|modals|forms/),
        });
      }),
      { numRuns },
    );
  });
});

describe('the address of a frame', () => {
  it('shows the settings, figure and behaviour that were chosen, and complains about nothing', () => {
    const choices = fc.record({
      name: fc.constantFrom(...figureNames),
      theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
      controls: fc.boolean(),
      autoplay: fc.boolean(),
    });
    fc.assert(
      fc.property(stateWithRun, choices, (state, { name, theme, controls, autoplay }) => {
        const { run } = state.page;
        const settings = shownSettings(state, name, run);
        const query = new URL(embedAddress(wishOf({ name, settings, theme, controls, autoplay })))
          .search;
        expect(readBehaviour(query)).toMatchObject({ controls, autoplay, poster: true });
        const decoded = decodeAddress(query);
        expect(decoded.problems).toEqual([]);
        expect(decoded.page).toMatchObject({ embed: name, theme, autorun: false });
        expectShown(name, decoded, state);
      }),
      { numRuns },
    );
  });

  it('leaves commas and colons readable', () => {
    const settings = { pair: '3,4', filter: 'width:64,layers:all' };
    expect(embedAddress(wishOf({ name: 'map', settings }))).toBe(
      `${base}?embed=map&pair=3,4&filter=width:64,layers:all`,
    );
  });

  it('says how it behaves in names the frame knows', () => {
    const address = embedAddress(wishOf({ controls: false, autoplay: true, theme: 'dark' }));
    expect(address).toBe(`${base}?embed=circles&run=pizza&theme=dark&controls=0&autoplay=1`);
    expect(behaviourNames).toEqual(expect.arrayContaining(['controls', 'autoplay']));
  });
});

describe('the address of the page that a picture leads to', () => {
  it.each([
    ['circles', { run: 'pizza' }, '?run=pizza'],
    ['circles', {}, '?view=lab'],
    ['lab', { p: '31' }, '?p=31'],
    ['pair', { run: 'pizza', pair: '3,4' }, '?view=inside&run=pizza&pair=3,4'],
    ['map', {}, '?view=map'],
    ['map', { map: 'q' }, '?view=map&map=q'],
    ['clock', {}, '#clock'],
  ] as const)('opens the view with the figure: %s %o', (name, settings, query) => {
    const address = pageAddress(wishOf({ name, settings }));
    expect(address).toBe(`${base}${query}`);
    const { page, problems } = decodeAddress(new URL(address).search);
    expect(problems).toEqual([]);
    const views = { run: 'lab', view: 'lab', network: 'inside', map: 'map', idea: 'story' };
    expect(page.view).toBe(views[embeddedFigure(name).subject]);
  });
});

describe('the picture in Markdown', () => {
  it('is one image in one link, whatever its title holds', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const wish = wishOf({ title, settings: { table: 'https://example.org/a(b)?c="d"' } });
        const written = markdownSnippet(wish);
        const [, label, ...addresses] =
          /^\[!\[((?:\\.|[^\\[\]])*), live\]\(([^()\s"]+)\)\]\(([^()\s"]+)\)$/u.exec(written) ?? [];
        expect(label?.replace(/\\([[\]\\])/g, '$1')).toBe(title);
        expect(addresses).toEqual([
          `${base}posters/circles-untrained-light.webp`,
          pageAddress(wish),
        ]);
      }),
      { numRuns },
    );
  });
});

/** What a figure shows is what was on screen where it was embedded. */
function expectShown(name: FigureName, decoded: DecodedAddress, state: PageState): void {
  const { subject } = embeddedFigure(name);
  const { page } = state;
  if (subject === 'idea') return;
  if (subject === 'map') {
    const { map, circular, setting, colour, form, filter, table } = page;
    expect(decoded.page).toMatchObject({ map, circular, setting, colour, form, filter, table });
    return;
  }
  expect(meant(decoded).configuration).toEqual(state.runConfiguration);
  expect(decoded.page.run).toBe(page.run);
}
