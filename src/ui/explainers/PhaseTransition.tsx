/** Turning the knob: every dot is a network that was really trained. */

import { useMemo, useState } from 'react';
import english from '../../messages/en/ui/explainers/phase-transition.json';
import { formatNumber } from '../../messages/numbers.ts';
import { createWords } from '../../messages/words.ts';
import { createPhaseStripFigure } from '../../plots/explainers/phase-strip-figure.ts';
import { reasonInWords } from '../../state/inspection/reason.ts';
import type { OwnRun } from '../../state/tables.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { useNear } from '../hooks/near.ts';
import { useRunPictures } from '../hooks/run-pictures.ts';
import { useShippedRuns } from '../hooks/tables.ts';
import { formatRate } from './rate.ts';
import { StoryFigure } from './StoryFigure.tsx';
import { type Guess, isAtAnEnd, TransitionQuestion } from './TransitionQuestion.tsx';

const words = createWords('ui/explainers/phase-transition', english);

const shownCircles = 1;
const ungrouped = { useGrouping: false };
type Measure = 'irrelevance' | 'symmetricity';

/** Attention rate against a measure, over the shipped runs of width 128. */
export function PhaseTransition() {
  const [element, near] = useNear<HTMLDivElement>();
  const { runs, problem } = useShippedRuns(near);
  const [measure, setMeasure] = useState<Measure>('symmetricity');
  const [width, setWidth] = useState('128');
  const [picked, setPicked] = useState<number | null>(null);
  const widths = [...new Set(runs.map(({ configuration }) => configuration.width))].sort(
    (left, right) => left - right,
  );
  const chosen = widths.includes(Number(width)) ? width : String(widths[0]);
  const [guess, setGuess] = useState<Guess>('none');
  const ofWidth = useMemo(
    () => runs.filter(({ configuration }) => String(configuration.width) === chosen),
    [runs, chosen],
  );
  const shown = useMemo(
    () => (guess === 'none' ? ofWidth.filter(isAtAnEnd) : ofWidth),
    [ofWidth, guess],
  );
  return (
    <StoryFigure
      title={words('title')}
      name="transition"
      caption={words('caption')}
      switches={
        <>
          <FigureSwitch
            label={words('measure')}
            value={measure}
            options={[
              { value: 'symmetricity', label: words('gradients') },
              { value: 'irrelevance', label: words('distance') },
            ]}
            onChange={setMeasure}
          />
          {widths.length > 1 && (
            <div className="story-named-switch">
              <span aria-hidden="true">{words('width')}</span>
              <FigureSwitch
                label={words('width')}
                value={chosen}
                options={widths.map((value) => ({
                  value: String(value),
                  label: formatNumber(value, ungrouped),
                }))}
                onChange={(value) => {
                  setPicked(null);
                  setWidth(value);
                }}
              />
            </div>
          )}
        </>
      }
    >
      <TransitionQuestion
        runs={ofWidth}
        guess={guess}
        onGuess={(value) => {
          setPicked(null);
          setGuess(value);
        }}
      />
      <div ref={element}>
        <Strip runs={shown} measure={measure} picked={picked} onPick={setPicked} />
        <PickedRun run={picked === null ? undefined : shown[picked]} />
        {problem !== undefined && <p role="status">{problem}</p>}
      </div>
    </StoryFigure>
  );
}

function Strip(props: {
  readonly runs: readonly OwnRun[];
  readonly measure: Measure;
  readonly picked: number | null;
  readonly onPick: (index: number) => void;
}) {
  const { runs, measure, picked, onPick } = props;
  const data = useMemo(() => ({ runs: runs.map(dotOf), measure, picked }), [runs, measure, picked]);
  const host = useLocalFigure(
    (element) => createPhaseStripFigure(element, { onPick }),
    data,
    'strip',
  );
  return <div ref={host} />;
}

function dotOf({ configuration, result }: OwnRun) {
  const orNull = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    attention: configuration.attentionRate,
    width: configuration.width,
    seed: configuration.seed,
    symmetricity: orNull(result.gradientSymmetricity),
    irrelevance: orNull(result.distanceIrrelevance),
    verdict: result.verdict,
    circular: result.verdict !== 'non-circular',
    learned: result.testAccuracy >= 0.99,
  };
}

/** The picked network in words and pictures; an invitation before. */
function PickedRun({ run }: { readonly run: OwnRun | undefined }) {
  if (run === undefined) return <p className="story-picked">{words('pressDot')}</p>;
  const { configuration, result } = run;
  return (
    <>
      <p className="story-picked">
        {words('picked', {
          rate: formatRate(configuration.attentionRate),
          seed: configuration.seed,
          reason: reasonInWords(result.verdictReason),
        })}
      </p>
      <Pictures run={run} />
    </>
  );
}

function Pictures({ run }: { readonly run: OwnRun }) {
  const pictures = useRunPictures(run, shownCircles);
  return (
    <div className="story-halves">
      <div ref={pictures.circles} className="story-half" />
      <div ref={pictures.heatmap} className="story-half" />
    </div>
  );
}
