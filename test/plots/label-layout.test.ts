import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packLabels, placeBeside, spreadLabels } from '../../src/plots/curves/label-layout.ts';
import { placeMilestones } from '../../src/plots/curves/timeline-marks.ts';

describe('spreadLabels', () => {
  it('leaves labels alone that do not collide', () => {
    expect(spreadLabels([80, 10, 40], 13, 0, 100)).toEqual([80, 10, 40]);
  });

  it('moves colliding labels apart evenly and keeps their order', () => {
    expect(spreadLabels([52, 50], 12, 0, 100)).toEqual([57, 45]);
  });

  it('keeps labels inside, also at the edges', () => {
    expect(spreadLabels([99, 100], 13, 0, 100)).toEqual([87, 100]);
  });

  it('keeps the gap and the order for any positions that fit', () => {
    const positions = fastCheck.array(fastCheck.double({ min: -50, max: 250, noNaN: true }), {
      minLength: 1,
      maxLength: 8,
    });
    fastCheck.assert(
      fastCheck.property(positions, (wanted) => {
        const placed = spreadLabels(wanted, 13, 0, 200);
        const sorted = placed.toSorted((first, second) => first - second);
        sorted.forEach((position, rank) => {
          expect(position).toBeGreaterThanOrEqual(-1e-9);
          expect(position).toBeLessThanOrEqual(200 + 1e-9);
          const before = sorted[rank - 1];
          if (before !== undefined) expect(position - before).toBeGreaterThanOrEqual(13 - 1e-9);
        });
        wanted.forEach((first, one) => {
          wanted.forEach((second, other) => {
            if (first < second) expect(placed[one]).toBeLessThan(placed[other] as number);
          });
        });
      }),
    );
  });

  it('shrinks the gap where there is too little room', () => {
    expect(spreadLabels([1, 2, 3], 50, 0, 20)).toEqual([0, 10, 20]);
  });
});

describe('packLabels', () => {
  const room = { rows: 2, gap: 4, low: 0, high: 100 };

  it('uses the second row for a label that would touch, and drops what fits nowhere', () => {
    const labels = [10, 20, 30].map((centre) => ({ centre, width: 40 }));
    expect(packLabels(labels, room)).toEqual([{ row: 0, left: 0 }, { row: 1, left: 0 }, null]);
  });

  it('shifts labels inside at both ends', () => {
    const labels = [0, 100].map((centre) => ({ centre, width: 30 }));
    expect(packLabels(labels, room)).toEqual([
      { row: 0, left: 0 },
      { row: 0, left: 70 },
    ]);
  });
});

describe('placeBeside', () => {
  const label = { width: 20, height: 12 };
  const inside = { width: 200, height: 100 };

  it('prefers the right, and evades points there and the edge', () => {
    expect(placeBeside({ x: 100, y: 50 }, label, inside, []).x).toBeGreaterThan(100);
    expect(placeBeside({ x: 195, y: 50 }, label, inside, []).x).toBeLessThan(195);
    const right = [{ x: 117, y: 50 }];
    expect(placeBeside({ x: 100, y: 50 }, label, inside, right).x).toBeLessThan(100);
  });
});

describe('placeMilestones', () => {
  const scale = (step: number) => step / 20;

  it('keeps early names when later ones arrive', () => {
    const early = [
      { step: 150, label: 'fits' },
      { step: 500, label: 'generalises' },
    ];
    const rows = placeMilestones(early, 4000, scale, 10).map(({ row }) => row);
    const later = [...early, { step: 620, label: 'Clock' }];
    const laterRows = placeMilestones(later, 4000, scale, 10).map(({ row }) => row);
    expect(laterRows.slice(0, 2)).toEqual(rows.slice(0, 2));
  });

  it('does not let a stroke cross a name in the first row', () => {
    const marks = [
      { step: 150, label: 'fits' },
      { step: 160, label: 'generalises' },
    ];
    expect(placeMilestones(marks, 4000, scale, 10)[1]).toMatchObject({ row: 1, crosses: true });
  });
});
