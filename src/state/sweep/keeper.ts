/** What this tab knows of the stored sweep, and how it keeps it in step. */
import type { SweepPlan } from './plan.ts';
import type { KeptLine, KeptSweep, SweepStorage } from './storage.ts';

/** Where the storage stands when a sweep is about to train. */
export type Claim =
  | { readonly kind: 'ours'; readonly lines: readonly string[] }
  /** Another tab's sweep is there, which the visitor should know of before it is replaced. */
  | { readonly kind: 'another' };

/** Keeps one tab's sweep. What the storage cannot do rejects. */
export class SweepKeeper {
  private known: { readonly id: string; readonly plan: SweepPlan } | undefined;
  /** Until a sweep that was forgotten is gone. */
  private tidying: Promise<void> = Promise.resolve();

  /** @param newId gives a name that no other sweep of this browser has */
  constructor(
    private readonly storage: SweepStorage,
    private readonly newId: () => string,
  ) {}

  /** The sweep of an earlier visit; undefined where there is none or none can be had. */
  async restore(): Promise<KeptSweep | undefined> {
    const kept = await this.storage.load().catch(() => undefined);
    this.known = kept;
    return kept;
  }

  /**
   * Makes the storage hold a plan and its finished runs. To be called while no other tab may.
   *
   * @returns lines that are stored already; asked again, another tab's sweep is replaced
   */
  async claim(plan: SweepPlan, lines: readonly KeptLine[]): Promise<Claim> {
    await this.tidying;
    const kept = await this.storage.load();
    if (kept !== undefined && kept.id !== this.known?.id && kept.lines.length > 0) {
      this.known = kept;
      return { kind: 'another' };
    }
    if (this.known?.plan === plan && kept !== undefined) return { kind: 'ours', lines: kept.lines };
    this.known = { id: this.newId(), plan };
    await this.storage.begin(this.known.id, plan, lines);
    return { kind: 'ours', lines: [] };
  }

  /** Adds a finished run. @param all lines of the sweep, for when the site's data were cleared */
  async add(key: string, line: string, all: readonly KeptLine[]): Promise<void> {
    const { known } = this;
    if (known === undefined || (await this.storage.add(known.id, key, line))) return;
    await this.storage.begin(known.id, known.plan, all);
  }

  /**
   * Forgets the sweep, unless another tab trains or has put another one in its place. Fulfilled when
   * that is done, or goes on for longer than anybody waits.
   */
  forget(mayTouch: Promise<boolean>): Promise<void> {
    const known = this.known?.id;
    this.known = undefined;
    this.tidying = (async () => {
      if (!(await mayTouch)) return;
      const kept = await this.storage.load();
      if (kept?.id === known) await this.storage.clear();
    })().catch(() => undefined);
    return Promise.race([this.tidying, patience()]);
  }
}

/** A second. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1000));
}
