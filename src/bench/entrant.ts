/** A contender in one case: opened, paced and followed until it is closed or breaks. */
import { agreementWith, type Comparison } from './agreement.ts';
import type { Contender, EngineStart, StepLosses, Trainer } from './contender.ts';
import type { Plan } from './plan.ts';
import type { MissingContender } from './result.ts';

/** Updates made before the pace is judged: the first ones compile. */
const firstSteps = 2;
/** Updates made in one call while a network is only brought forward. */
const stepsPerCall = 50;

/** One contender with its network. Methods after a break do nothing. */
export class Entrant {
  /** Number of updates made so far. */
  step = 0;
  /** Milliseconds a step, as last seen; for pacing only. */
  pace = 0;
  /** Losses by step, from the start. */
  readonly losses: StepLosses[] = [];
  missing: MissingContender | undefined;
  private trainer: Trainer | undefined;

  constructor(readonly contender: Contender) {}

  /** Opens the network and makes its first updates. */
  async open(start: EngineStart): Promise<void> {
    try {
      this.trainer = await this.contender.open(start);
    } catch (error) {
      this.leave(error, false);
      return;
    }
    await this.advance(firstSteps - 1);
    await this.advance(1);
  }

  /** True while it takes part. */
  get present(): boolean {
    return this.missing === undefined;
  }

  /** Steps of one turn: about `plan.turnTime` long. */
  stepsPerTurn({ turnTime, mostSteps, turns }: Plan): number {
    const fitting = Math.floor(turnTime / Math.max(this.pace, 1e-3));
    return Math.max(1, Math.min(fitting, Math.floor(mostSteps / turns)));
  }

  /** Makes updates. @returns milliseconds a step */
  async advance(count: number): Promise<number> {
    const { trainer } = this;
    if (trainer === undefined || !this.present || count < 1) return Number.NaN;
    try {
      await trainer.prepare?.();
      const began = performance.now();
      const losses = await trainer.advance(count);
      this.pace = (performance.now() - began) / count;
      this.losses.push(...losses);
      this.step += count;
      return this.pace;
    } catch (error) {
      await this.close();
      this.leave(error, true);
      return Number.NaN;
    }
  }

  /**
   * Comes to a step, or as near as the time allows.
   *
   * @param time milliseconds
   */
  async comeTo(step: number, time = Number.POSITIVE_INFINITY): Promise<void> {
    const end = performance.now() + time;
    while (this.present && this.step < step) {
      const left = Math.floor((end - performance.now()) / Math.max(this.pace, 1e-3));
      if (left < 1) return;
      await this.advance(Math.min(step - this.step, stepsPerCall, left));
    }
  }

  /** Milliseconds it would take to come to a step. */
  timeTo(step: number): number {
    return Math.max(0, step - this.step) * this.pace;
  }

  /** How its losses after `step` updates differ from those of the reference. */
  compare(reference: Entrant, step: number): Comparison {
    return agreementWith(this.losses, reference.losses, step);
  }

  /** What its steps cost besides time. */
  async costs() {
    const unknown = { launchesPerStep: null, encodeMilliseconds: null, bytes: null };
    try {
      await this.trainer?.prepare?.();
      return (await this.trainer?.costs()) ?? unknown;
    } catch {
      return unknown;
    }
  }

  async close(): Promise<void> {
    const { trainer } = this;
    this.trainer = undefined;
    await trainer?.close();
  }

  private leave(error: unknown, broke: boolean): void {
    const { name, label, runsOn } = this.contender;
    const message = error instanceof Error ? error.message : String(error);
    const reason = (message.split('\n', 1)[0] ?? '').replace(/[.。]$/, '');
    this.missing = { name, label, runsOn, measured: false, reason, broke };
  }
}

/** Lets entrants train in turns. @returns milliseconds a step of each turn, by entrant */
export async function takeTurns(
  entrants: readonly Entrant[],
  plan: Plan,
  onTurn: (turn: number) => void,
): Promise<Map<Entrant, { step: number; stepsPerTurn: number; turns: number[] }>> {
  const times = new Map(
    entrants.map((entrant) => {
      const stepsPerTurn = entrant.stepsPerTurn(plan);
      return [entrant, { step: entrant.step, stepsPerTurn, turns: [] as number[] }];
    }),
  );
  for (let turn = 0; turn < plan.turns; turn++) {
    // Nobody always comes after the same neighbour, whose traces in the caches it would find.
    const order = turn % 2 === 0 ? entrants : [...entrants].reverse();
    for (const entrant of order) {
      const own = times.get(entrant);
      const time = await entrant.advance(own?.stepsPerTurn ?? 1);
      if (Number.isFinite(time)) own?.turns.push(time);
    }
    onTurn(turn);
  }
  return times;
}
