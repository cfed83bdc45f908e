/** A network that learns in front of the reader, or a recording of one. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { findPreset } from '../../model/presets.ts';
import { recordedRuns } from '../../model/recorded-runs.ts';
import { createAccuracyFigure } from '../../plots/curves.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import { type PageState, settingsDiffer } from '../../state/store.ts';
import { verdictLabels } from '../../state/timeline.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { CirclesCard } from '../figures/CirclesCard.tsx';
import { historyDependencies, runHistory } from '../figures/CurveCards.tsx';
import { FigureSwitch } from '../figures/FigureCard.tsx';
import { TimelineStrip } from '../figures/TimelineStrip.tsx';
import { formatCount, formatPercent } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { RunOrigin } from './RunOrigin.tsx';
import { StoryFigure } from './StoryFigure.tsx';

/** As many as stand in one row. */
const shownCircles = 3;

/** The live network of the story. */
export function LiveRun() {
  return (
    <StoryFigure
      title="A network learning to add"
      caption="Guess first, then press Train and watch the circles form; or replay a run recorded beforehand. Move along the timeline to go back."
    >
      <RunControls />
      <Prediction />
      <RunOrigin />
      <TimelineStrip />
      <CirclesCard count={shownCircles} />
      <Accuracy />
      <Learned />
    </StoryFigure>
  );
}

function RunControls() {
  const { controller, recorded, recordings, replay } = usePage();
  const [asked, setAsked] = useState('');
  const loading = useStore(recordings.state, (state) => state[asked]);
  const status = usePageState((state) => state.status);
  const attention = usePageState(({ configuration }) => configuration.attentionRate);
  const shown = usePageState(({ page }) => page.run);
  const replaying = usePageState((state) => state.replaying);
  const busy = status === 'training' || status === 'loading';
  const differ = usePageState(settingsDiffer);

  async function play(name: string) {
    setAsked(name);
    if (await recorded.show(name)) replay.play();
  }

  return (
    <div className="story-run">
      <FigureSwitch
        label="Attention"
        value={attention === 0 ? 'off' : attention === 1 ? 'on' : 'other'}
        options={[
          { value: 'off', label: 'Attention off' },
          { value: 'on', label: 'Full attention' },
        ]}
        onChange={(value) => {
          const preset = findPreset(value === 'off' ? 'pizza' : 'clock');
          if (preset !== undefined) controller.change(preset.configuration);
        }}
      />
      <ActionButton
        className="primary-button"
        unavailable={false}
        onPress={() => {
          replay.stop();
          if (status === 'loading') controller.cancel();
          else void (busy ? controller.pause() : controller.train());
        }}
      >
        {status === 'loading' ? 'Starting … cancel' : busy ? '❚❚ Pause' : '▶ Train it here'}
      </ActionButton>
      {busy && differ && (
        <p className="story-learned">The switch is for the next run: pause, then train again.</p>
      )}
      <div className="story-recordings">
        <span id="story-recordings-label">or replay:</span>
        {recordedRuns.map(({ name, label, commentary }) => (
          <button
            key={name}
            type="button"
            className="chip"
            title={commentary}
            aria-pressed={shown === name}
            aria-describedby="story-recordings-label"
            onClick={() => {
              if (replaying && shown === name) replay.stop();
              else void play(name);
            }}
          >
            {replaying && shown === name ? `❚❚ ${label}` : label}
          </button>
        ))}
      </div>
      <p role="status" className="story-loading">
        {loading?.phase === 'loading' && 'Loading the recording …'}
        {loading?.phase === 'failed' && loading.problem}
      </p>
    </div>
  );
}

type Guess = 'pizza' | 'clock';

/** A question whose answer the run itself gives. */
function Prediction() {
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

/** Share of right answers over the steps. */
function Accuracy() {
  const host = useFigure(
    (element) => createAccuracyFigure(element, { height: 150 }),
    runHistory,
    historyDependencies,
  );
  return <div ref={host} className="figure-host" />;
}

function Learned() {
  const result = usePageState((state) => viewedSnapshot(state)?.result);
  return (
    <p className="story-learned">
      {result === undefined
        ? 'It has not learned anything yet.'
        : `Right on ${formatPercent(result.trainAccuracy)} of the sums it is shown and on ${formatPercent(result.testAccuracy)} of those kept back.`}
    </p>
  );
}
