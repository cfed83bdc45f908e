/** Our own engine on the GPU, on the same device as TensorFlow.js. */
import { inspectBackend } from '../../engine/backends/inspections.ts';
import { activateBackend, type Platform } from '../../engine/backends.ts';
import { createGpuEngine } from '../../engine/gpu/gpu-engine.ts';
import { type Contender, type EngineStart, type Trainer, Unavailable } from '../contender.ts';
import { median } from '../statistics.ts';
import { words } from './words.ts';

/** @param runsOn name of the device */
export function fusedGpuContender(platform: Platform, runsOn: string): Contender {
  return {
    name: 'webgpu',
    get label() {
      return words('ownFused');
    },
    runsOn,
    open: (start) => openFused(start, platform),
  };
}

async function openFused(start: EngineStart, platform: Platform): Promise<Trainer> {
  const inspection = await inspectBackend('webgpu');
  if (!inspection.available) throw new Unavailable(inspection.reason);
  await activateBackend('webgpu', platform);
  const engine = await createGpuEngine(start);
  const encodeTimes: number[] = [];
  return {
    async advance(count) {
      const { encodedSteps, encodeMilliseconds } = engine;
      const losses = await engine.advance(count);
      const steps = engine.encodedSteps - encodedSteps;
      encodeTimes.push((engine.encodeMilliseconds - encodeMilliseconds) / steps);
      return losses;
    },
    costs: async () => ({
      launchesPerStep: engine.launchesPerStep,
      encodeMilliseconds: median(encodeTimes),
      bytes: engine.memory().bytes,
    }),
    close: () => engine.dispose(),
  };
}
