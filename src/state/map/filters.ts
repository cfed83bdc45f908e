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
  /** True when a value stands for others near it. */
  readonly isBand: boolean;
  /** What is chosen before the visitor chooses: the paper's value where all tables have it. */
  readonly usual: FilterChoice;
}

/** More values than this are no choice any more. */
const mostValues = 12;
const widthsOfOctaves = [16, 32, 64, 128, 256, 512] as const;
/** Half an octave. */
const widthTolerance = Math.SQRT2;

/** What the paper's figures show. */
const usual: Readonly<Partial<Record<FilteredSetting, string>>> = {
  width: '128',
  layers: '1',
  separateEmbeddings: 'false',
  equalsToken: 'false',
  model: 'transformer',
};

/** Settings in which the runs of some tables differ, with their values. */
export function filtersOf(...tables: readonly (readonly MapRun[])[]): readonly Filter[] {
  const runs = tables.flat();
  return filteredSettings.flatMap((setting) => {
    const distinct = new Set(runs.map(({ settings }) => settings[setting]));
    if (distinct.size < 2) return [];
    const isBand = setting === 'width' && distinct.size > mostValues;
    const values = isBand
      ? widthsOfOctaves.filter((width) => runs.some((run) => isOfWidth(run, width)))
      : [...distinct].sort(inOrder);
    if (values.length > mostValues) return [];
    const paper = usual[setting];
    const isEverywhere =
      paper !== undefined &&
      tables.every((table) => table.some((run) => fits(run, setting, paper)));
    const fallback = isEverywhere ? paper : everyValue;
    return [{ setting, values: values.map(String), isBand, usual: fallback }];
  });
}

/** The choice that holds for a filter: the visitor's, else the usual one. */
export function choiceOf(
  { setting, values, usual: fallback }: Filter,
  chosen: Readonly<Partial<Record<FilteredSetting, FilterChoice>>>,
): FilterChoice {
  const own = chosen[setting];
  return own === everyValue || (own !== undefined && values.includes(own)) ? own : fallback;
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
    return active.every(({ setting, choice }) => fits(run, setting, choice));
  });
}

function fits(run: MapRun, setting: FilteredSetting, value: string): boolean {
  if (setting === 'width') return isOfWidth(run, Number(value));
  return String(run.settings[setting]) === value;
}

/** Whole widths from the smallest to the largest that a width stands for. */
export function bandOf(width: number): readonly [smallest: number, largest: number] {
  return [Math.floor(width / widthTolerance) + 1, Math.floor(width * widthTolerance)];
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
