/** Not one circle but several: the spectrum of a recorded network's embedding. */
import { useMemo, useState } from 'react';
import { createCirclesFigure } from '../../plots/circles.ts';
import { createSpectrumFigure } from '../../plots/spectrum-figure.ts';
import type { RecordedRun } from '../../state/recordings.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { circlesOf } from '../figures/snapshot-data.ts';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { useNear } from '../hooks/near.ts';
import { useRecording } from '../hooks/recordings.ts';
import { StoryFigure } from './StoryFigure.tsx';

const emptyModulus = 59;
/** A frequency with less power than this carries nothing of weight. */
const leastShare = 0.02;
const shownCircles = 6;

const choices = [
  { value: 'pizza', label: 'Pizza' },
  { value: 'clock', label: 'Clock' },
  { value: 'edge', label: 'On the edge' },
  { value: 'non-circular', label: 'Not circular' },
] as const;

/** Power by frequency, and the circles that carry it. */
export function Ensemble() {
  const [element, near] = useNear<HTMLDivElement>();
  const [name, setName] = useState<(typeof choices)[number]['value']>('pizza');
  const recording = useRecording(name, near);
  const run = recording?.phase === 'ready' ? recording.run : undefined;
  return (
    <StoryFigure
      title="The circles of one network"
      name="ensemble"
      caption="Recorded runs at their last step. Each bar is one way to lay the 59 numbers around a circle; training leaves a handful. Point at a bar or at a circle."
      switches={
        <FigureSwitch label="Recorded run" value={name} options={choices} onChange={setName} />
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
  const host = useLocalFigure((element) => createSpectrumFigure(element), data);
  return <div ref={host} />;
}

function Circles({ run }: { readonly run: RecordedRun | undefined }) {
  const data = useMemo(
    () => circlesOf(run?.snapshots.at(-1), run?.configuration.p ?? emptyModulus, shownCircles),
    [run],
  );
  const host = useLocalFigure((element) => createCirclesFigure(element), data);
  return <div ref={host} className="story-circles" />;
}
