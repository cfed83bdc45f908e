// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { figureNames } from '../../../src/state/embedding/figures.ts';
import { type EmbedWish, embedAddress } from '../../../src/ui/share/snippets.ts';
import { writingPlaces } from '../../../src/ui/share/writing-places.ts';

const wish: EmbedWish = {
  ...{ base: 'https://example.org/', name: 'circles', title: 'Embedding circles' },
  settings: { run: 'pizza', step: '300' },
  ...{ theme: 'dark', controls: false, autoplay: true },
};
const place = (name: RegExp) => {
  const found = writingPlaces.find((each) => name.test(each.name));
  if (found === undefined) throw new Error(`There is no place ${name}.`);
  return found;
};
const pasted = (name: RegExp, wanted = wish) => {
  const host = document.createElement('div');
  host.innerHTML = place(name).snippet(wanted, 321);
  return host;
};

describe('places to write in', () => {
  it('have names of their own, a sentence of advice each, and something to paste for any figure', () => {
    expect(new Set(writingPlaces.map(({ name }) => name)).size).toBe(writingPlaces.length);
    for (const { advice, snippet } of writingPlaces) {
      expect(advice).toMatch(/^[A-Z].*[.]$/s);
      for (const name of figureNames) expect(snippet({ ...wish, name }, 300)).toContain(wish.base);
    }
  });

  it.each([[/own web page/i], [/markdown \(/i], [/hugo/i], [/ghost/i]])(
    'that allow scripts get the element: %s',
    (name) => {
      const element = pasted(name).querySelector('clock-pizza');
      expect(element?.getAttribute('figure')).toBe('circles');
      expect(element?.getAttribute('step')).toBe('300');
    },
  );

  it('can have the element in Markdown: no line of it is empty or looks like code', () => {
    for (const line of place(/markdown \(/i)
      .snippet(wish, 300)
      .split('\n')) {
      expect(line).toMatch(/^ {0,3}\S/);
    }
  });

  it.each([[/wordpress/i], [/observable/i]])(
    'that allow frames get one as high as its figure: %s',
    (name) => {
      const frame = pasted(name).querySelector('iframe');
      expect(frame?.getAttribute('src')).toBe(embedAddress(wish));
      expect(frame?.getAttribute('height')).toBe('321');
    },
  );

  it('that take an address get the address of the frame and nothing else', () => {
    expect(place(/notion/i).snippet(wish, 300)).toBe(embedAddress(wish));
  });

  it('that allow neither get a picture with a link', () => {
    expect(place(/substack/i).snippet(wish, 300)).toBe(
      '[![Embedding circles, live](https://example.org/posters/circles-pizza-dark.webp)](https://example.org/?run=pizza&step=300)',
    );
  });
});
