/** What the page does besides training, and what that costs. */
import { startOf } from '../../bench/suite.ts';
import { activateBackend } from '../../engine/backends.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { type AnalysisCost, measureAnalysis } from './analysis-cost.ts';
import { measureSnapshots, type SnapshotCost } from './snapshot-cost.ts';

/** Costs of snapshots and of the full analysis. */
export interface OtherCosts {
  readonly snapshots: readonly SnapshotCost[];
  readonly analyses: readonly AnalysisCost[];
}

/** Where only training is measured. */
export const noOtherCosts: OtherCosts = { snapshots: [], analyses: [] };

/**
 * Measures both on WebAssembly.
 *
 * @param rates attention rates
 * @param quick leaves out the analysis, which takes longest
 */
export async function measureOtherCosts(
  configuration: RunConfiguration,
  rates: readonly number[],
  quick: boolean,
  say: (progress: string) => void,
): Promise<OtherCosts> {
  const snapshots: SnapshotCost[] = [];
  for (const attentionRate of rates) {
    say(`taking snapshots, attention ${attentionRate}`);
    snapshots.push(await measureSnapshots(startOf({ ...configuration, attentionRate })));
  }
  const analyses: AnalysisCost[] = [];
  if (quick) return { snapshots, analyses };
  await activateBackend('wasm', {});
  const shallow = rates.map((attentionRate) => ({ ...configuration, attentionRate }));
  const deep = { ...configuration, attentionRate: rates.at(-1) ?? 0, layers: 4 };
  for (const changed of [...shallow, deep]) {
    say(`analysing, ${changed.layers} layers, attention ${changed.attentionRate}`);
    analyses.push(await measureAnalysis(changed));
  }
  return { snapshots, analyses };
}
