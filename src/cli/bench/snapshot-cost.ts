/** What a snapshot costs: the page takes one several times a second while it trains. */
import { distanceIrrelevance } from '../../analysis/distance-irrelevance.ts';
import { gradientSymmetricity, sampleTriples } from '../../analysis/gradient-symmetricity.ts';
import { snapshotCostFactor } from '../../analysis/measuring-share.ts';
import { reportNetwork } from '../../analysis/result.ts';
import { median } from '../../bench/statistics.ts';
import { createWasmEngine } from '../../engine/cpu/cpu-engine.ts';
import type { EngineStart } from '../../engine/training-engine.ts';
import { trainedNetwork } from '../../model/network.ts';

const repeats = 5;
/** Steps made before: a network that has never moved is not the usual case. */
const warmUpSteps = 5;

/** Median milliseconds of each part of a snapshot. */
export interface SnapshotCost {
  readonly attention: number;
  /** Forward pass over all pairs, with loss, accuracies and the logits the views draw. */
  readonly evaluate: number;
  /** Reading all parameters back. */
  readonly readParameters: number;
  /** All measures and the verdict. */
  readonly measures: number;
  readonly total: number;
  /** Gradient symmetricity and both forms of q, which are part of the measures. */
  readonly symmetricity: number;
  /** Share of a live run's time they take when snapshots come as often as they may, 0 … 1. */
  readonly symmetricityShare: number;
}

/** Measures snapshots of a network on our WebAssembly engine. */
export async function measureSnapshots(start: EngineStart): Promise<SnapshotCost> {
  const { configuration } = start;
  const engine = await createWasmEngine(start);
  const triples = sampleTriples(configuration.p, configuration.seed);
  const times: [evaluate: number, read: number, measures: number, symmetricity: number][] = [];
  try {
    await engine.advance(warmUpSteps);
    for (let repeat = 0; repeat < repeats; repeat++) {
      const began = performance.now();
      const { metrics, ...logits } = await engine.evaluate();
      const evaluated = performance.now();
      const parameters = await engine.parameters();
      const read = performance.now();
      const network = trainedNetwork(configuration, parameters);
      reportNetwork({ ...network, ...logits }, metrics, triples);
      const measured = performance.now();
      gradientSymmetricity(network, triples);
      distanceIrrelevance(logits.correctLogits, configuration.p);
      distanceIrrelevance(logits.largestWrongLogits, configuration.p);
      const symmetricity = performance.now() - measured;
      times.push([evaluated - began, read - evaluated, measured - read, symmetricity]);
    }
  } finally {
    engine.dispose();
  }
  const total = median(times.map(([evaluate, read, measures]) => evaluate + read + measures));
  const symmetricity = median(times.map(([, , , own]) => own));
  return {
    attention: configuration.attentionRate,
    evaluate: median(times.map(([evaluate]) => evaluate)),
    readParameters: median(times.map(([, read]) => read)),
    measures: median(times.map(([, , measures]) => measures)),
    total,
    symmetricity,
    symmetricityShare: symmetricity / (total * (1 + snapshotCostFactor)),
  };
}
