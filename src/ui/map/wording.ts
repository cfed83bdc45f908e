/** What the maps say in words. */
import english from '../../messages/en/ui/map/wording.json';
import { listed } from '../../messages/lists.ts';
import { formatDecimals, formatNumber } from '../../messages/numbers.ts';
import { createWords } from '../../messages/words.ts';
import type { MapOverview, MapRun } from '../../state/tables.ts';
import { formatCount } from '../format.ts';
import { settingName } from './axes.ts';
import type { MapManner } from './map-data.ts';

const words = createWords('ui/map/wording', english);

/** Messages that name verdicts. */
const verdictNames: Readonly<Record<string, keyof typeof english>> = {
  pizza: 'pizza',
  clock: 'clock',
  between: 'between',
  learning: 'learning',
  'non-circular': 'nonCircular',
};

/** A verdict's name; what it says where it has none of these. */
export function verdictName(verdict: string | null): string {
  const name = verdict === null ? undefined : verdictNames[verdict];
  return name === undefined ? (verdict ?? '') : words(name);
}

/** A run on the map in a few lines. @param standing why it is left out */
export function runLines(run: MapRun, standing: string | undefined): readonly string[] {
  const verdict = verdictName(run.verdict);
  return [
    placeText(run),
    measuresText(run),
    ...(verdict === '' ? [] : [verdict]),
    ...(standing === undefined ? [] : [words('leftOut', { reason: reasonText(standing) })]),
  ];
}

/** A run in words, for tables. @param standing why it is left out */
export function runWords(run: MapRun | undefined, standing: string | undefined) {
  return {
    name: run === undefined ? '' : placeText(run),
    verdict: verdictName(run?.verdict ?? null),
    leftOut: standing === undefined ? undefined : reasonText(standing),
  };
}

function placeText({ settings, seed, id }: MapRun): string {
  const values = {
    rate: number(settings.attentionRate, 3),
    width: settings.width,
    layers: Math.max(1, settings.layers || 1),
  };
  return seed === null
    ? words('placeName', { ...values, name: id })
    : words('placeSeed', { ...values, seed });
}

function measuresText(run: MapRun): string {
  const { distanceIrrelevance, distanceIrrelevanceWrongLogit } = run;
  const values = {
    gs: symmetricityText(run.gradientSymmetricity),
    wrong: irrelevanceText(distanceIrrelevanceWrongLogit),
  };
  return Number.isFinite(distanceIrrelevance)
    ? words('measures', { ...values, q: irrelevanceText(distanceIrrelevance) })
    : words('measuresWrong', values);
}

/** Why runs do not count, as the statistics name it. */
const reasons: Readonly<Record<string, keyof typeof english>> = {
  diverged: 'diverged',
  'below 100 % accuracy': 'belowAccuracy',
  'not circular': 'notCircular',
  'no round plane': 'noRoundPlane',
  'roundness not known': 'roundnessUnknown',
  'not measured': 'notMeasured',
};

function reasonText(reason: string): string {
  const name = reasons[reason];
  if (name !== undefined) return words(name);
  const [, circularity] = /^not circular \((\d+\.\d+),/.exec(reason) ?? [];
  if (circularity === undefined) return reason;
  const decimals = circularity.length - circularity.indexOf('.') - 1;
  return words('notCircularBy', { circularity: formatDecimals(Number(circularity), decimals) });
}

/** How many runs there are, and why some do not count. */
export function countsText({ counts }: MapOverview): string {
  const { total, counted, reasons: kinds } = counts;
  if (total === 0) return words('noRuns');
  const values = { counted: formatCount(counted), total: formatCount(total) };
  if (kinds.length === 0) return words('allCount', values);
  const greyed = kinds.map(([kind, count]) =>
    words('greyed', { count: formatCount(count), reason: reasonText(kind) }),
  );
  const isYoung = counted === 0 && kinds[0]?.[0] === 'below 100 % accuracy';
  return words(isYoung ? 'noneLearned' : 'someGreyed', { ...values, reasons: listed(greyed) });
}

/** Runs of the table that are not on the map at all. */
export function elsewhereText(panel: {
  readonly otherSettings: number;
  readonly withoutRate: number;
}): string {
  const { otherSettings, withoutRate } = panel;
  return inSequence(
    otherSettings === 0 ? '' : words('otherSettings', { count: formatCount(otherSettings) }),
    withoutRate === 0 ? '' : words('withoutRate', { count: formatCount(withoutRate) }),
  );
}

/** Two sentences one after the other; one of them may be empty. */
export function inSequence(first: string, second: string): string {
  return first === '' || second === '' ? first + second : words('both', { first, second });
}

/** A narrower transition than this is not resolved. */
const sharpest = 0.005;
/** Fewer runs than this say nothing about where half of them cross. */
const fewestRuns = 8;

/** The fitted transition of the measure that is up. */
export function transitionText(
  { transitions, counts }: MapOverview,
  { up, form }: MapManner,
): string {
  if (up === 'setting' || counts.counted === 0) return '';
  const fit = fittedTransition({ transitions, counts }, up);
  const measure = up === 'gs' ? 'gs' : form === 'wrong' ? 'wrong' : 'correct';
  if (fit === null) {
    if (counts.counted < fewestRuns) return words('tooFew');
    const isMissing = transitions[up === 'gs' ? 'symmetricity' : 'irrelevance'] === null;
    return words(isMissing ? 'neverCross' : 'unclear', { limit: words('limit', { measure }) });
  }
  const [low, high] = fit.interval;
  return words('transition', {
    measure,
    midpoint: number(fit.midpoint, 2),
    low: number(low, 2),
    high: number(high, 2),
    change: fit.span < sharpest ? 'sharp' : 'wide',
    span: number(fit.span, 2),
    count: formatCount(fit.count),
  });
}

/** A midpoint whose interval is wider than this part of the axis says nothing. */
const widestInterval = 0.5;

/** True when enough runs count for quartiles and fits. */
export function isEnough({ counts }: Pick<MapOverview, 'counts'>): boolean {
  return counts.counted >= fewestRuns;
}

/** The transition of a measure; null where the runs do not resolve one. */
export function fittedTransition(
  { transitions, counts }: Pick<MapOverview, 'transitions' | 'counts'>,
  up: 'gs' | 'q',
): MapOverview['transitions']['symmetricity'] {
  const fit = transitions[up === 'gs' ? 'symmetricity' : 'irrelevance'];
  if (fit === null || !isEnough({ counts })) return null;
  const [low, high] = fit.interval;
  const isInside = fit.midpoint > 0 && fit.midpoint < 1;
  return isInside && high - low <= widestInterval && fit.span <= 1 ? fit : null;
}

/** The map for those who cannot see it. */
export function mapSummary(
  title: string,
  manner: MapManner,
  overview: MapOverview | undefined,
): string {
  const { up, setting } = manner;
  const upwards =
    up === 'setting' ? settingName(setting) : words(up === 'gs' ? 'symmetricity' : 'irrelevance');
  if (overview === undefined) return words('summary', { title, upwards });
  return words('summaryWithCounts', {
    title,
    upwards,
    counts: countsText(overview),
    transition: transitionText(overview, manner),
  });
}

/** The same with the run that is picked. */
export function pickedSummary(summary: string, run: MapRun): string {
  return words('summaryPicked', {
    summary,
    place: placeText(run),
    measures: measuresText(run),
    verdict: verdictName(run.verdict) || '–',
  });
}

/** Gradient symmetricity: never rounded to the threshold it falls short of, nor to 1. */
export function symmetricityText(value: number): string {
  return besideThresholds(value, 3, [0.98, 1]);
}

/** Distance irrelevance: never rounded to the threshold it falls short of. */
export function irrelevanceText(value: number): string {
  return besideThresholds(value, 2, [0.6]);
}

function besideThresholds(value: number, decimals: number, thresholds: readonly number[]): string {
  let digits = decimals;
  const reads = () => Number(value.toFixed(digits));
  while (digits < 8 && thresholds.includes(reads()) && !thresholds.includes(value)) digits += 1;
  return number(value, digits);
}

/** A number with so many decimals, without trailing zeros; a dash for none. */
export function number(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '–';
  // Rounded as fixed decimals are; and no minus before nothing.
  const rounded = Number(value.toFixed(decimals)) || 0;
  return formatNumber(rounded, { maximumFractionDigits: decimals, useGrouping: false });
}
