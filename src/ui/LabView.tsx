/** The lab: controls beside the pictures, the verdict where the eye lands. */
import { ControlPanel } from './controls/ControlPanel.tsx';
import { CirclesCard } from './figures/CirclesCard.tsx';
import { CurveCards } from './figures/CurveCards.tsx';
import { HeatmapCard } from './figures/HeatmapCard.tsx';
import { TimelineStrip } from './figures/TimelineStrip.tsx';
import { FirstStepsHint } from './help/FirstStepsHint.tsx';
import { Notices } from './Notices.tsx';
import { TwoWays } from './TwoWays.tsx';
import { VerdictCard } from './VerdictCard.tsx';

/** A run while it trains. */
export default function LabView() {
  return (
    <>
      <FirstStepsHint />
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
    </>
  );
}
