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
    `GS ${number(run.gradientSymmetricity, 3)} · ${irrelevanceText(run)}`,
    ...(verdict === '' ? [] : [verdict]),
    ...(standing === undefined ? [] : [`left out: ${standing}`]),
  ];
}

function irrelevanceText({ distanceIrrelevance, distanceIrrelevanceWrongLogit }: MapRun): string {
  const wrong = `${number(distanceIrrelevanceWrongLogit, 2)} (wrong-logit form)`;
  return Number.isFinite(distanceIrrelevance)
    ? `q ${number(distanceIrrelevance, 2)}, ${wrong}`
    : `q ${wrong}`;
}

/** How many runs there are, and why some do not count. */
export function countsText({ counts }: MapOverview): string {
  const { total, counted, reasons } = counts;
  const all = `${formatCount(counted)} of ${formatCount(total)} runs count`;
  if (reasons.length === 0) return `${all}.`;
  const left = reasons.map(([reason, count]) => `${formatCount(count)} ${reason}`).join(', ');
  return `${all}; greyed: ${left}.`;
}

/** A narrower transition than this is not resolved. */
const sharpest = 0.005;

/** The fitted transition of the measure that is up. */
export function transitionText(
  { transitions, counts }: MapOverview,
  { up, form }: MapManner,
): string {
  if (up === 'setting' || counts.counted === 0) return '';
  const fit = transitions[up === 'gs' ? 'symmetricity' : 'irrelevance'];
  const crossing =
    up === 'gs' ? 'GS ≤ 0.98' : `q ≥ 0.6${form === 'wrong' ? ', wrong-logit form' : ''}`;
  if (fit === null)
    return `No transition to fit: all are on one side of ${crossing}, or their order says nothing.`;
  const [low, high] = fit.interval;
  const span =
    fit.span < sharpest
      ? 'sharper than the attention rates are spaced'
      : `from 10 % to 90 % within ${number(fit.span, 2)}`;
  return `Half have crossed (${crossing}) at α = ${number(fit.midpoint, 2)}, 95 % interval ${number(low, 2)}–${number(high, 2)}, ${span}; logistic fit, n = ${formatCount(fit.count)}.`;
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

/** A number with so many decimals, without trailing zeros; a dash for none. */
export function number(value: number, decimals: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(decimals))) : '–';
}
