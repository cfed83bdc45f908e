/** What the "Look inside" views show: one network, its analysis, and what the visitor picked in it. */
import type {
  AnalysisProgress,
  FilesToOpen,
  Inspection,
  OpenedSummary,
  PairVotes,
  RemainingNetwork,
} from '../worker/inspection-contract.ts';

export type { AnalysisProgress, Inspection, PairVotes, RemainingNetwork };

/** The network that is looked into and where it comes from. */
export type Subject =
  | {
      readonly kind: 'run';
      /** Number by which the training worker knows the run. */
      readonly run: number;
      readonly summary: OpenedSummary;
    }
  | {
      readonly kind: 'file';
      readonly files: FilesToOpen;
      readonly summary: OpenedSummary;
    };

/** Where the inspection stands. */
export type InspectionPhase = 'empty' | 'opening' | 'asking' | 'analysing' | 'ready' | 'failed';

/** State of the "Look inside" views. */
export interface InspectionState {
  readonly phase: InspectionPhase;
  /** What is being opened in the phase of that name. */
  readonly opening: 'file' | 'run' | undefined;
  readonly subject: Subject | undefined;
  readonly progress: AnalysisProgress | undefined;
  /** What went wrong last, in one sentence; the network on screen is not affected. */
  readonly problem: string | undefined;
  /** True when that was a file: looking into the run meanwhile is no answer to it. */
  readonly problemOfFile: boolean;
  readonly inspection: Inspection | undefined;
  /** Frequencies that are kept; all that were isolated at first. */
  readonly kept: readonly number[];
  /** The network with only the kept circles; that of the circles before until it is computed. */
  readonly remaining: RemainingNetwork | undefined;
  readonly votes: PairVotes | undefined;
  readonly neuron: { readonly index: number; readonly values: Float32Array } | undefined;
}

/** Before anything is looked into. */
export const emptyInspection: InspectionState = {
  phase: 'empty',
  opening: undefined,
  subject: undefined,
  progress: undefined,
  problem: undefined,
  problemOfFile: false,
  inspection: undefined,
  kept: [],
  remaining: undefined,
  votes: undefined,
  neuron: undefined,
};

/** A sum to trace: both numbers below p. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** The pair of the address, made to fit the modulus. */
export function fittingPair({ a, b }: Pair, p: number): Pair {
  return { a: a % p, b: b % p };
}

/** Circles with less of the power are folded away. */
const weakShare = 0.01;

/** The circles worth showing: with 1 % of the power, or the strongest alone if none has. */
export function strongFrequencies({ result: { circles } }: Inspection): readonly number[] {
  const strong = circles.filter(({ powerFraction }) => powerFraction >= weakShare);
  return (strong.length > 0 ? strong : circles.slice(0, 1)).map(({ k }) => k);
}
