/** The lab: controls beside the pictures, the verdict where the eye lands. */
import { ControlPanel } from './controls/ControlPanel.tsx';
import { CirclesCard } from './figures/CirclesCard.tsx';
import { CurveCards } from './figures/CurveCards.tsx';
import { HeatmapCard } from './figures/HeatmapCard.tsx';
import { TimelineStrip } from './figures/TimelineStrip.tsx';
import { Notices } from './Notices.tsx';
import { PageFooter } from './PageFooter.tsx';
import { PageHeader } from './PageHeader.tsx';
import { RunStatus } from './RunStatus.tsx';
import { TwoWays } from './TwoWays.tsx';
import { VerdictCard } from './VerdictCard.tsx';

/** Everything on the page. */
export function App() {
  return (
    <>
      <a className="skip-link" href="#pictures">
        Skip to the pictures
      </a>
      <PageHeader />
      <RunStatus />
      <main className="lab">
        <ControlPanel />
        <div className="pictures" id="pictures">
          <Notices />
          <TimelineStrip />
          <CirclesCard />
          <aside className="side">
            <VerdictCard />
            <HeatmapCard />
          </aside>
          <CurveCards />
          <TwoWays />
        </div>
      </main>
      <PageFooter />
    </>
  );
}
