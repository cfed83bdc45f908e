/** The lab: controls beside the pictures, the verdict where the eye lands. */
import { BenchView } from './bench/BenchView.tsx';
import { ControlPanel } from './controls/ControlPanel.tsx';
import { CirclesCard } from './figures/CirclesCard.tsx';
import { CurveCards } from './figures/CurveCards.tsx';
import { HeatmapCard } from './figures/HeatmapCard.tsx';
import { TimelineStrip } from './figures/TimelineStrip.tsx';
import { usePageState } from './hooks/page.ts';
import { DropTarget } from './inside/DropTarget.tsx';
import { InsideView } from './inside/InsideView.tsx';
import { Notices } from './Notices.tsx';
import { PageFooter } from './PageFooter.tsx';
import { PageHeader } from './PageHeader.tsx';
import { RunStatus } from './RunStatus.tsx';
import { TwoWays } from './TwoWays.tsx';
import { VerdictCard } from './VerdictCard.tsx';

/** A run while it trains. */
function TrainingView() {
  return (
    <>
      <CirclesCard />
      <aside className="side">
        <VerdictCard />
        <HeatmapCard />
      </aside>
      <CurveCards />
      <TwoWays />
    </>
  );
}

/** Everything on the page. */
export function App() {
  const view = usePageState((state) => state.page.view);
  const hasRun = usePageState((state) => state.status !== 'idle');
  return (
    <>
      <a className="skip-link" href="#pictures">
        Skip to the pictures
      </a>
      <PageHeader />
      <RunStatus />
      <main className="lab" data-view={view}>
        {view === 'lab' && <ControlPanel />}
        <div className="pictures" id="pictures">
          <Notices />
          {(view === 'lab' || (view === 'inside' && hasRun)) && <TimelineStrip />}
          {view === 'lab' && <TrainingView />}
          {view === 'inside' && <InsideView />}
          {view === 'bench' && <BenchView />}
        </div>
      </main>
      <PageFooter />
      <DropTarget />
    </>
  );
}
