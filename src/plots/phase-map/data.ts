/** What the phase map is fed with. */

export interface MapThreshold {
  readonly value: number;
  readonly text: string;
  /** What the words speak of, where they have to stand on its side of the line. */
  readonly side?: 'below' | 'above';
}

export interface MapAxis {
  /** For example "attention rate". */
  readonly name: string;
  /** The last is stretched near 1, as on the verdict plane. */
  readonly scale: 'linear' | 'logarithmic' | 'symmetricity';
  readonly low: number;
  readonly high: number;
  /** Values that deserve a label, the most important first. */
  readonly ticks: readonly number[];
  /** A dashed line with its words, for example "a Pizza lies below". */
  readonly threshold?: MapThreshold;
}

export type MapMeasure = 'symmetricity' | 'irrelevance';

/** Where half of the runs have crossed, by a logistic fit over x. */
export interface MapTransition {
  readonly midpoint: number;
  /** From 10 % to 90 % crossed. */
  readonly span: number;
  readonly interval: readonly [number, number];
}

/** Quartiles of y between two values of x. */
export interface MapBin {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** One entry a run: x, y, colour and greyed are equally long. */
export interface PhaseMapData {
  readonly x: Float64Array;
  /** NaN: no value, the run stands hollow at the foot. */
  readonly y: Float64Array;
  /** Value of colourMeasure; NaN: grey. */
  readonly colour: Float64Array;
  /** 1: left out of the counts; drawn small, grey and beneath. */
  readonly greyed: Uint8Array;
  readonly across: MapAxis;
  readonly up: MapAxis;
  readonly colourMeasure: MapMeasure;
  /** Text of the legend, for example "gradient symmetricity". */
  readonly colourName: string;
  readonly transition: MapTransition | null;
  /** A median line with a band. Empty: none. */
  readonly bins: readonly MapBin[];
  /** Index of the picked run. */
  readonly picked: number | null;
  /** Text alternative of the whole figure. */
  readonly summary: string;
  /** A run in words, for tables. */
  readonly describe?: (index: number) => MapRunWords;
}

/** A run in words. */
export interface MapRunWords {
  readonly name: string;
  readonly verdict: string;
  /** Why it is greyed; undefined where it is not. */
  readonly leftOut: string | undefined;
}

export interface PhaseMapOptions {
  /** Height of the plot in CSS pixels. Without it: by the width. */
  readonly height?: number;
  /** A run was picked. It shows as picked once the figure is updated with it. */
  readonly onPick: (index: number) => void;
  /** Lines of a run's readout, asked only when it is pointed at. */
  readonly describe: (index: number) => readonly string[];
}

/** True when both show the same picture: at most another run is picked. */
export function isSamePicture(before: PhaseMapData, after: PhaseMapData): boolean {
  return (Object.keys(after) as (keyof PhaseMapData)[]).every(
    (key) =>
      key === 'picked' || key === 'summary' || key === 'describe' || before[key] === after[key],
  );
}
