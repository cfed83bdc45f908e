/** What the maps say in words. */
import type { MapOverview, MapRun } from '../../state/tables.ts';
import { formatCount } from '../format.ts';
import { settingNames, type UpwardSetting } from './axes.ts';
import type { MapManner } from './map-data.ts';

const verdictNames: Readonly<Record<string, string>> = {
  pizza: 'Pizza',
  clock: 'Clock',
  between: 'between',
  learning: 'not learned',
  'non-circular': 'not circular',
};

/** A verdict's name; what it says where it has none of these. */
export function verdictName(verdict: string | null): string {
  return verdict === null ? '' : (verdictNames[verdict] ?? verdict);
}

/** A run on the map in a few lines. @param standing why it is left out */
export function runLines(run: MapRun, standing: string | undefined): readonly string[] {
  const { attentionRate, width, layers } = run.settings;
  const seed = run.seed === null ? run.id : `seed ${run.seed}`;
  const depth = layers > 1 ? ` · ${layers} layers` : '';
  const verdict = verdictName(run.verdict);
  return [
    `α ${number(attentionRate, 3)} · width ${width}${depth} · ${seed}`,
    `GS ${symmetricityText(run.gradientSymmetricity)} · ${bothForms(run)}`,
    ...(verdict === '' ? [] : [verdict]),
    ...(standing === undefined ? [] : [`left out: ${standing}`]),
  ];
}

function bothForms({ distanceIrrelevance, distanceIrrelevanceWrongLogit }: MapRun): string {
  const wrong = `${irrelevanceText(distanceIrrelevanceWrongLogit)} (wrong-logit form)`;
  return Number.isFinite(distanceIrrelevance)
    ? `q ${irrelevanceText(distanceIrrelevance)}, ${wrong}`
    : `q ${wrong}`;
}

/** How many runs there are, and why some do not count. */
export function countsText({ counts }: MapOverview): string {
  const { total, counted, reasons } = counts;
  if (total === 0) return 'No run has these settings.';
  const all = `${formatCount(counted)} of ${formatCount(total)} runs count`;
  if (reasons.length === 0) return `${all}.`;
  const left = reasons.map(([reason, count]) => `${formatCount(count)} ${reason}`).join(', ');
  const isYoung = counted === 0 && reasons[0]?.[0] === 'below 100 % accuracy';
  return `${all}; greyed: ${left}.${isYoung ? ' None has learned all pairs: more steps would help.' : ''}`;
}

/** Runs of the table that are not on the map at all. */
export function elsewhereText(panel: {
  readonly otherSettings: number;
  readonly withoutRate: number;
}): string {
  const { otherSettings, withoutRate } = panel;
  const other =
    otherSettings === 0
      ? []
      : [
          `${formatCount(otherSettings)} more of this table have other settings than those chosen above.`,
        ];
  const linear =
    withoutRate === 0
      ? []
      : [`${formatCount(withoutRate)} linear models have no attention rate and no place here.`];
  return [...other, ...linear].join(' ');
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
  const limit =
    up === 'gs' ? 'GS ≤ 0.98' : `q ≥ 0.6${form === 'wrong' ? ', wrong-logit form' : ''}`;
  const subject =
    up === 'gs'
      ? `half of the networks have lost the Pizza’s symmetric gradients (${limit})`
      : `in half of the networks distance matters too little for a Pizza (${limit})`;
  if (fit === null) {
    if (counts.counted < fewestRuns) return 'Too few runs to say where half of them cross.';
    return transitions[up === 'gs' ? 'symmetricity' : 'irrelevance'] === null
      ? `They do not cross ${limit} anywhere, or without any order.`
      : `Where half of them cross ${limit} cannot be told from these runs.`;
  }
  const [low, high] = fit.interval;
  const span =
    fit.span < sharpest
      ? 'The change is sharper than the attention rates are spaced'
      : `From 10 % to 90 % takes ${number(fit.span, 2)} of α`;
  return `At α = ${number(fit.midpoint, 2)} (95 % interval ${number(low, 2)} to ${number(high, 2)}) ${subject}. ${span}. Logistic fit to ${formatCount(fit.count)} runs.`;
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
  const upwards =
    manner.up === 'setting'
      ? (settingNames[manner.setting satisfies UpwardSetting] ?? manner.setting)
      : manner.up === 'gs'
        ? 'gradient symmetricity'
        : 'distance irrelevance';
  const counts =
    overview === undefined ? '' : ` ${countsText(overview)} ${transitionText(overview, manner)}`;
  return `${title}: attention rate across, ${upwards} upwards.${counts}`;
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
  return Number.isFinite(value) ? String(Number(value.toFixed(decimals))) : '–';
}
