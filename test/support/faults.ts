/**
 * Breaks things under a page that trains: the code that runs is the built page's own, only what the
 * browser gives it is changed.
 */
import type { Page, Worker as PageWorker } from 'playwright-core';
import { waitForStep } from './lab-page.ts';

/** What the prelude leaves in a worker for tests. */
interface FaultyWorker {
  device: GPUDevice | undefined;
  /** Threads that it has started. */
  readonly threads: Worker[];
  /** What the GPU does when it is asked for again. */
  adapter: 'as ever' | 'none' | 'silent';
  /** What becomes of numbers that are read from it. */
  readings: 'true' | 'wrong' | 'not a number';
  /** Whether shaders compile. */
  shaders: 'compile' | 'fail';
  /** Whether a GPU may take longer to start again than visitors would wait. */
  isPatient: boolean;
}

/** Text that is put before a worker's own. */
function prelude(): void {
  const marks = self as unknown as { faults: FaultyWorker };
  const faults: FaultyWorker = {
    ...{ device: undefined, threads: [], adapter: 'as ever', readings: 'true', shaders: 'compile' },
    isPatient: false,
  };
  marks.faults = faults;
  self.Worker = class extends Worker {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      faults.threads.push(this);
    }
  };
  // A GPU in software on a busy machine needs longer than a real one to start again.
  const { setTimeout: wait } = self;
  const patient = (run: TimerHandler, milliseconds = 0) =>
    wait(run, milliseconds === 2000 && faults.isPatient ? 30_000 : milliseconds);
  self.setTimeout = patient as unknown as typeof setTimeout;
  const gpu = (navigator as Navigator).gpu as GPU | undefined;
  if (gpu === undefined) return;
  const { requestAdapter } = gpu;
  Object.getPrototypeOf(gpu).requestAdapter = function (options: GPURequestAdapterOptions) {
    if (faults.adapter === 'none') return Promise.resolve(null);
    if (faults.adapter === 'silent') return new Promise(() => undefined);
    return requestAdapter.call(this, options);
  };
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (options) {
    faults.device = await requestDevice.call(this, options);
    return faults.device;
  };
  const { createShaderModule } = GPUDevice.prototype;
  GPUDevice.prototype.createShaderModule = function (descriptor) {
    const code = faults.shaders === 'fail' ? 'this is no shader' : descriptor.code;
    return createShaderModule.call(this, { ...descriptor, code });
  };
  const { getMappedRange } = GPUBuffer.prototype;
  GPUBuffer.prototype.getMappedRange = function (...range) {
    const bytes = getMappedRange.apply(this, range);
    if (faults.readings === 'true') return bytes;
    const numbers = new Float32Array(bytes.slice(0));
    for (let index = 0; index < numbers.length; index++) {
      const value = numbers[index] as number;
      numbers[index] = faults.readings === 'wrong' ? 1.5 * value + 1 : Number.NaN;
    }
    return numbers.buffer;
  };
}

/** Lets workers that train be broken. To be called before the page trains. */
export async function preparePageForFaults(page: Page, start: Partial<FaultyWorker> = {}) {
  await page.route(/\/assets\/training-worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const settings = `Object.assign(self.faults, ${JSON.stringify(start)});`;
    const body = `(${prelude.toString()})();${settings}\n${await response.text()}`;
    await route.fulfill({ response, body });
  });
}

/** The worker that trains. */
export function trainingWorker(page: Page): PageWorker {
  const found = page.workers().findLast((worker) => worker.url().includes('/training-worker-'));
  if (found === undefined) throw new Error('Nothing trains on this page.');
  return found;
}

/** Breaks something in the worker that trains. */
export function inWorker(page: Page, work: (faults: FaultyWorker) => void): Promise<void> {
  return trainingWorker(page).evaluate(
    `(${work.toString()})(self.faults)`,
  ) as unknown as Promise<void>;
}

/** What became of a run that something was done to. */
export interface FaultReport {
  readonly fault: string;
  readonly survived: boolean;
  readonly stepsLost: number;
  /** Until the run went on, or the page said what happened. */
  readonly milliseconds: number;
}

/** All that was injected in this file. */
export const reports: FaultReport[] = [];

/** A moment in the middle of a run: up to a second after a step, never the same. */
export async function someTimeAfterStep(page: Page, step: number): Promise<void> {
  await waitForStep(page, step);
  await page.waitForTimeout(1000 * Math.random());
}

/**
 * Does something to a run and waits for what the page says about it.
 *
 * @param inject does it
 * @param said what the page then shows
 * @returns the notice
 */
export async function injectFault(
  page: Page,
  fault: string,
  inject: () => Promise<unknown>,
  said: RegExp,
): Promise<string> {
  const began = performance.now();
  let notice = '';
  try {
    await inject();
    const place = page.getByRole('status').filter({ hasText: said }).last();
    await place.waitFor({ timeout: 100_000 });
    notice = ((await place.textContent()) ?? '').replaceAll(/\s+/g, ' ');
  } finally {
    const milliseconds = performance.now() - began;
    const again = /(\d[\d,]*) steps? (?:is|are) made again/.exec(notice)?.[1];
    const stepsLost = again === undefined ? 0 : numberOf(again);
    reports.push({ fault, survived: notice !== '', stepsLost, milliseconds });
  }
  return notice;
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

/** One line a fault, and how many of them were survived. */
export function reportLines(): string {
  const survived = reports.filter((report) => report.survived).length;
  const lines = reports.map(
    ({ fault, survived: alive, stepsLost, milliseconds }) =>
      `${alive ? 'survived' : 'LOST    '}  ${String(stepsLost).padStart(5)} steps again  ${(milliseconds / 1000).toFixed(1).padStart(5)} s  ${fault}`,
  );
  return [...lines, `${survived} of ${reports.length} faults survived`].join('\n');
}
