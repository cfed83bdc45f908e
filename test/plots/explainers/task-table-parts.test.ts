import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaskTableData } from '../../../src/plots/explainers/task-table/data.ts';
import { cellAfterKey } from '../../../src/plots/explainers/task-table/interaction.ts';
import {
  axisIndices,
  cellAt,
  cellEdges,
  tableLayout,
} from '../../../src/plots/explainers/task-table/layout.ts';
import {
  numberOrdering,
  symbolName,
  symbolOrdering,
} from '../../../src/plots/explainers/task-table/symbols.ts';
import {
  cellLabel,
  cellText,
  legendTexts,
} from '../../../src/plots/explainers/task-table/wording.ts';

const moduli = fc.integer({ min: 2, max: 113 });

describe('the table’s layout', () => {
  it('stays inside its width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 280, max: 720 }), (width) => {
        const { left, size, top, height } = tableLayout(width);
        expect(left).toBeGreaterThanOrEqual(40);
        expect(left + size).toBeLessThanOrEqual(width);
        expect(top + size).toBeLessThanOrEqual(height);
      }),
    );
  });

  it('finds the cell under a place', () => {
    fc.assert(
      fc.property(moduli, fc.nat(112), fc.nat(112), (p, row, column) => {
        fc.pre(row < p && column < p);
        const middle = (index: number) => ((index + 0.5) * 300) / p;
        expect(cellAt(middle(column), middle(row), 300, p)).toEqual({ row, column });
      }),
    );
    expect(cellAt(-5, 400, 300, 59)).toEqual({ row: 58, column: 0 });
  });

  it('puts edges on whole pixels of the screen', () => {
    const edges = cellEdges(274, 59, 1.5);
    expect(edges).toHaveLength(60);
    for (const edge of edges) expect((edge * 1.5) % 1).toBeCloseTo(0);
    expect(edges[59]).toBeCloseTo(274);
  });

  it('never writes names that touch', () => {
    fc.assert(
      fc.property(moduli, fc.nat(112), fc.integer({ min: 230, max: 480 }), (p, marked, size) => {
        fc.pre(marked < p);
        const pitch = size / p;
        const written = [...axisIndices(p, marked, pitch, 22), marked].sort((a, b) => a - b);
        written.slice(1).forEach((index, before) => {
          expect((index - (written[before] as number)) * pitch).toBeGreaterThanOrEqual(22);
        });
      }),
    );
    expect(axisIndices(59, 34, 8, 22)).toEqual([0, 5, 10, 15, 20, 25, 30, 40, 45, 50, 55]);
  });
});

describe('keys on the table', () => {
  it('walk around the edges', () => {
    const cell = { row: 0, column: 58 };
    expect(cellAfterKey(cell, 'ArrowRight', 59)).toEqual({ row: 0, column: 0 });
    expect(cellAfterKey(cell, 'ArrowUp', 59)).toEqual({ row: 58, column: 58 });
    expect(cellAfterKey(cell, 'PageDown', 59)).toEqual({ row: 5, column: 58 });
    expect(cellAfterKey(cell, 'Home', 59)).toEqual({ row: 0, column: 0 });
    expect(cellAfterKey({ row: 3, column: 4 }, 'End', 59)).toEqual({ row: 3, column: 58 });
    expect(cellAfterKey(cell, 'Escape', 59)).toBeUndefined();
  });
});

describe('symbols', () => {
  it('are the same at every visit', () => {
    expect(symbolOrdering(59)).toEqual(symbolOrdering(59));
  });

  it('name every token once, whatever the modulus', () => {
    fc.assert(
      fc.property(moduli, (p) => {
        const { tokens, places, hues } = symbolOrdering(p);
        expect(new Set(Array.from(tokens)).size).toBe(p);
        expect(new Set(Array.from(hues)).size).toBe(p);
        for (let index = 0; index < p; index++) {
          expect(places[tokens[index] as number]).toBe(index);
        }
        const names = Array.from({ length: p }, (_, index) => symbolName(index));
        expect(new Set(names).size).toBe(p);
      }),
    );
    expect([0, 1, 84, 85].map(symbolName)).toEqual(['ba', 'be', 'zu', 'baba']);
  });

  it('leave no stripe: neighbours along a diagonal seldom share their answer', () => {
    const stripes = (ordering: ReturnType<typeof numberOrdering>) => {
      const at = (row: number, column: number) =>
        ((ordering.tokens[row] as number) + (ordering.tokens[column] as number)) % 59;
      let count = 0;
      for (let row = 0; row < 58; row++) {
        for (let column = 1; column < 59; column++) {
          if (at(row, column) === at(row + 1, column - 1)) count++;
        }
      }
      return count / 58 ** 2;
    };
    expect(stripes(numberOrdering(59))).toBe(1);
    expect(stripes(symbolOrdering(59))).toBeLessThan(0.06);
  });
});

describe('words of the table', () => {
  const trainMask = new Uint8Array(59 * 59);
  trainMask[12 * 59 + 34] = 1;
  const data: TaskTableData = { p: 59, a: 12, b: 34, trainMask, colour: 'answers' };
  const symbols = symbolOrdering(59);

  it('say whether the network is shown an answer', () => {
    expect(cellLabel(data, symbols)).toBe('12 plus 34 is 46; the network is shown this answer');
    expect(cellText(data, symbols)).toBe('12 + 34 = 46: the network is shown this answer.');
    const said = { ...data, fate: 'so says the Pizza' };
    expect(cellText(said, symbols)).toBe('12 + 34 = 46: so says the Pizza.');
    expect(cellLabel(said, symbols)).toBe('12 plus 34 is 46; so says the Pizza');
    const other = { ...data, a: 40, b: 30 };
    expect(cellLabel(other, symbols)).toBe('40 plus 30 is 11; the network never sees this answer');
    expect(cellText(other, symbols)).toBe(
      '40 + 30 = 70, which is 11 modulo 59: the network never sees this answer.',
    );
  });

  it('use names for symbols', () => {
    const named = { ...data, colour: 'symbols' } as const;
    const [a, b, answer] = [12, 34, 46].map((t) => symbolName(symbols.places[t] as number));
    expect(cellLabel(named, symbols)).toBe(
      `${a} and ${b} give ${answer}; the network is shown this answer`,
    );
    expect(cellText(named, symbols).replaceAll('\u00a0', ' ')).toContain(
      'the names stand for 12 + 34 = 46.',
    );
  });

  it('count both kinds of cells', () => {
    expect(legendTexts(data)).toEqual({ given: '1 shown', heldBack: '3,480 held back' });
  });
});
