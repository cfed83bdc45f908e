/** A guess before the run, and what the run says to it at its end. */
import { useEffect, useRef, useState } from 'react';
import { viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { verdictLabels } from '../../state/timeline.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { formatCount } from '../format.ts';
import { usePageState } from '../hooks/page.ts';

type Guess = 'pizza' | 'clock';

/** A question whose answer the run itself gives. */
export function Prediction() {
  const [guess, setGuess] = useState<Guess>();
  const run = usePageState(({ shownRun }) => shownRun);
  // A guess made before the start holds for the run it was made for, and for no other.
  const guessedFor = useRef(run);
  useEffect(() => {
    if (guessedFor.current !== run && guessedFor.current !== 0) setGuess(undefined);
    guessedFor.current = run;
  }, [run]);
  const verdict = usePageState((state) => viewedSnapshot(state)?.result.verdict ?? 'learning');
  const step = usePageState((state) => viewedSnapshot(state)?.result.step ?? 0);
  const ended = usePageState(showsItsEnd);
  const label = verdictLabels[verdict] ?? verdict;
  return (
    <div className="story-question">
      <p>Before it has learned: which of the two will this network become?</p>
      <FigureSwitch
        label="Your guess"
        value={guess ?? ('none' as Guess)}
        options={[
          { value: 'pizza', label: 'A Pizza' },
          { value: 'clock', label: 'A Clock' },
        ]}
        onChange={setGuess}
      />
      <p role="status" className="story-answer">
        {ended
          ? `At its last step, ${formatCount(step)}: ${label}.${comment(guess, verdict)}`
          : verdict === 'learning'
            ? 'The run will tell.'
            : `So far, at step ${formatCount(step)}: ${label}. It may change.`}
      </p>
    </div>
  );
}

/** True when the run is over and its last step is on screen: only then its verdict is final. */
function showsItsEnd(state: PageState): boolean {
  const { status, page, replaying, viewedStep, timeline } = state;
  const isOver = status === 'done' || (page.run !== '' && !replaying);
  return (
    isOver &&
    timeline.length > 0 &&
    viewedSnapshot(state) === timeline.at(-1) &&
    viewedStep === null
  );
}

function comment(guess: Guess | undefined, verdict: string): string {
  if (guess === undefined) return '';
  return verdict === guess ? ' As you said.' : ' Not what you expected.';
}
