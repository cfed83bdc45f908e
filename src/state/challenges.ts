/** Challenges for visitors: what they are, and which runs of this page have met them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import english from '../messages/en/state/challenges.json';
import { formatNumber } from '../messages/numbers.ts';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { newestStep } from './selectors.ts';
import type { PageState, PageStore } from './store.ts';

const words = createWords('state/challenges', english);

/** What a run came to. */
export interface ChallengeRun {
  readonly configuration: RunConfiguration;
  readonly verdict: string;
  readonly step: number;
  readonly testAccuracy: number;
}

/** Names of the challenges, in their order. */
export const challengeNames = ['early-clock', 'full-pizza', 'flip', 'grok'] as const;
export type ChallengeName = (typeof challengeNames)[number];

/** How each challenge stands: the run that met it, in words; undefined while none has. */
export type ChallengeResults = Readonly<Record<ChallengeName, string | undefined>>;

/** Before this step verdicts still change. */
const settledStep = 2000;
/** Two attention rates this near to each other are the two sides of the flip. */
const flipDistance = 0.1 + 1e-9;

/** Judges all challenges. @param runs of this page, in any order */
export function judgeChallenges(runs: readonly ChallengeRun[]): ChallengeResults {
  const attention = ({ configuration }: ChallengeRun) => configuration.attentionRate;
  const transformers = runs.filter(
    ({ configuration, step }) =>
      configuration.model === 'transformer' && configuration.p === 59 && step >= settledStep,
  );
  const clock = transformers.find((run) => run.verdict === 'clock' && attention(run) < 1);
  const pizza = transformers.find((run) => run.verdict === 'pizza' && attention(run) === 1);
  const learned = runs.filter(
    ({ configuration, testAccuracy }) =>
      configuration.model === 'transformer' && configuration.p === 59 && testAccuracy >= 0.99,
  );
  const [grokked] = [...learned].sort(
    (left, right) => left.configuration.trainFraction - right.configuration.trainFraction,
  );
  return {
    'early-clock':
      clock &&
      words('earlyClock', {
        attention: formatRate(attention(clock)),
        seed: clock.configuration.seed,
      }),
    'full-pizza':
      pizza &&
      words('fullPizza', { width: pizza.configuration.width, seed: pizza.configuration.seed }),
    flip: flipOf(transformers),
    grok:
      grokked && grokked.configuration.trainFraction < 0.8
        ? words('grok', {
            percent: formatNumber(Math.round(100 * grokked.configuration.trainFraction)),
          })
        : undefined,
  };
}

/** An attention rate, with all of its digits. */
function formatRate(rate: number): string {
  return formatNumber(rate, { maximumFractionDigits: 20 });
}

/** The narrowest gap between a Pizza and a network that is none, at width 64. */
function flipOf(runs: readonly ChallengeRun[]): string | undefined {
  const narrow = runs.filter(({ configuration }) => configuration.width === 64);
  const pizzas = narrow.filter(({ verdict }) => verdict === 'pizza');
  const others = narrow.filter(({ verdict }) => verdict === 'clock');
  let best: { readonly from: number; readonly to: number } | undefined;
  for (const pizza of pizzas) {
    for (const other of others) {
      const from = pizza.configuration.attentionRate;
      const to = other.configuration.attentionRate;
      const gap = Math.abs(to - from);
      if (
        gap === 0 ||
        gap > flipDistance ||
        (best !== undefined && gap >= Math.abs(best.to - best.from))
      )
        continue;
      best = { from, to };
    }
  }
  return best && words('flip', { pizza: formatRate(best.from), clock: formatRate(best.to) });
}

/** Judges the runs of this page as they come. Recorded runs do not count. */
export function createChallenges(store: PageStore): StoreApi<ChallengeResults> {
  const runs = new Map<number, ChallengeRun>();
  const results = createStore<ChallengeResults>(() => judgeChallenges([]));
  store.subscribe((state, previous) => {
    if (state.timeline === previous.timeline) return;
    const run = challengeRun(state);
    if (run === undefined) return;
    runs.set(state.shownRun, run);
    // What was reached once stays reached.
    const found = Object.entries(judgeChallenges([...runs.values()]));
    results.setState(Object.fromEntries(found.filter(([, reached]) => reached !== undefined)));
  });
  return results;
}

function challengeRun(state: PageState): ChallengeRun | undefined {
  const { runConfiguration: configuration, timeline, picturesOnly } = state;
  const result = timeline.at(-1)?.result;
  if (configuration === undefined || result === undefined || picturesOnly) return undefined;
  const { verdict, testAccuracy } = result;
  return { configuration, verdict, testAccuracy, step: newestStep(state) };
}
