/** What the full analysis of a network costs. */
import { sampleTriples } from '../../analysis/gradient-symmetricity.ts';
import { analyseNetwork } from '../../analysis/network-analysis.ts';
import { median } from '../../bench/statistics.ts';
import { createLogitsComputer } from '../../engine/cpu/network-logits.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { trainedNetwork } from '../../model/network.ts';
import { initialParameters } from '../../model/parameters.ts';

const repeats = 3;

/** Seconds of one full analysis. */
export interface AnalysisCost {
  readonly layers: number;
  readonly attention: number;
  /** Median. */
  readonly seconds: number;
  /** What it should take at p = 59, width 128 on two cores without a GPU; null elsewhere. */
  readonly targetSeconds: number | null;
}

/**
 * Analyses an untrained network on the active backend, which is the dearest case: all of its circles
 * are strong enough to be isolated.
 */
export async function measureAnalysis(configuration: RunConfiguration): Promise<AnalysisCost> {
  const { layers, attentionRate, p, width, seed } = configuration;
  const network = trainedNetwork(configuration, initialParameters(configuration));
  const computer = await createLogitsComputer();
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const began = performance.now();
    await analyseNetwork(network, computer.logits, { triples: sampleTriples(p, seed), step: 0 });
    times.push((performance.now() - began) / 1000);
  }
  const known = p === 59 && width === 128;
  return {
    layers,
    attention: attentionRate,
    seconds: median(times),
    targetSeconds: known && layers === 1 ? 2 : known && layers === 4 ? 10 : null,
  };
}
