/** What the inside figures draw, put together from the state. */
import type { CircleCardData } from '../../plots/circle-card-figure.ts';
import type { EnsembleData } from '../../plots/ensemble-figure.ts';
import {
  fittingPair,
  type Inspection,
  type InspectionState,
  type Pair,
  strongFrequencies,
} from '../../state/inspection.ts';
import { onceFor } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';

/** One isolated circle with what its picture needs. */
export interface CirclePicture {
  readonly circle: Inspection['result']['circles'][number];
  readonly points: Float32Array;
  readonly correctLogits: Float32Array;
  readonly index: number;
}

/** The isolated circles, the strongest first. */
export const circlePictures = onceFor((inspection: Inspection): readonly CirclePicture[] => {
  const { circles } = inspection.result;
  const p = Math.round(Math.sqrt(inspection.correctLogits.length));
  return circles.map((circle, index) => ({
    circle,
    index,
    points: inspection.planes.subarray((circle.k - 1) * p * 2, circle.k * p * 2),
    correctLogits: inspection.circleLogits[index] ?? new Float32Array(0),
  }));
});

/** Modulus of the network that is looked into. */
export function inspectedModulus({ inspection }: PageState): number {
  return inspection.subject?.summary.configuration.p ?? 59;
}

/** The pair that is traced, as it fits this network. */
export function tracedPair(state: PageState): Pair {
  return fittingPair(state.page.pair, inspectedModulus(state));
}

/** Data of the ensemble figure. */
export function ensembleData({ inspection, kept }: InspectionState): EnsembleData {
  if (inspection === undefined) return { circles: [] };
  const strong = strongFrequencies(inspection);
  return {
    circles: inspection.result.circles
      .filter(({ k }) => strong.includes(k))
      .map(({ k, powerFraction, axisRatio, verdict, accompanies }) => ({
        k,
        powerFraction,
        axisRatio,
        verdict,
        kept: kept.includes(k),
        accompanies: verdict === 'accompanying' ? accompanies : null,
      })),
  };
}

/** Data of one circle's card. */
export function circleCardData(state: PageState, k: number): CircleCardData {
  const p = inspectedModulus(state);
  const { inspection } = state.inspection;
  const picture = inspection && circlePictures(inspection).find(({ circle }) => circle.k === k);
  return {
    p,
    k,
    step: picture?.circle.step ?? null,
    points: picture?.points ?? new Float32Array(0),
    correctLogits: picture?.correctLogits ?? new Float32Array(0),
    fveClock: picture?.circle.fveClock ?? Number.NaN,
    fvePizza: picture?.circle.fvePizza ?? Number.NaN,
    fveAccompanying: picture?.circle.fveAccompanying ?? Number.NaN,
    accompanies: picture?.circle.accompanies ?? null,
    selectedPair: tracedPair(state),
    ...(picture === undefined ? {} : { facts: picture.circle }),
  };
}
