/** What to do when a device is lost in the middle of a run: again, or elsewhere, or not any more. */
import { isSoftwareDevice } from '../engine/backend-inspection.ts';
import { backendLabels, inspectBackend } from '../engine/backends/inspections.ts';
import type { Platform } from '../engine/backends.ts';
import { usefulThreads } from '../engine/cpu/second-thread/useful-threads.ts';
import {
  backendOf,
  createEngine,
  type EngineKind,
  forgetGpu,
  readyBackend,
} from '../engine/engines.ts';
import { checkEngine } from '../engine/self-check.ts';
import type { EngineStart, TrainingEngine } from '../engine/training-engine.ts';
import { words } from './training-words.ts';

/** Losses within this time, milliseconds, count together … */
const lossWindow = 60_000;
/** … and so many of them are too many. */
const mostLosses = 3;
/** Milliseconds a fresh GPU may take: another backend has to be there within three seconds too. */
const longestStart = 2000;

/** Milliseconds for a processor, which is only ever slow, never silent. */
const longestOnProcessor = 60_000;

/** What comes after a loss. */
export type Consequence = 'fresh' | 'safer' | 'give up';

/** Counts losses. */
export class LossCounter {
  private times: number[] = [];
  private isSafer = false;

  /** @param now clock in milliseconds, for tests */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** To be called at each loss. */
  count(): Consequence {
    const time = this.now();
    this.times = [...this.times.filter((earlier) => time - earlier < lossWindow), time];
    if (this.times.length < mostLosses) return 'fresh';
    if (this.isSafer) return 'give up';
    this.isSafer = true;
    this.times = [];
    return 'safer';
  }
}

/** An engine made again, and where. */
export interface Replacement {
  readonly kind: EngineKind;
  readonly engine: TrainingEngine;
  readonly device: string;
  /** True when it is of the same kind as the one that was lost. */
  readonly isSame: boolean;
}

/** Lets go of what was lost: from then on it says nothing any more. */
export async function letGo(kind: EngineKind): Promise<void> {
  if (isGpu(kind)) await forgetGpu();
}

/**
 * Makes an engine in the place of one that was lost.
 *
 * @param kind what was lost
 * @param device its name
 * @throws Error with one plain sentence when nothing is left to train on
 */
export async function replaceEngine(
  kind: EngineKind,
  device: string,
  consequence: Consequence,
  start: EngineStart,
  platform: Platform,
): Promise<Replacement> {
  const ways = [...(consequence === 'fresh' ? [kind] : []), ...saferKinds(kind)];
  for (const way of ways) {
    const isSame = way === kind;
    const limit = isGpu(way) ? longestStart : longestOnProcessor;
    const engine = await withinTime(make(way, device, start, platform), limit);
    if (engine === undefined) {
      await letGo(way);
      continue;
    }
    return { kind: way, engine, device: isSame ? device : await deviceOf(way), isSame };
  }
  throw new Error(words('nothingLeft', { backend: backendLabels[backendOf(kind)] }));
}

function isGpu(kind: EngineKind): boolean {
  return ['webgpu', 'webgl'].includes(backendOf(kind));
}

/** Kinds that are left, the fastest first: processors do not get lost. */
function saferKinds(kind: EngineKind): EngineKind[] {
  if (kind === 'cpu') return [];
  return kind === 'wasm' ? ['cpu'] : ['wasm', 'cpu'];
}

async function make(
  kind: EngineKind,
  lostDevice: string,
  start: EngineStart,
  platform: Platform,
): Promise<TrainingEngine> {
  if (isGpu(kind) && !isSoftwareDevice(lostDevice)) {
    // Browsers whose GPU process has died too often offer one in software, which is slower than none.
    const inspection = await inspectBackend(backendOf(kind));
    if (!inspection.available || inspection.software) throw new Error('The GPU is gone.');
  }
  await readyBackend(backendOf(kind), platform);
  await checkEngine((known) => createEngine(kind, known));
  const threads = kind === 'wasm' ? usefulThreads(start.configuration) : 1;
  return createEngine(kind, start, threads);
}

/** Undefined when it fails or takes too long; what comes too late is freed. */
async function withinTime(
  making: Promise<TrainingEngine>,
  milliseconds: number,
): Promise<TrainingEngine | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve(undefined);
    }, milliseconds);
  });
  const made = making.then(
    (engine) => {
      if (isLate) engine.dispose();
      return engine;
    },
    () => undefined,
  );
  return Promise.race([made, late]).finally(() => clearTimeout(timer));
}

async function deviceOf(kind: EngineKind): Promise<string> {
  const inspection = await inspectBackend(backendOf(kind));
  return inspection.available ? inspection.device : backendLabels[inspection.backend];
}
