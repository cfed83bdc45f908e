/** A guess before the run, and what the run says to it at its end. */
import { useEffect, useRef, useState } from 'react';
import english from '../../messages/en/ui/explainers/prediction.json';
import { createWords } from '../../messages/words.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { verdictLabels } from '../../state/timeline.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { formatCount } from '../format.ts';
import { usePageState } from '../hooks/page.ts';

const words = createWords('ui/explainers/prediction', english);

type Guess = 'pizza' | 'clock' | 'between';

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
      <p>{words('question')}</p>
      <FigureSwitch
        label={words('guess')}
        value={guess ?? ('none' as Guess)}
        options={[
          { value: 'pizza', label: words('pizza') },
          { value: 'clock', label: words('clock') },
          { value: 'between', label: words('between') },
        ]}
        onChange={setGuess}
      />
      <p role="status" className="story-answer">
        {words(answerOf(guess, verdict, ended), { step: formatCount(step), verdict: label })}
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

/** Message that answers the guess. */
function answerOf(guess: Guess | undefined, verdict: string, ended: boolean) {
  if (!ended) return verdict === 'learning' ? 'wait' : 'soFar';
  if (guess === undefined) return 'ended';
  return verdict === guess ? 'endedAsGuessed' : 'endedOtherwise';
}
