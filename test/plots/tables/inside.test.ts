import { describe, expect, it } from 'vitest';
import { mostCells } from '../../../src/plots/tables/table.ts';
import { tablesOf } from '../../../src/plots/tables.ts';
import {
  cardData,
  ensembleCircles,
  keepingEntries,
  pizzaNetwork,
} from '../../gallery/inside-circles.ts';
import { madeUpNeurons, neuronGrid, pairData, pizzaPairs } from '../../gallery/inside-pair.ts';

const [recipe] = pizzaNetwork.circles;
if (!recipe) throw new Error('The made-up network has circles.');

describe('the circles of a network as tables', () => {
  it('have what each computes and whether it is on', () => {
    const circles = ensembleCircles(pizzaNetwork);
    const off = circles.map((circle) => ({ ...circle, kept: circle.k !== 25 }));
    const [table] = tablesOf('ensemble', { circles: off });
    expect(table?.caption).toBe('6 circles: 3 Pizza, 3 helpers · 1 switched off');
    expect(table?.rows).toHaveLength(6);
    expect(table?.rows[0]?.slice(2)).toEqual(['1.00', 'Pizza', '', 'on']);
    expect(table?.rows.find(([k]) => k === 25)?.slice(3)).toEqual(['accompanying', 17, 'off']);
    expect(tablesOf('ensemble', { circles: [] })).toEqual([]);
  });

  it('have the accuracy of the strongest', () => {
    const [table] = tablesOf('keeping', { p: 59, entries: keepingEntries(pizzaNetwork) });
    expect(table?.rows[1]).toEqual([2, '17, 3', '91.8']);
    expect(table?.note).toBe('Guessing is right in 1 of 59 cases: 1.7 %.');
  });

  it('have what explains each, in one table for all, and the cells of each', () => {
    const data = cardData(pizzaNetwork, recipe);
    const facts = { powerFraction: 0.26, axisRatio: 0.98, verdict: 'pizza' } as const;
    const [fits, points, cells] = tablesOf('circle', { ...data, facts });
    expect(fits?.joins).toBe('fits');
    expect(fits?.rows).toEqual([[17, 'Pizza', '26.0', '0.98', '75.4', '99.2', '−31.1', '', 7]]);
    expect(fits?.rows[0]).toHaveLength(fits?.columns.length ?? 0);
    expect(points?.caption).toBe('Points of circle 17');
    expect(cells?.caption).toContain('in steps along circle 17');
    expect(cells?.rows[0]?.[0]).toBe(-29);
    expect(cells?.rows).toHaveLength(59);
    expect(tablesOf('circle', { ...data, correctLogits: new Float32Array(0) })).toEqual([]);
  });

  it('have the power of every frequency', () => {
    const frequency = { axisRatio: 0.95, sharedFactor: 1 };
    const [table] = tablesOf('spectrum', {
      p: 11,
      frequencies: [
        { ...frequency, k: 3, powerFraction: 0.9 },
        { ...frequency, k: 1, powerFraction: 0.004 },
      ],
      highlighted: [3],
    });
    expect(table?.caption).toContain('Main ones: 3 (90 %)');
    expect(table?.rows).toEqual([
      [1, '0.4', '0.95', '', 'no'],
      [3, '90.0', '0.95', 'round', 'yes'],
    ]);
  });
});

describe('one sum as tables', () => {
  const data = pairData(pizzaPairs, 12, 34, [17]);
  const place = data.circles.findIndex(({ k }) => k === 17);
  const logits = [...(data.circles[place]?.logits ?? [])];
  const favourite = logits.indexOf(Math.max(...logits));

  it('tells what every circle, their sum and the network vote for', () => {
    const [table] = tablesOf('pair', data);
    expect(table?.caption).toBe('12 + 34 = 46 (mod 59): whose vote is for which answer');
    const names = table?.rows.map(([name]) => name);
    expect(names?.slice(-2)).toEqual(['their sum', 'whole network']);
    const own = table?.rows.find(([name]) => name === 'circle 17');
    expect(own?.slice(1, 3)).toEqual(['Pizza', 'on']);
    expect(own?.[3]).toBe(String(favourite));
    expect(own?.[5]).toMatch(/^midpoint/);
    expect(table?.rows.filter((row) => row[2] === 'off')).toHaveLength(data.circles.length - 1);
  });

  it('has the votes for every answer, the right one marked', () => {
    const [, votes] = tablesOf('pair', data);
    expect(votes?.rows).toHaveLength(59);
    expect(votes?.columns).toHaveLength(data.circles.length + 3);
    expect(votes?.current).toBe(46);
    const own = votes?.rows.map((row) => Number(String(row[place + 1]).replace('−', '-'))) ?? [];
    expect(own.indexOf(Math.max(...own))).toBe(favourite);
  });

  it('has dashes while votes are being computed', () => {
    const circles = data.circles.map((circle) => ({ ...circle, logits: null }));
    const [table] = tablesOf('pair', { ...data, circles, sum: null, full: null });
    expect(table?.rows.every((row) => row[3] === '' && row[4] === '')).toBe(true);
    expect(tablesOf('pair', { ...data, circles: [] })).toEqual([]);
  });
});

describe('neurons as tables', () => {
  const neurons = madeUpNeurons(2000, [17, 3], true);

  it('are grouped by frequency, and listed the strongest first as far as they fit', () => {
    const [groups, list] = tablesOf('neurons', { neurons, constant: 3, selected: 7 });
    expect(groups?.caption).toBe('2,000 neurons by frequency');
    expect(groups?.note).toContain('3 neurons');
    const counts = groups?.rows.map((row) => Number(row[1])) ?? [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2000);
    expect(counts[0]).toBeGreaterThanOrEqual(counts[1] ?? 0);
    // On a disc both phases are nearly the same.
    expect(Number(groups?.rows[0]?.[2])).toBeLessThan(0.1);
    const strengths = list?.rows.map((row) => Number(row[5])) ?? [];
    expect([...strengths].sort((left, right) => right - left)).toEqual(strengths);
    expect(strengths.length * 6).toBeLessThanOrEqual(mostCells);
    expect(list?.note).toBe(
      `${(2000 - strengths.length).toLocaleString('en')} rows are left out here; the picture has them all.`,
    );
  });

  it('are told one by one over all pairs, in the order of the picture', () => {
    const [neuron] = neurons;
    if (!neuron) throw new Error('There are neurons.');
    const grid = neuronGrid(11, { ...neuron, k: 4 });
    const [rows, cells] = tablesOf('neuron', { ...grid, order: 'circle' });
    // One step along circle 4 of 11 residues is 3.
    expect(rows?.rows.slice(0, 3).map(([a]) => a)).toEqual([0, 3, 6]);
    expect(cells?.columns.slice(1, 4)).toEqual(['0', '3', '6']);
    const passing = Array.from(grid.values ?? [])
      .slice(33, 44)
      .filter((value) => value > 0);
    expect(rows?.rows[1]?.[4]).toBe(((100 * passing.length) / 11).toFixed(1));
    expect(tablesOf('neuron', { ...grid, values: null })).toEqual([]);
  });
});
