// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import type { FigureKind } from '../../../src/plots/tables/kinds.ts';
import {
  rememberSource,
  tellSourceChanged,
  watchSources,
} from '../../../src/ui/hooks/figure-sources.ts';
import { shownTables } from '../../../src/ui/tables/shown-tables.ts';
import { stateOf } from '../../support/page-states.ts';

const noFigure = (): Figure<unknown> => ({ update: () => undefined, destroy: () => undefined });
const state = stateOf({});
let card: HTMLElement;

/** A drawing in a box of the card, under a heading. */
function draw(kind: FigureKind | undefined, data: unknown, heading?: string): void {
  const box = document.createElement('div');
  if (heading !== undefined) {
    const title = document.createElement('h4');
    title.textContent = heading;
    box.append(title);
  }
  const host = document.createElement('div');
  box.append(host);
  card.append(box);
  rememberSource(host, noFigure, () => data, false, kind);
}

const face = (a: number) => ({ hours: 12, a, b: 1 });
const cellsOf = (tables: ReturnType<typeof shownTables>) =>
  tables.map(({ rows }) => rows()[0]?.[1]);

describe('the tables of a card', () => {
  beforeEach(() => {
    card = document.createElement('section');
  });

  it('are those of its drawings, under their headings, in their order', () => {
    draw('face', face(3), 'Left');
    draw(undefined, face(9));
    draw('face', face(4));
    const tables = shownTables(card, 'clock-face', state);
    expect(tables.map(({ caption }) => caption)).toEqual([
      'Left: 3 + 1 = 4 on a 12-⁠hour face.',
      '4 + 1 = 5 on a 12-⁠hour face.',
    ]);
    expect(cellsOf(tables)).toEqual([3, 4]);
    expect(new Set(tables.map(({ key }) => key)).size).toBe(2);
  });

  it('are one where drawings side by side have a row each', () => {
    for (const k of [17, 3]) {
      draw(
        'circle',
        {
          p: 2,
          k,
          step: 1,
          points: new Float32Array(4),
          correctLogits: new Float32Array(4),
          fveClock: 0.5,
          fvePizza: 0.9,
          fveAccompanying: 0,
          accompanies: null,
          selectedPair: null,
        },
        `Circle ${k}`,
      );
    }
    const [fits, ...others] = shownTables(card, 'circle-by-circle', state);
    expect(fits?.caption).not.toContain('Circle 17');
    expect(fits?.rows().map(([k]) => k)).toEqual([17, 3]);
    expect(others.map(({ caption }) => caption)).toContain('Circle 3: Points of circle 3');
  });

  it('follow the state of the page', () => {
    const host = document.createElement('div');
    card.append(host);
    rememberSource(host, noFigure, ({ viewedStep }) => face(viewedStep ?? 1), true, 'face');
    expect(cellsOf(shownTables(card, 'clock-face', state))).toEqual([1]);
    expect(cellsOf(shownTables(card, 'clock-face', { ...state, viewedStep: 7 }))).toEqual([7]);
  });

  it('are none while nothing is drawn', () => {
    draw('spectrum', { p: 59, frequencies: [], highlighted: [] });
    expect(shownTables(card, 'spectrum', state)).toEqual([]);
  });

  it('are written where a card has numbers without a drawing', () => {
    expect(shownTables(card, 'two-ways', state)[0]?.rows()).toHaveLength(6);
  });
});

describe('who watches drawings', () => {
  it('is told when one comes or has other data, until it stops', () => {
    const tell = vi.fn();
    const stop = watchSources(tell);
    draw('face', face(3));
    tellSourceChanged();
    expect(tell).toHaveBeenCalledTimes(2);
    stop();
    tellSourceChanged();
    expect(tell).toHaveBeenCalledTimes(2);
  });
});
