/** The axes of the maps. */

import english from '../../messages/en/ui/map/axes.json';
import { createWords } from '../../messages/words.ts';
import type { MapAxis } from '../../plots/phase-map-figure.ts';
import type { MapRun } from '../../state/tables.ts';

const words = createWords('ui/map/axes', english);

/** Settings that can stand upwards on a map of settings. */
export const upwardSettings = ['width', 'layers', 'weightDecay', 'trainFraction', 'seed'] as const;

/** One of them. */
export type UpwardSetting = (typeof upwardSettings)[number];

/** What the address calls them. */
export const upwardNames = {
  width: 'width',
  layers: 'layers',
  decay: 'weightDecay',
  fraction: 'trainFraction',
  seed: 'seed',
} as const satisfies Record<string, UpwardSetting>;

/** What such a setting is called. */
export const settingName = (setting: UpwardSetting): string => words(setting);

/** Attention rate, 0 to 1. */
export const acrossAxis: MapAxis = {
  get name() {
    return words('attentionRate');
  },
  scale: 'linear',
  low: 0,
  high: 1,
  ticks: [0, 1, 0.5, 0.25, 0.75],
};

/** Distance irrelevance. */
export function irrelevanceAxis(form: 'correct' | 'wrong'): MapAxis {
  return {
    name: words(form === 'wrong' ? 'irrelevanceWrong' : 'irrelevance'),
    scale: 'linear',
    low: 0,
    high: 1,
    ticks: [0, 1, 0.6, 0.2, 0.4, 0.8],
    threshold: { value: 0.6, text: words('pizzaBelow'), side: 'below' },
  };
}

/** Gradient symmetricity, stretched near 1. @param runs of all maps that share the axis */
export function symmetricityAxis(runs: readonly MapRun[]): MapAxis {
  const lowest = runs.reduce(
    (least, { gradientSymmetricity }) =>
      Number.isFinite(gradientSymmetricity) ? Math.min(least, gradientSymmetricity) : least,
    0,
  );
  return {
    name: words('symmetricity'),
    scale: 'symmetricity',
    low: Math.max(-1, Math.min(0, Math.floor(lowest * 10) / 10)),
    high: 1,
    ticks: [0.98, 1, 0, 0.9, 0.5, 0.999, -0.5],
    threshold: { value: 0.98, text: words('pizzaAbove'), side: 'above' },
  };
}

/** A setting. @param runs of all maps that share the axis */
export function settingAxis(setting: UpwardSetting, runs: readonly MapRun[]): MapAxis {
  const values = [...new Set(runs.map((run) => settingValue(run, setting)))]
    .filter(Number.isFinite)
    .sort((left, right) => left - right);
  const isWidth = setting === 'width';
  // Without runs any axis will do, but a logarithm needs one above 0.
  const [low = isWidth ? 32 : 0, high = isWidth ? 512 : 1] = [values[0], values.at(-1)];
  // Room for the dots at both ends.
  const margin = high > low ? 0.06 * (high - low) : 0.5;
  const factor = high > low ? (high / low) ** 0.06 : 1.5;
  return {
    name: settingName(setting),
    scale: isWidth ? 'logarithmic' : 'linear',
    low: isWidth ? low / factor : low - margin,
    high: isWidth ? high * factor : high + margin,
    ticks: values.length > 12 && isWidth ? [32, 128, 512, 64, 256] : spread(values, 12),
  };
}

/** At most so many of the values, from end to end. */
function spread(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values;
  const gap = (values.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => values[Math.round(index * gap)] as number);
}

/** A setting of a run; NaN where it is not known. */
export function settingValue({ settings, seed }: MapRun, setting: UpwardSetting): number {
  return setting === 'seed' ? (seed ?? Number.NaN) : settings[setting];
}

/** Settings in which the runs differ, so that a map over them says something. */
export function upwardChoices(runs: readonly MapRun[]): readonly UpwardSetting[] {
  return upwardSettings.filter((setting) => {
    const values = runs.map((run) => settingValue(run, setting)).filter(Number.isFinite);
    return new Set(values).size > 1;
  });
}
