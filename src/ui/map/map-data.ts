/** From runs to what the map draws. */

import english from '../../messages/en/ui/map/map-data.json';
import { createWords } from '../../messages/words.ts';
import type { MapMeasure, PhaseMapData } from '../../plots/phase-map-figure.ts';
import type { IrrelevanceForm, MapOverview, MapRun } from '../../state/tables.ts';
import {
  acrossAxis,
  irrelevanceAxis,
  settingAxis,
  settingValue,
  symmetricityAxis,
  type UpwardSetting,
} from './axes.ts';
import { fittedTransition, isEnough } from './wording.ts';

const words = createWords('ui/map/map-data', english);

/** What all maps on the page have in common. */
export interface MapManner {
  readonly up: 'q' | 'gs' | 'setting';
  /** On a map over a setting. */
  readonly setting: UpwardSetting;
  /** What colours a map over a setting; the others are coloured by the measure that is not up. */
  readonly colour: MapMeasure;
  readonly form: IrrelevanceForm;
}

/** What a map is coloured by. */
export function colourOf({ up, colour }: MapManner): MapMeasure {
  if (up === 'setting') return colour;
  return up === 'q' ? 'symmetricity' : 'irrelevance';
}

/** Distance irrelevance in a form. */
export function irrelevanceOf(run: MapRun, form: IrrelevanceForm): number {
  return form === 'wrong' ? run.distanceIrrelevanceWrongLogit : run.distanceIrrelevance;
}

/**
 * The map of some runs.
 *
 * @param shared runs of all maps on the page, whose axes are the same
 * @param overview of these runs; undefined while it is not there
 * @param picked place in `runs`
 */
export function mapData(
  runs: readonly MapRun[],
  shared: readonly MapRun[],
  manner: MapManner,
  overview: MapOverview | undefined,
  picked: number | null,
  summary: string,
): PhaseMapData {
  const { up, setting, form } = manner;
  const colourMeasure = colourOf(manner);
  const isCurrent = overview?.standings.length === runs.length;
  const value = (measure: MapMeasure) => (run: MapRun) =>
    measure === 'symmetricity' ? run.gradientSymmetricity : irrelevanceOf(run, form);
  const upwards =
    up === 'setting'
      ? (run: MapRun) => settingValue(run, setting)
      : value(up === 'gs' ? 'symmetricity' : 'irrelevance');
  const measure = up === 'gs' ? 'symmetricity' : 'irrelevance';
  return {
    x: Float64Array.from(runs, ({ settings }) => settings.attentionRate),
    y: Float64Array.from(runs, upwards),
    colour: Float64Array.from(runs, value(colourMeasure)),
    greyed: Uint8Array.from(runs, (_run, index) =>
      isCurrent && overview.standings[index] !== undefined ? 1 : 0,
    ),
    across: acrossAxis,
    up:
      up === 'setting'
        ? settingAxis(setting, shared)
        : up === 'gs'
          ? symmetricityAxis(shared)
          : irrelevanceAxis(form),
    colourMeasure,
    colourName:
      colourMeasure === 'symmetricity'
        ? words('symmetricity')
        : words(form === 'wrong' ? 'irrelevanceWrong' : 'irrelevance'),
    transition: up !== 'setting' && isCurrent ? fittedTransition(overview, up) : null,
    bins: up !== 'setting' && isCurrent && isEnough(overview) ? overview.bins[measure] : [],
    picked,
    summary,
  };
}
