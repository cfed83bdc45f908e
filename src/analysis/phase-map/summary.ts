/** What the phase map says in numbers: how many runs count, where each transition lies, the bands. */
import { fitTransition, type Transition } from '../transition.ts';
import { irrelevanceThreshold, symmetricThreshold } from '../verdict.ts';
import { attentionRateEdges, type QuartileBin, quartileBins } from './bins.ts';
import type { MapRun } from './map-run.ts';
import {
  type CircularFilter,
  type ExclusionKind,
  exclusionKind,
  type IrrelevanceForm,
  irrelevanceOf,
  standingOf,
} from './standing.ts';

/** Which runs count, and which q is meant. */
export interface MapChoice {
  readonly filter: CircularFilter;
  readonly form: IrrelevanceForm;
}

/** The map in numbers (SCIENCE section 6). */
export interface MapSummary {
  readonly counts: {
    readonly total: number;
    readonly counted: number;
    /** Why the others do not count: the commonest first. */
    readonly reasons: readonly (readonly [kind: ExclusionKind, runs: number])[];
  };
  /** Over the attention rate; null where all runs are on one side, or none is. */
  readonly transitions: {
    /** Crossed: gradient symmetricity at most 0.98. */
    readonly symmetricity: Transition | null;
    /** Crossed: q at least 0.6. */
    readonly irrelevance: Transition | null;
  };
  /** Quartiles over the attention rate, see `attentionRateEdges`. */
  readonly bins: {
    readonly symmetricity: readonly QuartileBin[];
    readonly irrelevance: readonly QuartileBin[];
  };
}

/**
 * Sums up runs. Those that count but have no attention rate (linear models) are in `counts` alone.
 * Ten thousand runs take about half a second.
 */
export function summariseMap(runs: readonly MapRun[], { filter, form }: MapChoice): MapSummary {
  const counted: MapRun[] = [];
  const reasons = new Map<ExclusionKind, number>();
  for (const run of runs) {
    const standing = standingOf(run, filter, form);
    if (standing === 'counted') {
      counted.push(run);
    } else {
      const kind = exclusionKind(standing);
      reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
    }
  }
  const placed = counted.filter(({ settings }) => Number.isFinite(settings.attentionRate));
  const rates = placed.map(({ settings }) => settings.attentionRate);
  const symmetricity = placed.map((run) => run.gradientSymmetricity);
  const irrelevance = placed.map((run) => irrelevanceOf(run, form));
  const edges = attentionRateEdges(rates);
  return {
    counts: {
      total: runs.length,
      counted: counted.length,
      reasons: [...reasons].sort(([, left], [, right]) => right - left),
    },
    transitions: {
      symmetricity: transitionOf(rates, symmetricity, (value) => value <= symmetricThreshold),
      irrelevance: transitionOf(rates, irrelevance, (value) => value >= irrelevanceThreshold),
    },
    bins: {
      symmetricity: quartileBins(rates, symmetricity, edges),
      irrelevance: quartileBins(rates, irrelevance, edges),
    },
  };
}

function transitionOf(
  rates: readonly number[],
  values: readonly number[],
  isCrossed: (value: number) => boolean,
): Transition | null {
  const points = values.map((value, index) => ({
    x: rates[index] as number,
    crossed: isCrossed(value),
  }));
  return fitTransition(points) ?? null;
}
