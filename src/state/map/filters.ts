/** Which runs of a table are on the map: those with the chosen settings. */
import type { MapRun } from '../../worker/table-contract.ts';

/** Settings in which tables of runs differ, besides the attention rate. */
export const filteredSettings = [
  'width',
  'layers',
  'weightDecay',
  'trainFraction',
  'steps',
  'p',
  'heads',
  'activation',
  'separateEmbeddings',
  'equalsToken',
  'model',
] as const;

/** A setting that can be filtered by. */
export type FilteredSetting = (typeof filteredSettings)[number];

/** A value, as text, or all of them. */
export type FilterChoice = string;
export const everyValue: FilterChoice = 'all';

/** A setting in which runs differ. */
export interface Filter {
  readonly setting: FilteredSetting;
  /** Values as text, in order; a width stands for all within a factor of √2. */
  readonly values: readonly string[];
}

/** More values than this are no choice any more. */
const mostValues = 12;
const widthsOfOctaves = [16, 32, 64, 128, 256, 512] as const;
/** Half an octave. */
const widthTolerance = Math.SQRT2;

/** What the paper's figures show, where a table has it. */
const usual: Readonly<Partial<Record<FilteredSetting, string>>> = {
  width: '128',
  layers: '1',
  separateEmbeddings: 'false',
  equalsToken: 'false',
  model: 'transformer',
};

/** Settings in which runs differ, with their values. */
export function filtersOf(runs: readonly MapRun[]): readonly Filter[] {
  return filteredSettings.flatMap((setting) => {
    const distinct = new Set(runs.map(({ settings }) => settings[setting]));
    if (distinct.size < 2) return [];
    const values =
      setting === 'width' && distinct.size > mostValues
        ? widthsOfOctaves.filter((width) => runs.some((run) => isOfWidth(run, width)))
        : [...distinct].sort(inOrder);
    return values.length > mostValues ? [] : [{ setting, values: values.map(String) }];
  });
}

/** The choice that holds for a filter: the visitor's, else the paper's, else all. */
export function choiceOf(
  { setting, values }: Filter,
  chosen: Readonly<Partial<Record<FilteredSetting, FilterChoice>>>,
): FilterChoice {
  const own = chosen[setting];
  if (own === everyValue || (own !== undefined && values.includes(own))) return own;
  const fallback = usual[setting];
  return fallback !== undefined && values.includes(fallback) ? fallback : everyValue;
}

/**
 * Places in the table of the runs that fit the choices.
 *
 * @param except a setting that is an axis and filters nothing
 */
export function placesOnMap(
  runs: readonly MapRun[],
  filters: readonly Filter[],
  chosen: Readonly<Partial<Record<FilteredSetting, FilterChoice>>>,
  except: string | undefined,
): readonly number[] {
  const active = filters
    .filter(({ setting }) => setting !== except)
    .map((filter) => ({ ...filter, choice: choiceOf(filter, chosen) }))
    .filter(({ choice }) => choice !== everyValue);
  return [...runs.keys()].filter((place) => {
    const run = runs[place] as MapRun;
    return active.every(({ setting, choice }) =>
      setting === 'width'
        ? isOfWidth(run, Number(choice))
        : String(run.settings[setting]) === choice,
    );
  });
}

function isOfWidth({ settings }: MapRun, width: number): boolean {
  const factor = settings.width / width;
  return factor > 1 / widthTolerance && factor <= widthTolerance;
}

function inOrder(left: string | number | boolean, right: string | number | boolean): number {
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : String(left).localeCompare(String(right));
}
