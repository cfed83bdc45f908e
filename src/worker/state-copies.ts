/**
 * Copies of a run's training state on the CPU: what it goes on from when a device is lost or the
 * worker dies. Taken often enough that little is lost, and rarely enough that nobody notices.
 */
import type { TrainingEngine } from '../engine/training-engine.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import {
  type StateProblem,
  stateBytes,
  stateProblem,
  type TrainingState,
} from '../model/training-state.ts';

/** Milliseconds between two copies while a run trains: half of what may be lost. */
const usualInterval = 1000;
/** The first comes sooner: until then there is nothing to go on from. */
const firstInterval = 100;
/** Copying takes at most this share of the time … */
const largestShare = 0.05;
/** … unless copies would be further apart than this, milliseconds. */
const longestInterval = 5000;
/** Bytes a second that are handed on while a run trains; all of a paused or finished one are. */
const handedOn = 20e6;

/** Takes copies of one run. */
export class StateCopies {
  private last: TrainingState | undefined;
  private takenAt: number;
  private cost = 0;
  private handedOnAt = Number.NEGATIVE_INFINITY;

  /**
   * @param onCopy told of copies that are to be kept elsewhere; must not change them
   * @param now clock in milliseconds, for tests
   */
  constructor(
    private readonly configuration: RunConfiguration,
    private readonly onCopy: (state: TrainingState) => void,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.takenAt = now();
  }

  /** The last sound one; undefined before the first. */
  get newest(): TrainingState | undefined {
    return this.last;
  }

  /** Whether a training run is to be copied now. */
  get isDue(): boolean {
    if (this.last === undefined) return this.now() - this.takenAt >= firstInterval;
    const interval = Math.min(longestInterval, Math.max(usualInterval, this.cost / largestShare));
    return this.now() - this.takenAt >= interval;
  }

  /**
   * Copies what an engine holds.
   *
   * @param rests true when the run stops here: then the copy is handed on whatever its size
   * @returns what is wrong with it, and then the one before stays the last
   */
  async take(engine: TrainingEngine, rests: boolean): Promise<StateProblem | undefined> {
    if (this.last?.step !== engine.step) {
      const began = this.now();
      const state = await engine.state();
      const problem = stateProblem(this.configuration, state);
      if (problem !== undefined) return problem;
      this.last = state;
      this.takenAt = this.now();
      this.cost = this.takenAt - began;
    }
    this.handOn(rests);
    return undefined;
  }

  private handOn(rests: boolean): void {
    const state = this.last;
    if (state === undefined) return;
    const spacing = (1000 * stateBytes(state)) / handedOn;
    if (!rests && this.now() - this.handedOnAt < spacing) return;
    this.handedOnAt = this.now();
    this.onCopy(state);
  }
}
