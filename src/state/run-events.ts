/** What the training worker reports becomes the page's state. */
import type { RunEvent, TrainingState } from '../worker/contract.ts';
import type { PageStore } from './store.ts';
import { extendTimeline } from './timeline.ts';

/** Whom a run tells of more than the store holds. */
export interface RunEventTargets {
  /** The run on screen: events of others are late. Undefined while no worker has it. */
  readonly run: () => number | undefined;
  /** Whether the step that the worker trains to is not the run's last. */
  readonly pausesEarly: () => boolean;
  /** Fulfilled when the page has drawn. */
  readonly afterDrawing: () => Promise<void>;
  readonly onCopy: (run: number, state: TrainingState) => void;
  /** Told when nothing in the worker can be relied on any more. */
  readonly onFailure: (message: string) => void;
}

/** A listener that keeps the store true. */
export function createRunListener(store: PageStore, targets: RunEventTargets) {
  return async (event: RunEvent): Promise<void> => {
    if (event.run !== targets.run()) return;
    switch (event.kind) {
      case 'backend': {
        const { backend: name, device, reason, asRequested } = event;
        store.setState({ backend: { name, device, reason, asRequested } });
        return;
      }
      case 'snapshot':
        store.setState(({ timeline }) => ({
          timeline: extendTimeline(timeline, event.snapshot),
          stepsPerSecond: event.stepsPerSecond,
        }));
        return targets.afterDrawing();
      case 'copy':
        return targets.onCopy(event.run, event.state);
      case 'recovered':
        return store.setState({ recovery: event.recovery });
      case 'finished':
        return store.setState({ status: targets.pausesEarly() ? 'paused' : 'done' });
      case 'diverged':
        return store.setState({
          status: 'failed',
          problem: { kind: 'diverged', message: event.message },
        });
      case 'failed':
        return targets.onFailure(event.message);
    }
  };
}
