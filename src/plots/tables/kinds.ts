/** Kinds of figures by what they are fed with. Types only: a figure that is drawn needs none of its tables. */

import type { CircleCardData } from '../circle-card/data.ts';
import type { CirclesData } from '../circles/data.ts';
import type { RunHistory } from '../curves/history.ts';
import type { EnsembleData } from '../ensemble/data.ts';
import type { ClockAlgorithmData } from '../explainers/clock-algorithm-figure.ts';
import type { ClockFaceData } from '../explainers/clock-face-figure.ts';
import type { GradientsData } from '../explainers/gradients/data.ts';
import type { PhaseStripData } from '../explainers/phase-strip/data.ts';
import type { PizzaAlgorithmData } from '../explainers/pizza-algorithm/data.ts';
import type { TaskTableData } from '../explainers/task-table/data.ts';
import type { HeatmapData } from '../heatmap/data.ts';
import type { KeepingTopData } from '../keeping-top/data.ts';
import type { NeuronGridData } from '../neuron-grid/data.ts';
import type { NeuronsData } from '../neurons/data.ts';
import type { PairData } from '../pair/data.ts';
import type { PhaseMapData } from '../phase-map/data.ts';
import type { RemainingData } from '../remaining-figure.ts';
import type { SpectrumData } from '../spectrum/data.ts';

/** What each kind of figure is fed with. */
export interface KindData {
  readonly circles: CirclesData;
  readonly heatmap: HeatmapData;
  readonly loss: RunHistory;
  readonly accuracy: RunHistory;
  readonly measures: RunHistory;
  readonly path: RunHistory;
  readonly pair: PairData;
  readonly ensemble: EnsembleData;
  readonly keeping: KeepingTopData;
  readonly remaining: RemainingData;
  /** The card of one circle. */
  readonly circle: CircleCardData;
  readonly neurons: NeuronsData;
  readonly neuron: NeuronGridData;
  readonly spectrum: SpectrumData;
  readonly map: PhaseMapData;
  readonly clock: ClockAlgorithmData;
  readonly pizza: PizzaAlgorithmData;
  readonly face: ClockFaceData;
  readonly task: TaskTableData;
  readonly gradients: GradientsData;
  readonly strip: PhaseStripData;
}

/** Name of a kind. */
export type FigureKind = keyof KindData;

/** Kinds that are fed with such data. */
export type KindFedWith<Data> = {
  [Kind in FigureKind]: Data extends KindData[Kind] ? Kind : never;
}[FigureKind];
