import { describe, expect, it } from 'vitest';
import { checkLimits } from '../../../src/engine/gpu/limits.ts';
import { planNetwork } from '../../../src/engine/gpu/plans.ts';
import type { RunConfiguration } from '../../../src/model/configuration.ts';
import { smallConfiguration } from '../../support/networks.ts';

const megabytes = 1e6;
const limits = (bytes: number) => ({
  maxStorageBufferBindingSize: bytes,
  maxBufferSize: 2 * bytes,
});
const plan = (changes: Partial<RunConfiguration>, allowed = Number.POSITIVE_INFINITY) =>
  planNetwork(smallConfiguration(changes), allowed);

describe('the limits of a device', () => {
  it('are kept by what the paper trains', () => {
    const paper = plan({ p: 59, width: 128, attentionRate: 1 });
    expect(4 * paper.size).toBeLessThan(40 * megabytes);
    expect(() => checkLimits(paper, 1, limits(128 * megabytes))).not.toThrow();
  });

  it('refuse a network that is too wide, and say which width would fit', () => {
    const wide = plan({ p: 113, width: 512, attentionRate: 1 });
    const refused =
      /^This network needs (\d+) MB in one buffer and this GPU allows 134 MB: choose width (\d+) or less\.$/;
    const allowed = limits(2 ** 27);
    expect(() => checkLimits(wide, 1, allowed)).toThrow(refused);
    const message = messageOf(() => checkLimits(wide, 1, allowed));
    const [, needed, width] = (refused.exec(message) ?? []).map(Number);
    expect(needed).toBe(Math.ceil((4 * wide.size) / megabytes));
    const fitting = plan({ p: 113, width: width as number, attentionRate: 1 });
    expect(() => checkLimits(fitting, 1, allowed)).not.toThrow();
  });

  it('refuse too many networks at once, and say how many would fit', () => {
    const small = plan({ p: 13, width: 32 });
    const allowed = limits(10 * 4 * small.size);
    expect(() => checkLimits(small, 10, allowed)).not.toThrow();
    expect(() => checkLimits(small, 11, allowed)).toThrow(/train 10 at once or fewer\.$/);
  });

  it('make deep networks work through their pairs in parts', () => {
    const deep = { p: 59, width: 128, layers: 4, equalsToken: true, attentionRate: 1 } as const;
    const free = plan(deep);
    const tight = plan(deep, 2 ** 27);
    expect(4 * free.size).toBeGreaterThan(2 ** 27);
    expect(4 * tight.size).toBeLessThanOrEqual(2 ** 27);
    expect(tight.forwardAndBackward.length).toBeGreaterThan(free.forwardAndBackward.length);
  });

  it('are mentioned with the modulus where no width helps', () => {
    const tiny = plan({ p: 127, width: 16 });
    expect(() => checkLimits(tiny, 1, limits(2 ** 20))).toThrow(/: choose a smaller modulus\.$/);
  });
});

function messageOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
