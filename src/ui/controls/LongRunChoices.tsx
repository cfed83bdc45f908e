/** What long runs do in a hidden tab, and whether the screen stays on meanwhile. */
import { useStore } from 'zustand';
import { usePage, usePageState } from '../hooks/page.ts';
import type { WakeLock } from '../wake-lock.ts';

/** Two choices that matter once a run takes minutes. */
export function LongRunChoices() {
  const { controller, wakeLock } = usePage();
  const trainsHidden = usePageState((state) => state.trainsHidden);
  return (
    <div className="long-run-choices">
      <label className="check-line">
        <input
          type="checkbox"
          checked={trainsHidden}
          onChange={(event) => controller.setTrainsHidden(event.target.checked)}
        />
        Go on training in a hidden tab
      </label>
      {wakeLock !== undefined && <ScreenChoice wakeLock={wakeLock} />}
    </div>
  );
}

function ScreenChoice({ wakeLock }: { readonly wakeLock: WakeLock }) {
  const isOffered = useStore(wakeLock.state, (state) => state.isOffered);
  const isWanted = useStore(wakeLock.state, (state) => state.isWanted);
  if (!isOffered) return null;
  return (
    <label className="check-line">
      <input
        type="checkbox"
        checked={isWanted}
        onChange={(event) => wakeLock.want(event.target.checked)}
      />
      Keep the screen on while it trains
    </label>
  );
}
