/** One run as the phase map shows it, wherever it was trained. */
import {
  describeConfiguration,
  isTransformer,
  type RunConfiguration,
} from '../../model/configuration.ts';
import { circularThreshold } from '../circularity.ts';
import { type FrequencyShare, mainFrequencies } from '../spectrum.ts';
import { roundThreshold } from '../verdict.ts';

/** The settings that runs are compared by. */
export interface MapSettings {
  /** α, 0 … 1; NaN for linear models, which have no attention. */
  readonly attentionRate: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly p: number;
  readonly weightDecay: number;
  readonly trainFraction: number;
  readonly steps: number;
  readonly activation: string;
  readonly separateEmbeddings: boolean;
  readonly equalsToken: boolean;
  readonly model: string;
}

/** Measures of a run that the map shows. NaN for what was not measured. */
export interface MapMeasures {
  readonly gradientSymmetricity: number;
  /** On the correct logit, as the paper defines it. */
  readonly distanceIrrelevance: number;
  /** On the largest wrong logit, as in the authors' table. */
  readonly distanceIrrelevanceWrongLogit: number;
  readonly circularity: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
}

/** A run of the map. */
export interface MapRun extends MapMeasures {
  readonly settings: MapSettings;
  /** Null where nobody knows it. */
  readonly seed: number | null;
  readonly id: string;
  /** See `VerdictKind`; null where none was given. */
  readonly verdict: string | null;
  /** The paper's filter: circularity at least 0.995. */
  readonly isCircular: boolean;
  /** A main plane of the embedding is round; null where nobody knows. */
  readonly hasRoundPlane: boolean | null;
  /** Its numbers overflowed. */
  readonly diverged: boolean;
}

/** Measures as files keep them: null for what has no number. */
type KeptMeasures = { readonly [Key in keyof MapMeasures]: number | null };

/** A run of ours: a `NetworkResult` and the lines of a sweep both have such a result. */
export interface OwnRun {
  readonly configuration: RunConfiguration;
  readonly result: KeptMeasures & {
    readonly frequencies: readonly FrequencyShare[];
    readonly verdict: string;
  };
  readonly diverged: boolean;
}

/** A run that was measured elsewhere: what is left out is not known. */
export interface OutsideRun
  extends Omit<MapSettings, 'model'>,
    Omit<MapMeasures, 'distanceIrrelevance'> {
  readonly id: string;
  readonly distanceIrrelevance?: number;
  /** A transformer when left out. */
  readonly model?: string;
  readonly seed?: number;
  readonly diverged?: boolean;
}

/** A run of ours on the map. */
export function mapRunOf({ configuration, result, diverged }: OwnRun): MapRun {
  const attentionRate = isTransformer(configuration) ? configuration.attentionRate : Number.NaN;
  const { frequencies, verdict } = result;
  return {
    settings: settingsOf({ ...configuration, attentionRate }),
    seed: configuration.seed,
    id: describeConfiguration(configuration),
    verdict,
    ...judged(measuresOf(result)),
    hasRoundPlane: mainFrequencies(frequencies).some(
      ({ axisRatio }) => axisRatio >= roundThreshold,
    ),
    diverged,
  };
}

/** A run of others on the map, for example of the authors' table. */
export function mapRunOfMeasures(run: OutsideRun): MapRun {
  return {
    settings: settingsOf({ ...run, model: run.model ?? 'transformer' }),
    seed: run.seed ?? null,
    id: run.id,
    verdict: null,
    ...judged(measuresOf({ ...run, distanceIrrelevance: run.distanceIrrelevance ?? null })),
    hasRoundPlane: null,
    diverged: run.diverged ?? false,
  };
}

function judged(measures: MapMeasures): MapMeasures & Pick<MapRun, 'isCircular'> {
  return { ...measures, isCircular: measures.circularity >= circularThreshold };
}

function settingsOf(settings: MapSettings): MapSettings {
  const { attentionRate, width, layers, heads, p, weightDecay, trainFraction } = settings;
  const { steps, activation, separateEmbeddings, equalsToken, model } = settings;
  return {
    attentionRate,
    width,
    layers,
    heads,
    p,
    weightDecay,
    trainFraction,
    steps,
    activation,
    separateEmbeddings,
    equalsToken,
    model,
  };
}

function measuresOf(kept: KeptMeasures): MapMeasures {
  return {
    gradientSymmetricity: kept.gradientSymmetricity ?? Number.NaN,
    distanceIrrelevance: kept.distanceIrrelevance ?? Number.NaN,
    distanceIrrelevanceWrongLogit: kept.distanceIrrelevanceWrongLogit ?? Number.NaN,
    circularity: kept.circularity ?? Number.NaN,
    trainAccuracy: kept.trainAccuracy ?? Number.NaN,
    testAccuracy: kept.testAccuracy ?? Number.NaN,
  };
}
