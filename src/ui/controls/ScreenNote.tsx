/** Offers to keep the screen on during a run that takes minutes. */
import { useStore } from 'zustand';
import english from '../../messages/en/ui/controls/screen-note.json';
import { createWords } from '../../messages/words.ts';
import { secondsLeft } from '../../state/selectors.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import type { WakeLock } from '../wake-lock.ts';

const words = createWords('ui/controls/screen-note', english);

/** Seconds; screens go dark after a minute or more. */
const longRun = 60;

/** Nothing where a run is short, or the browser cannot keep the screen on. */
export function ScreenNote() {
  const { wakeLock } = usePage();
  return wakeLock === undefined ? null : <Offer wakeLock={wakeLock} />;
}

function Offer({ wakeLock }: { readonly wakeLock: WakeLock }) {
  const isOffered = useStore(wakeLock.state, (state) => state.isOffered);
  const isWanted = useStore(wakeLock.state, (state) => state.isWanted);
  const isLong = usePageState((state) => (secondsLeft(state) ?? 0) > longRun);
  if (!isOffered || (!isLong && !isWanted)) return null;
  return (
    <button type="button" className="link-button" onClick={() => wakeLock.want(!isWanted)}>
      {isWanted ? words('on') : words('offer')}
    </button>
  );
}
