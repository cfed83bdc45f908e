/** One case of the benchmark: all contenders on the same network, in turns. */
import type { Contender, EngineStart } from './contender.ts';
import { Entrant, takeTurns } from './entrant.ts';
import { measureLate } from './late.ts';
import type { Plan } from './plan.ts';
import { progressWords } from './progress-words.ts';
import type { CaseResult, ContenderResult, LateTiming, Timing } from './result.ts';
import { spreadOf } from './statistics.ts';

/** Told after each part of the work, of which there are `partsOf` many. */
export type PartListener = (text: string) => void;

/** Number of parts a case is reported in. */
export function partsOf(contenders: readonly Contender[], plan: Plan): number {
  const { turns, lateStep } = plan;
  return contenders.length + turns + (lateStep === null ? 0 : contenders.length + turns);
}

/**
 * Measures contenders side by side. The first of them that takes part is the reference: the others'
 * times and losses are compared with its own. Everything that was opened is closed again.
 */
export async function measureCase(
  start: EngineStart,
  contenders: readonly Contender[],
  plan: Plan,
  onPart: PartListener = () => undefined,
): Promise<CaseResult> {
  const { p, width, attentionRate } = start.configuration;
  const of = { p, attention: attentionRate };
  const entrants = contenders.map((contender) => new Entrant(contender));
  try {
    for (const entrant of entrants) {
      await entrant.open(start);
      await warmUp(entrant, plan);
      const { label, runsOn } = entrant.contender;
      onPart(progressWords('warmedUp', { ...of, label, place: runsOn }));
    }
    const present = () => entrants.filter((entrant) => entrant.present);
    const early = await takeTurns(present(), plan, (turn) =>
      onPart(progressWords('turn', { ...of, turn: turn + 1, turns: plan.turns })),
    );
    const costs = new Map<Entrant, Awaited<ReturnType<Entrant['costs']>>>();
    for (const entrant of present()) costs.set(entrant, await entrant.costs());
    const late = await measureLate(present(), start, plan, onPart);
    const [reference] = present();
    const referenceTimes = reference && early.get(reference)?.turns;
    return {
      p,
      width,
      attention: attentionRate,
      reference: reference?.contender.name ?? null,
      contenders: entrants.map((entrant) => {
        const timed = early.get(entrant);
        const cost = costs.get(entrant);
        if (entrant.missing !== undefined || !timed || !cost || !reference || !referenceTimes) {
          return entrant.missing ?? notMeasured(entrant);
        }
        const timing: Timing = { ...spreadOf(timed.turns), ...timed };
        return {
          ...resultOf(entrant, timing, late.get(entrant)),
          ...cost,
          ...comparisonOf(entrant, reference, plan),
          ratio: timing.median / spreadOf(referenceTimes).median,
        };
      }),
    };
  } finally {
    for (const entrant of entrants) await entrant.close();
  }
}

/** Brings a network near the early step, as far as the time allows. */
async function warmUp(entrant: Entrant, plan: Plan): Promise<void> {
  const began = performance.now();
  await entrant.comeTo(plan.agreementSteps + 1, plan.warmUpTime);
  const measured = plan.turns * entrant.stepsPerTurn(plan);
  const left = plan.warmUpTime - (performance.now() - began);
  await entrant.comeTo(plan.earlyStep - Math.floor(measured / 2), left);
}

function resultOf(entrant: Entrant, early: Timing, found: LateTiming | string | undefined) {
  const { name, label, runsOn } = entrant.contender;
  const late = typeof found === 'object' ? found : null;
  const lateMissing = typeof found === 'string' ? found : null;
  const flatness = late === null ? null : late.besideRatio;
  return { name, label, runsOn, measured: true as const, early, late, lateMissing, flatness };
}

function comparisonOf(
  entrant: Entrant,
  reference: Entrant,
  { agreementSteps, agreementTolerance }: Plan,
): Pick<ContenderResult, 'comparedStep' | 'trainLossDifference' | 'testLossDifference' | 'agrees'> {
  const { step, train, test } = entrant.compare(reference, agreementSteps);
  return {
    comparedStep: step,
    trainLossDifference: train,
    testLossDifference: test,
    agrees: Math.max(train, test) <= agreementTolerance,
  };
}

/** Where there is nobody to compare with. */
function notMeasured({ contender: { name, label, runsOn } }: Entrant) {
  const reason = progressWords('notMeasured');
  return { name, label, runsOn, measured: false as const, reason, broke: false };
}
