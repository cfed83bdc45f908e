/** A contender that only counts. */
import {
  type Contender,
  type ContenderName,
  type Trainer,
  Unavailable,
} from '../../src/bench/contender.ts';

/** What a fake contender did. */
export interface FakeContender extends Contender {
  /** Updates of each network it opened, in order. */
  readonly updates: number[];
  /** Networks that were closed. */
  closed: number;
}

/** @param loss told the step; may throw */
export function fakeContender(
  name: ContenderName,
  loss: (step: number) => number = (step) => 1 / (1 + step),
): FakeContender {
  const fake: FakeContender = {
    name,
    label: `fake ${name}`,
    runsOn: 'nothing',
    updates: [],
    closed: 0,
    async open(): Promise<Trainer> {
      const index = fake.updates.push(0) - 1;
      return {
        async advance(count) {
          return Array.from({ length: count }, () => {
            const step = fake.updates[index] ?? 0;
            fake.updates[index] = step + 1;
            return { trainLoss: loss(step), testLoss: 2 * loss(step) };
          });
        },
        costs: async () => ({ launchesPerStep: 8, encodeMilliseconds: null, bytes: 1024 }),
        close() {
          fake.closed += 1;
        },
      };
    },
  };
  return fake;
}

/** A contender that is not to be had. */
export function missingContender(name: ContenderName, reason: string): Contender {
  return {
    name,
    label: `missing ${name}`,
    runsOn: 'nothing',
    open: async () => {
      throw new Unavailable(reason);
    },
  };
}
