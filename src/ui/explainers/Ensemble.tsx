/** Not one circle but several: the spectrum of a recorded network's embedding. */
import { useMemo, useState } from 'react';
import english from '../../messages/en/ui/explainers/ensemble.json';
import { createWords } from '../../messages/words.ts';
import { findRecordedRun } from '../../model/recorded-runs.ts';
import { createCirclesFigure } from '../../plots/circles.ts';
import { createSpectrumFigure } from '../../plots/spectrum-figure.ts';
import type { RecordedRun } from '../../state/recordings.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { circlesOf } from '../figures/snapshot-data.ts';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { useNear } from '../hooks/near.ts';
import { useRecording } from '../hooks/recordings.ts';
import { StoryFigure } from './StoryFigure.tsx';

const words = createWords('ui/explainers/ensemble', english);

const emptyModulus = 59;
/** A frequency with less power than this carries nothing of weight. */
const leastShare = 0.02;
const shownCircles = 6;

const choices = ['pizza', 'clock', 'edge', 'non-circular'] as const;

/** Power by frequency, and the circles that carry it. */
export function Ensemble() {
  const [element, near] = useNear<HTMLDivElement>();
  const [name, setName] = useState<(typeof choices)[number]>('pizza');
  const recording = useRecording(name, near);
  const run = recording?.phase === 'ready' ? recording.run : undefined;
  return (
    <StoryFigure
      title={words('title')}
      name="ensemble"
      caption={words('caption')}
      switches={
        <FigureSwitch
          label={words('run')}
          value={name}
          options={choices.map((value) => ({
            value,
            label: findRecordedRun(value)?.label ?? value,
          }))}
          onChange={setName}
        />
      }
    >
      <div ref={element}>
        <Spectrum run={run} />
        <Circles run={run} />
        {recording?.phase === 'failed' && <p role="status">{recording.problem}</p>}
      </div>
    </StoryFigure>
  );
}

function Spectrum({ run }: { readonly run: RecordedRun | undefined }) {
  const data = useMemo(() => {
    const frequencies = run?.snapshots.at(-1)?.result.frequencies ?? [];
    return {
      p: run?.configuration.p ?? emptyModulus,
      frequencies,
      highlighted: frequencies
        .filter(({ powerFraction }) => powerFraction >= leastShare)
        .map(({ k }) => k),
    };
  }, [run]);
  const host = useLocalFigure((element) => createSpectrumFigure(element), data, 'spectrum');
  return <div ref={host} />;
}

function Circles({ run }: { readonly run: RecordedRun | undefined }) {
  const data = useMemo(
    () => circlesOf(run?.snapshots.at(-1), run?.configuration.p ?? emptyModulus, shownCircles),
    [run],
  );
  const host = useLocalFigure((element) => createCirclesFigure(element), data, 'circles');
  return <div ref={host} className="story-circles" />;
}
