/** The correct logits of a recorded run at its end. */
import { useMemo } from 'react';
import { createHeatmapFigure } from '../../plots/heatmap.ts';
import type { RecordingState } from '../../state/recordings.ts';
import { heatmapOf } from '../figures/snapshot-data.ts';
import { useLocalFigure } from '../hooks/local-figure.ts';

const emptyModulus = 59;

/** A heatmap under the name of its run; an empty square until the recording is there. */
export function RecordedHeatmap(props: {
  readonly title: string;
  readonly className: string;
  readonly recording: RecordingState | undefined;
}) {
  const { recording } = props;
  const run = recording?.phase === 'ready' ? recording.run : undefined;
  const data = useMemo(
    () => heatmapOf(run?.snapshots.at(-1), run?.configuration.p ?? emptyModulus),
    [run],
  );
  const host = useLocalFigure(
    (element) => createHeatmapFigure(element, { invitation: '' }),
    data,
    'heatmap',
  );
  return (
    <div className="story-half">
      <p className={`story-half-title ${props.className}`} data-pictured>
        {props.title}
      </p>
      <div ref={host} />
      {recording?.phase === 'failed' && <p role="status">{recording.problem}</p>}
    </div>
  );
}
