/** The run's state for scripts, tests and screen readers; nothing to see. */
import { newestStep, viewedSnapshot } from '../state/selectors.ts';
import type { RunStatus as Status } from '../state/store.ts';
import { usePageState } from './hooks/page.ts';

const announcements: Readonly<Record<Status, string>> = {
  idle: '',
  loading: 'Starting the run.',
  training: 'Training.',
  paused: 'Paused.',
  done: 'Training has finished.',
  failed: 'Training has stopped.',
};

/** Element with data-state, data-step, data-backend and data-verdict (README, "Page state"). */
export function RunStatus() {
  const status = usePageState((state) => state.status);
  const step = usePageState(newestStep);
  const backend = usePageState((state) => state.backend?.name);
  const verdict = usePageState((state) => viewedSnapshot(state)?.result.verdict);
  return (
    <div
      className="visually-hidden"
      role="status"
      data-testid="run-status"
      data-state={status}
      data-step={step}
      data-backend={backend ?? ''}
      data-verdict={verdict ?? ''}
    >
      {announcements[status]}
    </div>
  );
}
