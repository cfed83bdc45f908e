/** Challenges, each with a button that sets it up and a check that comes by itself. */
import { useStore } from 'zustand';
import english from '../../messages/en/ui/explainers/challenges.json';
import { createWords } from '../../messages/words.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { defaultConfiguration } from '../../model/fields.ts';
import type { ChallengeName } from '../../state/challenges.ts';
import { usePage } from '../hooks/page.ts';

const words = createWords('ui/explainers/challenges', english);

interface Challenge {
  readonly name: ChallengeName;
  /** Message that says what is to be done. */
  readonly task: 'earlyClock' | 'fullPizza' | 'flip' | 'grok';
  /** Where to begin. */
  readonly start: Partial<RunConfiguration>;
}

const challenges: readonly Challenge[] = [
  {
    name: 'early-clock',
    task: 'earlyClock',
    start: { attentionRate: 0.9, steps: 4000 },
  },
  {
    name: 'full-pizza',
    task: 'fullPizza',
    start: { attentionRate: 1, width: 512, steps: 2000 },
  },
  {
    name: 'flip',
    task: 'flip',
    start: { attentionRate: 0.4, width: 64, steps: 4000 },
  },
  {
    name: 'grok',
    task: 'grok',
    start: { trainFraction: 0.5, steps: 5000 },
  },
];

/** All four, with what has been reached so far. */
export function Challenges() {
  const { challenges: state, controller, store } = usePage();
  const results = useStore(state);
  return (
    <ol className="challenges">
      {challenges.map(({ name, task, start }) => {
        const reached = results[name];
        return (
          <li key={name} data-reached={reached !== undefined}>
            <p>{words(task)}</p>
            <p role="status" className="challenge-result">
              {reached === undefined ? words('open') : words('done', { run: reached })}
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
              {words('setUp')}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
