/** Dots above the answers that a row votes for most, with their names. */

import { approximateTextWidth } from '../curves/label-layout.ts';
import { createSvg, writeText } from '../inside/elements.ts';
import type { PairLayout } from './layout.ts';
import { setPixels } from './ring-frame.ts';

/** An answer that is marked, at the end of its bar. */
export interface Mark {
  readonly c: number;
  readonly x: number;
  readonly y: number;
  /** False where the name would stand in the way. */
  readonly isNamed: boolean;
}

export interface FavouriteMarks {
  readonly element: SVGGElement;
  draw(marks: readonly Mark[], layout: PairLayout): void;
}

/** From a bar's end to its dot. */
const LIFT = 6;
/** The larger of the two that names have. */
const FONT_SIZE = 13;
/** More names than these would cover each other. */
const MOST_NAMES = 4;

export function createFavouriteMarks(): FavouriteMarks {
  const element = createSvg('g', { class: 'pair-favourites' });
  const pool: { dot: SVGCircleElement; name: SVGTextElement }[] = [];

  function resize(count: number) {
    while (pool.length < count) {
      const dot = createSvg('circle', { class: 'pair-favourite', r: 3 });
      const name = createSvg('text', { class: 'pair-favourite-label', dy: '0.33em' });
      element.append(dot, name);
      pool.push({ dot, name });
    }
    for (const { dot, name } of pool.splice(count)) {
      dot.remove();
      name.remove();
    }
  }

  return {
    element,
    draw(marks, layout) {
      resize(marks.length);
      marks.forEach(({ c, x, y, isNamed }, index) => {
        const { dot, name } = pool[index] ?? {};
        setPixels(dot, { cx: x, cy: y - LIFT });
        if (!name) return;
        name.style.display = isNamed && index < MOST_NAMES ? '' : 'none';
        placeText(name, String(c), x, y - LIFT - 1, layout);
      });
    },
  };
}

/** Writes right of a place, or left of it where there is no room. */
export function placeText(
  text: SVGTextElement,
  words: string,
  x: number,
  y: number,
  layout: PairLayout,
): void {
  writeText(text, words);
  const isLeft = x + 6 + approximateTextWidth(words, FONT_SIZE) > layout.width;
  text.setAttribute('text-anchor', isLeft ? 'end' : 'start');
  setPixels(text, { x: x + (isLeft ? -6 : 6), y });
}
