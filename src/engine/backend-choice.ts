/**
 * Chooses where to train: by a short measured trial of the run itself, unless the visitor named a
 * backend. The choice always comes with its reason in words, to be shown on screen.
 */
import type { BackendInspection } from './backend-inspection.ts';
import { activateBackend, backendLabels, inspectBackends, type Platform } from './backends.ts';
import { createStockEngine, type EngineStart } from './stock-engine.ts';
import type { BackendName } from './training-engine.ts';

/** A backend by name, or the fastest one. */
export type BackendRequest = BackendName | 'auto';

/** The chosen backend, now active, and why it was chosen. */
export interface BackendChoice {
  readonly backend: BackendName;
  readonly device: string;
  readonly reason: string;
  /** False when the visitor named a backend that could not be used. */
  readonly asRequested: boolean;
}

/** Result of a trial: time a step, or why there is none. */
interface Trial {
  readonly inspection: AvailableBackend;
  readonly millisecondsPerStep: number;
}

type AvailableBackend = Extract<BackendInspection, { available: true }>;

/** A trial ends after this time or this many steps, whichever comes first. */
const trialMilliseconds = 250;
const trialSteps = 20;

/**
 * Chooses and activates a backend for a run.
 *
 * @throws Error when nothing at all can train here
 */
export async function chooseBackend(
  request: BackendRequest,
  start: EngineStart,
  platform: Platform,
): Promise<BackendChoice> {
  const inspections = await inspectBackends();
  if (request === 'auto') return chooseFastest(inspections, start, platform, true);
  const named = inspections.find(({ backend }) => backend === request) as BackendInspection;
  const label = backendLabels[request];
  if (named.available) {
    try {
      await activateBackend(request, platform);
      return {
        backend: request,
        device: named.device,
        reason: `${label} was asked for${named.software ? '; it runs in software here, which is slow' : ''}.`,
        asRequested: true,
      };
    } catch (error) {
      return replaceRequested(error instanceof Error ? error.message : String(error));
    }
  }
  return replaceRequested(`${label} was asked for, but ${named.reason}.`);

  async function replaceRequested(problem: string): Promise<BackendChoice> {
    const others = inspections.filter(({ backend }) => backend !== request);
    const choice = await chooseFastest(others, start, platform, false);
    return { ...choice, reason: `${problem} ${choice.reason}` };
  }
}

async function chooseFastest(
  inspections: readonly BackendInspection[],
  start: EngineStart,
  platform: Platform,
  asRequested: boolean,
): Promise<BackendChoice> {
  const available = inspections.filter((inspection) => inspection.available);
  const usable = (name: BackendName) =>
    available.find(({ backend, software }) => backend === name && !software);
  const hardware = usable('webgpu') ?? usable('webgl');
  const portable = usable('wasm') ?? usable('cpu');
  const notes = whyNoHardware(inspections);
  const trials: Trial[] = [];
  for (const inspection of [hardware, portable]) {
    if (inspection === undefined) continue;
    try {
      await activateBackend(inspection.backend, platform);
      const needsTrial = hardware !== undefined && portable !== undefined;
      trials.push({
        inspection,
        millisecondsPerStep: needsTrial ? await measureSteps(start) : 0,
      });
    } catch (error) {
      notes.push(error instanceof Error ? error.message : String(error));
    }
  }
  const [best, other] = trials.sort((a, b) => a.millisecondsPerStep - b.millisecondsPerStep);
  if (best === undefined) return chooseLastResort(available, platform, notes, asRequested);
  const { backend, device } = best.inspection;
  await activateBackend(backend, platform);
  if (other !== undefined) {
    notes.push(
      `Measured: ${[best, other].map(({ inspection, millisecondsPerStep }) => `${backendLabels[inspection.backend]} ${millisecondsPerStep.toFixed(1)} ms`).join(', ')} a step.`,
    );
  }
  return { backend, device, reason: notes.join(' '), asRequested };
}

async function chooseLastResort(
  available: readonly AvailableBackend[],
  platform: Platform,
  notes: readonly string[],
  asRequested: boolean,
): Promise<BackendChoice> {
  for (const { backend, device } of [...available].reverse()) {
    try {
      await activateBackend(backend, platform);
      return { backend, device, reason: notes.join(' '), asRequested };
    } catch {
      // The next one may still work.
    }
  }
  throw new Error('This browser cannot train: neither WebGPU, WebGL nor WebAssembly works here.');
}

function whyNoHardware(inspections: readonly BackendInspection[]): string[] {
  const webGpu = inspections.find(({ backend }) => backend === 'webgpu');
  if (webGpu === undefined) return [];
  if (!webGpu.available) return [`No WebGPU: ${webGpu.reason}.`];
  return webGpu.software
    ? [
        `WebGPU has only a software adapter here (${webGpu.device}), which is slower than WebAssembly.`,
      ]
    : [];
}

/** Milliseconds a step of the run takes on the active backend, after warming up. */
async function measureSteps(start: EngineStart): Promise<number> {
  const engine = createStockEngine(start);
  try {
    await engine.advance(2);
    const begin = performance.now();
    let steps = 0;
    while (steps < trialSteps && performance.now() - begin < trialMilliseconds) {
      const batch = Math.min(trialSteps - steps, Math.max(1, steps));
      const metrics = await engine.advance(batch);
      if (metrics.some(({ trainLoss }) => !Number.isFinite(trainLoss))) {
        throw new Error(`${backendLabels[engine.backend]} gives no finite loss on this device.`);
      }
      steps += batch;
    }
    return (performance.now() - begin) / steps;
  } finally {
    engine.dispose();
  }
}
