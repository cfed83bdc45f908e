/** The words of the strip of runs. */

import { max, min } from 'd3';
import { formatMeasure } from '../../curves/number-text.ts';
import type { PhaseMeasure, PhaseRun, PhaseStripData } from './data.ts';
import { kindOf, measuredValue } from './data.ts';

const measureNames: Readonly<Record<PhaseMeasure, string>> = {
  irrelevance: 'distance irrelevance q',
  symmetricity: 'gradient symmetricity, stretched near 1',
};

const verdictNames: Readonly<Record<string, string>> = {
  pizza: 'Pizza',
  clock: 'Clock',
  learning: 'still learning',
  'non-circular': 'not circular',
};

export function measureName(measure: PhaseMeasure): string {
  return measureNames[measure];
}

/** What the threshold parts. */
export function thresholdText(measure: PhaseMeasure): string {
  return measure === 'irrelevance' ? 'a Pizza lies below' : 'a Pizza lies above';
}

/** Why a run stands at the foot; undefined for one that has a value. */
export function reasonAtFoot(run: PhaseRun, measure: PhaseMeasure): string | undefined {
  if (!run.learned) return 'no value: it never learned to add';
  return measuredValue(run, measure) === null ? 'no value: it could not be measured' : undefined;
}

/** A run in three lines. */
export function runLines(run: PhaseRun, measure: PhaseMeasure): string[] {
  const reason = reasonAtFoot(run, measure);
  const verdict = verdictNames[run.verdict] ?? run.verdict;
  const circular = run.circular || run.verdict === 'non-circular' ? '' : ', not circular';
  return [
    `attention rate ${rateText(run.attention)} · seed ${run.seed}`,
    `width ${run.width} · q ${formatMeasure(run.irrelevance)} · GS ${formatMeasure(run.symmetricity)}`,
    reason ?? `${verdict}${circular}`,
  ];
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
  if (data.runs.length === 0) return 'No runs yet.';
  const rates = (kind: 'pizza' | 'clock') =>
    data.runs
      .filter((run) => kindOf(run) === kind && measuredValue(run, data.measure) !== null)
      .map(({ attention }) => attention);
  const lastPizza = max(rates('pizza'));
  const firstClock = min(rates('clock'));
  if (lastPizza === undefined && firstClock === undefined) return 'All are between.';
  if (firstClock === undefined)
    return `Last Pizza at attention rate ${rateText(lastPizza)}, no Clock.`;
  if (lastPizza === undefined)
    return `First Clock at attention rate ${rateText(firstClock)}, no Pizza.`;
  return `Last Pizza at attention rate ${rateText(lastPizza)}, first Clock at ${rateText(firstClock)}.`;
}

/** The whole strip, for those who cannot see it. */
export function stripSummary(data: PhaseStripData): string {
  const { runs, measure, picked } = data;
  const { pizza, clock, neither, hollow } = countRuns(data);
  const title = `Attention rate across, ${measureName(measure)} upwards`;
  const counts = `${runs.length} runs: ${pizza} Pizza, ${clock} Clock, ${neither} between, ${hollow} without a value`;
  const run = picked === null ? undefined : runs[picked];
  const pick = run ? ` Picked: ${runLines(run, measure).join(', ')}.` : '';
  return `${title}. ${counts}. ${stripText(data)}${pick}`;
}

function rateText(attention: number | undefined): string {
  return String(Number((attention ?? 0).toFixed(3)));
}
