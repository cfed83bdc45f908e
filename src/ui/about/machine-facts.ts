/** What a browser tells about itself and its machine, asked when somebody wants to know. */

/** Facts for a report; yes or no where nothing more is known. */
export interface MachineFacts {
  /** The browser's user agent. */
  readonly agent: string;
  /** Window and screen, in words of numbers. */
  readonly screen: string;
  /** Languages that the browser asks for. */
  readonly languages: readonly string[];
  /** Threads the processor runs at once; undefined where the browser hides it. */
  readonly threads: number | undefined;
  /** Threads may share memory. */
  readonly isIsolated: boolean;
  readonly hasThreads: boolean;
  readonly hasVectors: boolean;
  readonly gpu: GpuFacts;
  /** The page is also kept for visits without a network. */
  readonly isKept: boolean;
}

/** The adapter of WebGPU, or why there is none. */
export type GpuFacts =
  | { readonly kind: 'adapter'; readonly name: string }
  | { readonly kind: 'no-webgpu' | 'no-adapter' | 'no-answer' };

/** Milliseconds after which a silent graphics driver is not waited for any more. */
const patience = 3000;

/** Asks the browser. Never rejects. */
export async function machineFacts(): Promise<MachineFacts> {
  const { screen, devicePixelRatio, innerWidth, innerHeight } = window;
  const isIsolated = window.crossOriginIsolated === true;
  return {
    agent: navigator.userAgent,
    screen: `${screen.width} × ${screen.height}, window ${innerWidth} × ${innerHeight}, pixel ratio ${devicePixelRatio}`,
    languages: navigator.languages,
    threads: navigator.hardwareConcurrency,
    isIsolated,
    hasThreads: isIsolated && typeof SharedArrayBuffer === 'function',
    hasVectors: hasVectors(),
    gpu: await gpuFacts(navigator.gpu),
    isKept: (navigator.serviceWorker?.controller ?? null) !== null,
  };
}

/** @param gpu the browser's WebGPU, where it has one */
export async function gpuFacts(
  gpu: Pick<GPU, 'requestAdapter'> | undefined,
  wait = patience,
): Promise<GpuFacts> {
  if (gpu === undefined) return { kind: 'no-webgpu' };
  const silence = new Promise<'silent'>((resolve) => {
    setTimeout(() => resolve('silent'), wait);
  });
  try {
    const adapter = await Promise.race([gpu.requestAdapter(), silence]);
    if (adapter === 'silent') return { kind: 'no-answer' };
    if (adapter === null) return { kind: 'no-adapter' };
    const { vendor, architecture, device, description } = adapter.info;
    const said = [vendor, architecture, device, description].filter((part) => part !== '');
    return { kind: 'adapter', name: [...new Set(said)].join(', ') };
  } catch {
    return { kind: 'no-adapter' };
  }
}

/** A module with one instruction of WebAssembly SIMD: browsers without it cannot read it. */
const vectorModule = new Uint8Array([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0],
  ...[253, 15, 253, 98, 11],
]);

function hasVectors(): boolean {
  try {
    return WebAssembly.validate(vectorModule);
  } catch {
    return false;
  }
}
