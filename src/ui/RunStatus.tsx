/** The run's state for scripts, tests and screen readers; nothing to see. */
import { useEffect, useState } from 'react';
import english from '../messages/en/ui/run-status.json';
import { createWords } from '../messages/words.ts';
import { newestStep, viewedSnapshot } from '../state/selectors.ts';
import { settingsInWords } from './format.ts';
import { usePageState, useRunPage } from './hooks/page.ts';

const words = createWords('ui/run-status', english);

/** Element with data-state, data-step, data-backend and data-verdict (README, "Page state"). */
export function RunStatus() {
  const status = usePageState((state) => state.status);
  const step = usePageState(newestStep);
  const backend = usePageState((state) => state.backend?.name);
  const verdict = usePageState((state) => viewedSnapshot(state)?.result.verdict);
  return (
    <>
      <div
        className="visually-hidden"
        role="status"
        data-testid="run-status"
        data-state={status}
        data-step={step}
        data-backend={backend ?? ''}
        data-verdict={verdict ?? ''}
      >
        <StatusInWords />
      </div>
      <Milestones />
    </>
  );
}

/** Where the run stands, once for every change of that. */
function StatusInWords() {
  const status = usePageState((state) => state.status);
  const configuration = usePageState((state) => state.runConfiguration ?? state.configuration);
  if (status === 'idle') return null;
  return words(status, { settings: settingsInWords(configuration, false) });
}

/** Milestones of a run that trains; what finds them is loaded when one does. */
function Milestones() {
  const { store } = useRunPage();
  const trains = usePageState((state) => state.status === 'training');
  const [isNeeded, setNeeded] = useState(false);
  const [said, say] = useState('');
  useEffect(() => {
    if (trains) setNeeded(true);
  }, [trains]);
  useEffect(() => {
    if (!isNeeded) return undefined;
    let end: (() => void) | undefined;
    let isOver = false;
    void import('../state/announcements.ts').then(({ followAnnouncements }) => {
      if (!isOver) end = followAnnouncements(store, say);
    });
    return () => {
      isOver = true;
      end?.();
    };
  }, [isNeeded, store]);
  return (
    <div className="visually-hidden" role="status" data-testid="run-milestones">
      {said}
    </div>
  );
}
