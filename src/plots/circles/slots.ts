/**
 * Which plane stands in which panel. While a network trains, ranks change all the time; panels
 * that followed every change could not be watched. So a plane keeps its slot until another one
 * has been clearly stronger for several snapshots, or until the run is paused.
 */

/** A challenger's power must be this many times the holder's power. */
export const CLEAR_LEAD = 1.3;

/** For so many consecutive snapshots before it takes the slot. */
export const SNAPSHOTS_IN_LEAD = 5;

interface RankedPlane {
  readonly k: number;
  readonly powerFraction: number;
}

/** Slots and how long each challenger has been leading. Never modified, always replaced. */
export interface SlotState {
  readonly p: number;
  readonly step: number;
  /** Frequency in each slot. */
  readonly slots: readonly number[];
  /** Consecutive snapshots of clear lead, under the key of leadKey. */
  readonly streaks: ReadonlyMap<string, number>;
}

/** The part of a snapshot that decides about slots. */
export interface SlotInput {
  readonly p: number;
  readonly step: number;
  readonly planes: readonly RankedPlane[];
  readonly count: number;
  readonly paused: boolean;
}

/**
 * The slots after one more snapshot. At most one exchange happens per snapshot. Slots are sorted
 * anew by power when there were none, when paused, and when the snapshot belongs to another run
 * (other modulus, other number of slots, or a step that lies before the last one).
 */
export function assignSlots(previous: SlotState | undefined, input: SlotInput): SlotState {
  const { p, step, planes, paused } = input;
  const size = Math.min(input.count, planes.length);
  const power = new Map(planes.map((plane) => [plane.k, plane.powerFraction]));
  const isContinued =
    previous !== undefined &&
    previous.p === p &&
    previous.step <= step &&
    previous.slots.length === size &&
    previous.slots.every((k) => power.has(k));

  if (!isContinued || paused) {
    const slots = byFallingPower(planes)
      .slice(0, size)
      .map((plane) => plane.k);
    return { p, step, slots, streaks: new Map() };
  }
  if (previous.step === step) return previous;

  const streaks = countLeads(previous, planes, power);
  const exchange = ripeExchange(previous.slots, streaks, planes, power);
  if (!exchange) return { p, step, slots: previous.slots, streaks };
  const { challenger, holder } = exchange;
  const slots = previous.slots.map((k) => {
    if (k === holder) return challenger;
    return k === challenger ? holder : k;
  });
  streaks.delete(leadKey(challenger, holder));
  return { p, step, slots, streaks };
}

/** Streaks of every plane that clearly leads the holder of an earlier slot. */
function countLeads(
  previous: SlotState,
  planes: readonly RankedPlane[],
  power: ReadonlyMap<number, number>,
): Map<string, number> {
  const streaks = new Map<string, number>();
  for (const challenger of planes) {
    for (const holder of holdersBefore(previous.slots, challenger.k)) {
      if (challenger.powerFraction < CLEAR_LEAD * (power.get(holder) ?? 0)) continue;
      const key = leadKey(challenger.k, holder);
      streaks.set(key, (previous.streaks.get(key) ?? 0) + 1);
    }
  }
  return streaks;
}

/**
 * The exchange that is due: the strongest challenger whose lead lasted. A plane that is not shown
 * replaces the weakest one shown; a plane that is shown moves as far forward as its lead reaches.
 */
function ripeExchange(
  slots: readonly number[],
  streaks: ReadonlyMap<string, number>,
  planes: readonly RankedPlane[],
  power: ReadonlyMap<number, number>,
): { challenger: number; holder: number } | undefined {
  for (const { k: challenger } of byFallingPower(planes)) {
    const beaten = holdersBefore(slots, challenger).filter(
      (holder) => (streaks.get(leadKey(challenger, holder)) ?? 0) >= SNAPSHOTS_IN_LEAD,
    );
    const [first] = beaten;
    if (first === undefined) continue;
    if (slots.includes(challenger)) return { challenger, holder: first };
    const holder = beaten.reduce((weakest, candidate) =>
      (power.get(candidate) ?? 0) < (power.get(weakest) ?? 0) ? candidate : weakest,
    );
    return { challenger, holder };
  }
  return undefined;
}

/** Holders of the slots before the one of k; of all slots when k is not shown. */
function holdersBefore(slots: readonly number[], k: number): readonly number[] {
  const index = slots.indexOf(k);
  return index < 0 ? slots : slots.slice(0, index);
}

function leadKey(challenger: number, holder: number): string {
  return `${challenger}>${holder}`;
}

function byFallingPower(planes: readonly RankedPlane[]): RankedPlane[] {
  return [...planes].sort((a, b) => b.powerFraction - a.powerFraction || a.k - b.k);
}
