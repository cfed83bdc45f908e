/** The "Look inside" view with what stands above it. */
import { TimelineStrip } from '../figures/TimelineStrip.tsx';
import { usePageState } from '../hooks/page.ts';
import { Notices } from '../Notices.tsx';
import { InsideView } from './InsideView.tsx';

/** One network from the inside. */
export default function InsidePage() {
  const hasRun = usePageState((state) => state.status !== 'idle');
  return (
    <div className="pictures" id="pictures">
      <Notices />
      {hasRun && <TimelineStrip />}
      <InsideView />
    </div>
  );
}
