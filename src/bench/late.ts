/**
 * Does a step still take the same time late in a run? Once a network is confident, softmax tails and
 * optimiser moments would become subnormal numbers, which are many times slower on every CPU.
 */
import type { EngineStart } from './contender.ts';
import { Entrant, takeTurns } from './entrant.ts';
import type { Plan } from './plan.ts';
import { progressWords } from './progress-words.ts';
import type { LateTiming } from './result.ts';
import { median, spreadOf } from './statistics.ts';

/** An entrant near the late step, and a second network of the same contender near its start. */
interface LatePair {
  readonly late: Entrant;
  readonly beside: Entrant;
}

/**
 * Brings every entrant that is quick enough near `plan.lateStep` and measures again, in turns with a
 * fresh network of its own: what the machine does meanwhile slows both alike.
 *
 * @param entrants the reference first
 * @returns times, or why there are none; empty without a late step
 */
export async function measureLate(
  entrants: readonly Entrant[],
  start: EngineStart,
  plan: Plan,
  onPart: (text: string) => void,
): Promise<Map<Entrant, LateTiming | string>> {
  const { lateStep } = plan;
  const [reference] = entrants;
  const found = new Map<Entrant, LateTiming | string>();
  if (lateStep === null || reference === undefined) return found;
  const half = Math.floor((plan.turns * reference.stepsPerTurn(plan)) / 2);
  const goal = Math.max(reference.step, lateStep - half);
  const { p, attentionRate: attention } = start.configuration;
  const of = { p, attention, step: goal };
  const pairs: LatePair[] = [];
  try {
    for (const late of entrants) {
      const { label } = late.contender;
      const needed = late.timeTo(goal);
      if (needed > (late === reference ? 2 : 1) * plan.lateTime) {
        const seconds = Math.round(needed / 1000);
        found.set(late, progressWords('tooSlow', { steps: lateStep, seconds }));
      } else {
        await late.comeTo(goal);
        const beside = new Entrant(late.contender);
        pairs.push({ late, beside });
        await beside.open(start);
        // A second call: the first steps compile, and are no measure of the pace.
        await beside.advance(1);
      }
      onPart(progressWords(found.has(late) ? 'leftOut' : 'atStep', { ...of, label }));
    }
    const group = pairs.filter(({ late, beside }) => late.present && beside.present);
    const times = await takeTurns(
      group.flatMap(({ late, beside }) => [late, beside]),
      plan,
      (turn) => onPart(progressWords('lateTurn', { ...of, turn: turn + 1, turns: plan.turns })),
    );
    for (const { late, beside } of group) {
      const timed = times.get(late);
      if (timed === undefined || !late.present) continue;
      const besideTurns = times.get(beside)?.turns ?? [];
      found.set(late, {
        ...spreadOf(timed.turns),
        ...timed,
        besideMedian: median(besideTurns),
        besideRatio: median(
          timed.turns.map((time, turn) => time / (besideTurns[turn] ?? Number.NaN)),
        ),
      });
    }
    return found;
  } finally {
    for (const { beside } of pairs) await beside.close();
  }
}
