/** Lets a page train for long while it is looked at, and watches what it holds. */
import type { CDPSession, Page } from 'playwright-core';
import { trainingWorker } from './faults.ts';

/** What is held at a moment, bytes. */
export interface Held {
  /** Seconds since the beginning. */
  readonly time: number;
  readonly pageHeap: number;
  /** Buffers on the GPU, and how many there are. */
  readonly gpuBytes: number;
  readonly gpuBuffers: number;
  /** Memories of WebAssembly. */
  readonly wasmBytes: number;
}

/** Counts what a worker takes and gives back; text that is put before the worker's own. */
function counting(): void {
  const held = { gpuBytes: 0, gpuBuffers: 0, memories: [] as WeakRef<WebAssembly.Memory>[] };
  (self as unknown as { held: typeof held }).held = held;
  const OwnMemory = WebAssembly.Memory;
  WebAssembly.Memory = class extends OwnMemory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      held.memories.push(new WeakRef(this));
    }
  };
  if (typeof GPUDevice === 'undefined') return;
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    held.gpuBytes += descriptor.size;
    held.gpuBuffers += 1;
    let isHeld = true;
    const { destroy } = buffer;
    buffer.destroy = () => {
      if (isHeld) {
        held.gpuBytes -= descriptor.size;
        held.gpuBuffers -= 1;
      }
      isHeld = false;
      destroy.call(buffer);
    };
    return buffer;
  };
}

/** To be called before the page trains. */
export async function countWhatIsHeld(page: Page): Promise<void> {
  await page.route(/\/assets\/training-worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: `(${counting.toString()})();\n${await response.text()}`,
    });
  });
}

/** What the page holds now, and its worker outside of JavaScript's own heap, after what nobody needs any more was let go. */
export async function whatIsHeld(page: Page, devtools: CDPSession, began: number): Promise<Held> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const worker = await trainingWorker(page).evaluate(() => {
    const { held } = self as unknown as {
      held: { gpuBytes: number; gpuBuffers: number; memories: WeakRef<WebAssembly.Memory>[] };
    };
    return {
      gpuBytes: held.gpuBytes,
      gpuBuffers: held.gpuBuffers,
      wasmBytes: held.memories.reduce(
        (sum, reference) => sum + (reference.deref()?.buffer.byteLength ?? 0),
        0,
      ),
    };
  });
  return { time: (performance.now() - began) / 1000, pageHeap: usedSize, ...worker };
}

/** By how much a row of numbers rises or falls from its beginning to its end, as a line fits it. */
export function drift(samples: readonly Held[], key: keyof Held): number {
  const count = samples.length;
  const meanTime = samples.reduce((sum, { time }) => sum + time, 0) / count;
  const mean = samples.reduce((sum, sample) => sum + sample[key], 0) / count;
  let covariance = 0;
  let variance = 0;
  for (const sample of samples) {
    covariance += (sample.time - meanTime) * (sample[key] - mean);
    variance += (sample.time - meanTime) ** 2;
  }
  const span = (samples.at(-1)?.time ?? 0) - (samples[0]?.time ?? 0);
  return variance === 0 ? 0 : (covariance / variance) * span;
}
