/**
 * Chooses where to train: by a short measured trial of the run itself, unless the visitor named a
 * backend. The choice always comes with its reason in words, to be shown on screen.
 */
import english from '../messages/en/engine/backend-choice.json';
import { formatDecimals } from '../messages/numbers.ts';
import { createWords } from '../messages/words.ts';
import type { BackendInspection } from './backend-inspection.ts';
import { backendLabels, inspectBackend, inspectBackends } from './backends/inspections.ts';
import type { Platform } from './backends.ts';
import { chooseEngine } from './engine-choice.ts';
import { type EngineKind, readyBackend } from './engines.ts';
import { explainFailure } from './failure.ts';
import { type Measurement, measureSteps } from './step-trial.ts';
import type { BackendName, EngineStart } from './training-engine.ts';

const words = createWords('engine/backend-choice', english);

/** A backend by name, or the fastest one. */
export type BackendRequest = BackendName | 'auto';

/** The chosen backend, now ready, and why it was chosen. */
export interface BackendChoice {
  readonly backend: BackendName;
  readonly engine: EngineKind;
  readonly device: string;
  readonly reason: string;
  /** False when the visitor named a backend that could not be used. */
  readonly asRequested: boolean;
}

/** A backend that trains, with what its trial found. */
interface Trial extends Measurement {
  readonly inspection: AvailableBackend;
  readonly engine: EngineKind;
}

type AvailableBackend = Extract<BackendInspection, { available: true }>;

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
  if (request === 'auto') return chooseFastest(await inspectBackends(), start, platform, true);
  // Only the one that is named is asked: others may take long to answer.
  const named = await inspectBackend(request);
  const label = backendLabels[request];
  if (named.available) {
    try {
      await readyBackend(request, platform);
      const notes: string[] = [];
      const engine = await chooseEngine(request, start, notes);
      const wish = words(named.software ? 'askedInSoftware' : 'asked', { backend: label });
      return {
        backend: request,
        engine,
        device: named.device,
        reason: together([wish, ...notes]),
        asRequested: true,
      };
    } catch (error) {
      return replaceRequested(explainFailure(error, label));
    }
  }
  return replaceRequested(words('askedInVain', { backend: label, reason: named.reason }));

  async function replaceRequested(problem: string): Promise<BackendChoice> {
    const others = (await inspectBackends()).filter(({ backend }) => backend !== request);
    const choice = await chooseFastest(others, start, platform, false);
    const replacement = words('usedInstead', { backend: backendLabels[choice.backend] });
    return { ...choice, reason: together([problem, replacement, choice.reason]) };
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
  const notes = [...whyNoHardware(inspections), ...whyNoWebAssembly(inspections)];
  const gpus = usable(['webgpu', 'webgl']);
  // Without a GPU to compare with, there is nothing to measure.
  const measure = (kind: EngineKind, reference?: Trial) =>
    gpus.length > 0 ? measureSteps(kind, start, reference) : { losses: [], millisecondsPerStep: 0 };
  const tryOut = (candidates: readonly AvailableBackend[], reference?: Trial) =>
    firstTrial(candidates, start, platform, notes, (kind) => measure(kind, reference));
  const portable = await tryOut(usable(['wasm', 'cpu']));
  const hardware = await tryOut(gpus, portable);
  const [best, other] = [hardware, portable]
    .filter((trial) => trial !== undefined)
    .sort((left, right) => left.millisecondsPerStep - right.millisecondsPerStep);
  if (best === undefined) return chooseLastResort(available, start, platform, notes, asRequested);
  const { backend, device } = best.inspection;
  await readyBackend(backend, platform);
  if (other !== undefined) {
    notes.push(
      words('measured', {
        best: backendLabels[backend],
        bestTime: formatDecimals(best.millisecondsPerStep, 1),
        other: backendLabels[other.inspection.backend],
        otherTime: formatDecimals(other.millisecondsPerStep, 1),
      }),
    );
  }
  return { backend, engine: best.engine, device, reason: together(notes), asRequested };
}

/**
 * Tries backends in order until one trains properly.
 *
 * @param notes receives a sentence for each that does not
 * @param measure times an engine
 */
async function firstTrial(
  candidates: readonly AvailableBackend[],
  start: EngineStart,
  platform: Platform,
  notes: string[],
  measure: (engine: EngineKind) => Measurement | Promise<Measurement>,
): Promise<Trial | undefined> {
  for (const inspection of candidates) {
    try {
      await readyBackend(inspection.backend, platform);
      const engine = await chooseEngine(inspection.backend, start, notes);
      return { inspection, engine, ...(await measure(engine)) };
    } catch (error) {
      notes.push(explainFailure(error, backendLabels[inspection.backend]));
    }
  }
  return undefined;
}

async function chooseLastResort(
  available: readonly AvailableBackend[],
  start: EngineStart,
  platform: Platform,
  notes: string[],
  asRequested: boolean,
): Promise<BackendChoice> {
  for (const { backend, device } of [...available].reverse()) {
    try {
      await readyBackend(backend, platform);
      const engine = await chooseEngine(backend, start, notes);
      return { backend, engine, device, reason: together(notes), asRequested };
    } catch {
      // The next one may still work.
    }
  }
  throw new Error(words('nothingWorks'));
}

function whyNoWebAssembly(inspections: readonly BackendInspection[]): string[] {
  const wasm = inspections.find(({ backend }) => backend === 'wasm');
  return wasm === undefined || wasm.available
    ? []
    : [words('noWebAssembly', { reason: wasm.reason })];
}

function whyNoHardware(inspections: readonly BackendInspection[]): string[] {
  const webGpu = inspections.find(({ backend }) => backend === 'webgpu');
  if (webGpu === undefined) return [];
  if (!webGpu.available) return [words('noWebGpu', { reason: webGpu.reason })];
  return webGpu.software ? [words('softwareAdapter', { device: webGpu.device })] : [];
}

/** Sentences one after the other. */
function together(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((text, more) => (text === '' ? more : words('sentences', { text, more })), '');
}
