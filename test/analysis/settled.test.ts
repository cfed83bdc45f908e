import { expect, it } from 'vitest';
import { isSettled } from '../../src/analysis/settled.ts';

const pizza = { verdict: 'pizza', trainAccuracy: 1, testAccuracy: 1 } as const;

it('a run is settled after three looks with one verdict and every answer right', () => {
  expect(isSettled([pizza, pizza])).toBe(false);
  expect(isSettled([pizza, pizza, pizza])).toBe(true);
  expect(isSettled([{ ...pizza, verdict: 'between' }, pizza, pizza])).toBe(false);
  expect(isSettled([pizza, { ...pizza, testAccuracy: 0.999 }, pizza])).toBe(false);
  expect(isSettled([{ ...pizza, verdict: 'clock' }, pizza, pizza, pizza])).toBe(true);
});
