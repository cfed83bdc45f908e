/**
 * Chooses where to train: by a short measured trial of the run itself, unless the visitor named a
 * backend. The choice always comes with its reason in words, to be shown on screen.
 */
import type { BackendInspection } from './backend-inspection.ts';
import { activateBackend, backendLabels, inspectBackends, type Platform } from './backends.ts';
import { explainFailure } from './failure.ts';
import { createStockEngine } from './stock/stock-engine.ts';
import type { BackendName, EngineStart } from './training-engine.ts';

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

/** What a trial finds out: time a step, and the losses of the first steps. */
interface Measurement {
  readonly losses: readonly number[];
  readonly millisecondsPerStep: number;
}

/** A backend that trains, with what its trial found. */
interface Trial extends Measurement {
  readonly inspection: AvailableBackend;
}

type AvailableBackend = Extract<BackendInspection, { available: true }>;

/** A trial ends after this time or this many steps, whichever comes first. */
const warmUpSteps = 2;
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
      return replaceRequested(explainFailure(error));
    }
  }
  return replaceRequested(`${label} was asked for, but ${named.reason}.`);

  async function replaceRequested(problem: string): Promise<BackendChoice> {
    const others = inspections.filter(({ backend }) => backend !== request);
    const choice = await chooseFastest(others, start, platform, false);
    const replacement = `${backendLabels[choice.backend]} is used instead.`;
    return { ...choice, reason: `${problem} ${replacement} ${choice.reason}`.trim() };
  }
}

async function chooseFastest(
  inspections: readonly BackendInspection[],
  start: EngineStart,
  platform: Platform,
  asRequested: boolean,
): Promise<BackendChoice> {
  const available = inspections.filter((inspection) => inspection.available);
  const usable = (names: readonly BackendName[]) =>
    names.flatMap((name) =>
      available.filter(({ backend, software }) => backend === name && !software),
    );
  const notes = whyNoHardware(inspections);
  const gpus = usable(['webgpu', 'webgl']);
  // Without a GPU to compare with, there is nothing to measure.
  const measure = (reference?: Trial) =>
    gpus.length > 0 ? measureSteps(start, reference) : { losses: [], millisecondsPerStep: 0 };
  const portable = await firstTrial(usable(['wasm', 'cpu']), platform, notes, measure);
  const hardware = await firstTrial(gpus, platform, notes, () => measure(portable));
  const [best, other] = [hardware, portable]
    .filter((trial) => trial !== undefined)
    .sort((left, right) => left.millisecondsPerStep - right.millisecondsPerStep);
  if (best === undefined) return chooseLastResort(available, platform, notes, asRequested);
  const { backend, device } = best.inspection;
  await activateBackend(backend, platform);
  if (other !== undefined) {
    const times = [best, other].map(
      ({ inspection, millisecondsPerStep }) =>
        `${backendLabels[inspection.backend]} ${millisecondsPerStep.toFixed(1)} ms`,
    );
    notes.push(`Measured: ${times.join(', ')} a step.`);
  }
  return { backend, device, reason: notes.join(' '), asRequested };
}

/**
 * Tries backends in order until one trains properly.
 *
 * @param notes receives a sentence for each that does not
 * @param measure times the active backend
 */
async function firstTrial(
  candidates: readonly AvailableBackend[],
  platform: Platform,
  notes: string[],
  measure: () => Measurement | Promise<Measurement>,
): Promise<Trial | undefined> {
  for (const inspection of candidates) {
    try {
      await activateBackend(inspection.backend, platform);
      return { inspection, ...(await measure()) };
    } catch (error) {
      notes.push(explainFailure(error));
    }
  }
  return undefined;
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

/**
 * Trains a few steps on the active backend and times them, after warming up.
 *
 * @throws Error when the losses are not finite or not those of the reference
 */
async function measureSteps(
  start: EngineStart,
  reference: Trial | undefined,
): Promise<Measurement> {
  const engine = createStockEngine(start);
  const label = backendLabels[engine.backend];
  try {
    const losses = (await engine.advance(warmUpSteps)).map(({ trainLoss }) => trainLoss);
    if (!losses.every(Number.isFinite)) {
      throw new Error(`${label} gives no finite loss on this device.`);
    }
    if (reference !== undefined && !agree(losses, reference.losses)) {
      throw new Error(`${label} computes other losses than WebAssembly on this device.`);
    }
    const begin = performance.now();
    let steps = 0;
    while (steps < trialSteps && performance.now() - begin < trialMilliseconds) {
      const batch = Math.min(trialSteps - steps, Math.max(1, steps));
      await engine.advance(batch);
      steps += batch;
    }
    return { losses, millisecondsPerStep: (performance.now() - begin) / steps };
  } finally {
    engine.dispose();
  }
}

function agree(losses: readonly number[], expected: readonly number[]): boolean {
  return losses.every((loss, index) => {
    const other = expected[index] as number;
    return Math.abs(loss - other) <= 1e-3 * Math.abs(other);
  });
}
