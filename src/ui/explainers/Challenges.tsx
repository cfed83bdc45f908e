/** Challenges, each with a button that sets it up and a check that comes by itself. */
import { useStore } from 'zustand';
import type { RunConfiguration } from '../../model/configuration.ts';
import { defaultConfiguration } from '../../model/fields.ts';
import type { ChallengeName } from '../../state/challenges.ts';
import { usePage } from '../hooks/page.ts';

interface Challenge {
  readonly name: ChallengeName;
  readonly text: string;
  /** Where to begin. */
  readonly start: Partial<RunConfiguration>;
}

const challenges: readonly Challenge[] = [
  {
    name: 'early-clock',
    text: 'Make a Clock with an attention rate below 1.',
    start: { attentionRate: 0.9, steps: 4000 },
  },
  {
    name: 'full-pizza',
    text: 'Make a Pizza at full attention. A wide network helps; it takes a while without a GPU.',
    start: { attentionRate: 1, width: 512, steps: 2000 },
  },
  {
    name: 'flip',
    text: 'Find the flip at width 64: a Pizza and a Clock whose attention rates differ by 0.1 or less.',
    start: { attentionRate: 0.4, width: 64, steps: 4000 },
  },
  {
    name: 'grok',
    text: 'Let it understand from as few examples as you can: 99 % on the rest with the smallest train fraction.',
    start: { trainFraction: 0.5, steps: 5000 },
  },
];

/** All four, with what has been reached so far. */
export function Challenges() {
  const { challenges: state, controller, store } = usePage();
  const results = useStore(state);
  return (
    <ol className="challenges">
      {challenges.map(({ name, text, start }) => {
        const reached = results[name];
        return (
          <li key={name} data-reached={reached !== undefined}>
            <p>{text}</p>
            <p role="status" className="challenge-result">
              {reached === undefined ? 'Open.' : `✓ Done: ${reached}.`}
            </p>
            <button
              type="button"
              className="chip"
              onClick={() => {
                controller.change({ ...defaultConfiguration, ...start });
                store.setState(({ page }) => ({ page: { ...page, view: 'lab' } }));
                window.scrollTo(0, 0);
              }}
            >
              Set it up in the lab
            </button>
          </li>
        );
      })}
    </ol>
  );
}
