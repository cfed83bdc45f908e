/** The words of the strip of runs. */

import { max, min } from 'd3';
import english from '../../../messages/en/plots/explainers/phase-strip.json';
import { formatNumber } from '../../../messages/numbers.ts';
import { createWords } from '../../../messages/words.ts';
import { formatMeasure } from '../../curves/number-text.ts';
import type { PhaseMeasure, PhaseRun, PhaseStripData } from './data.ts';
import { kindOf, measuredValue } from './data.ts';

export const words = createWords('plots/explainers/phase-strip', english);

const verdictNames = {
  pizza: 'pizza',
  clock: 'clock',
  between: 'between',
  learning: 'learning',
  'non-circular': 'nonCircular',
} as const;

export function measureName(measure: PhaseMeasure): string {
  return words(measure);
}

/** What the threshold parts. */
export function thresholdText(measure: PhaseMeasure): string {
  return words(measure === 'irrelevance' ? 'pizzaBelow' : 'pizzaAbove');
}

/** Why a run stands at the foot; undefined for one that has a value. */
export function reasonAtFoot(run: PhaseRun, measure: PhaseMeasure): string | undefined {
  if (!run.learned) return words('notLearned');
  return measuredValue(run, measure) === null ? words('notMeasured') : undefined;
}

/** A run in three lines. */
export function runLines(run: PhaseRun, measure: PhaseMeasure): string[] {
  const q = formatMeasure(run.irrelevance);
  const gs = formatMeasure(run.symmetricity);
  return [
    words('rateAndSeed', { rate: rateText(run.attention), seed: run.seed }),
    words('widthAndMeasures', { width: run.width, q, gs }),
    runVerdict(run, measure),
  ];
}

/** What a run turned out to be, or why it has no place on the axis. */
export function runVerdict(run: PhaseRun, measure: PhaseMeasure): string {
  return reasonAtFoot(run, measure) ?? verdictText(run);
}

/** A run in one line, to be heard. */
export function spokenRun(run: PhaseRun, measure: PhaseMeasure): string {
  return runLines(run, measure).reduce((before, next) => words('andNext', { before, next }));
}

function verdictText({ verdict, circular }: PhaseRun): string {
  const isKnown = (name: string): name is keyof typeof verdictNames => name in verdictNames;
  const name = isKnown(verdict) ? words(verdictNames[verdict]) : verdict;
  if (circular || verdict === 'non-circular') return name;
  return words('verdictNotCircular', { verdict: name });
}

/** How many runs of each look there are. */
export interface RunCounts {
  readonly pizza: number;
  readonly clock: number;
  readonly neither: number;
  /** At the foot, whatever their verdict. */
  readonly hollow: number;
}

export function countRuns({ runs, measure }: PhaseStripData): RunCounts {
  const counts = { pizza: 0, clock: 0, neither: 0, hollow: 0 };
  for (const run of runs)
    counts[measuredValue(run, measure) === null ? 'hollow' : kindOf(run)] += 1;
  return counts;
}

/** Letters of the longest sentence. */
export const LONGEST_TEXT = [56] as const;

/** What the strip shows, in a sentence. */
export function stripText(data: PhaseStripData): string {
  if (data.runs.length === 0) return words('noRuns');
  const rates = (kind: 'pizza' | 'clock') =>
    data.runs
      .filter((run) => kindOf(run) === kind && measuredValue(run, data.measure) !== null)
      .map(({ attention }) => attention);
  const lastPizza = max(rates('pizza'));
  const firstClock = min(rates('clock'));
  const last = rateText(lastPizza);
  const first = rateText(firstClock);
  if (firstClock !== undefined) {
    return lastPizza === undefined ? words('onlyClock', { first }) : words('both', { last, first });
  }
  return lastPizza === undefined ? words('allBetween') : words('onlyPizza', { last });
}

/** The whole strip, for those who cannot see it. */
export function stripSummary(data: PhaseStripData): string {
  const { runs, measure, picked } = data;
  const summary = words('summary', {
    measure: measureName(measure),
    count: runs.length,
    ...countRuns(data),
    text: stripText(data),
  });
  const run = picked === null ? undefined : runs[picked];
  return run ? words('summaryPicked', { summary, run: spokenRun(run, measure) }) : summary;
}

function rateText(attention: number | undefined): string {
  return formatNumber(attention ?? 0, { maximumFractionDigits: 3 });
}
