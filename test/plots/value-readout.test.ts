import { describe, expect, it } from 'vitest';
import { placeBox } from '../../src/plots/value-readout.ts';

describe('the readout', () => {
  it('stands above its point, centred', () => {
    expect(placeBox({ x: 100, y: 80, clearance: 10 }, 60, 40, 300)).toEqual({ left: 70, top: 30 });
  });

  it('stays inside the figure', () => {
    expect(placeBox({ x: 5, y: 80, clearance: 10 }, 60, 40, 300).left).toBe(0);
    expect(placeBox({ x: 295, y: 80, clearance: 10 }, 60, 40, 300).left).toBe(240);
    expect(placeBox({ x: 100, y: 20, clearance: 10 }, 60, 40, 300).top).toBe(30);
  });
});
