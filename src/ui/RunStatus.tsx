/** The run's state for scripts, tests and screen readers; nothing to see. */
import english from '../messages/en/ui/run-status.json';
import { createWords } from '../messages/words.ts';
import { newestStep, viewedSnapshot } from '../state/selectors.ts';
import { usePageState } from './hooks/page.ts';

const words = createWords('ui/run-status', english);

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
      {status === 'idle' ? '' : words(status)}
    </div>
  );
}
