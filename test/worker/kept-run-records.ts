/** A run as a browser's database has it: trained for some steps, and copied there. */
import { createWasmEngine } from '../../src/engine/cpu/cpu-engine.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import type { Snapshot } from '../../src/worker/contract.ts';
import type { KeptRun, StoredRun } from '../../src/worker/kept-run-contract.ts';
import { TrainingRun } from '../../src/worker/training-run.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

/** A run that was trained on WebAssembly. */
export async function trainedRun(changes: Partial<RunConfiguration> = {}): Promise<KeptRun> {
  const configuration = smallConfiguration({ steps: 30, ...changes });
  const engine = await createWasmEngine(startOf(configuration));
  const timeline: Snapshot[] = [];
  const run = new TrainingRun(configuration, engine, (snapshot) => void timeline.push(snapshot));
  await run.report();
  await run.train();
  const state = await engine.state();
  await run.dispose();
  return {
    ...{ id: 'a', savedAt: 1e12, configuration, backend: 'wasm', step: state.step },
    ...{ state, timeline },
  };
}

/** The same in a database, which copies what it is given. */
export function storedRun(run: KeptRun) {
  const { state, timeline, ...header } = run;
  return structuredClone({ header, state, moments: timeline }) satisfies StoredRun;
}
