/** What each backend offers here, found out without loading TensorFlow.js. Nothing here throws. */
import { type BackendInspection, isSoftwareDevice } from '../backend-inspection.ts';
import { hasVectorKernels } from '../cpu/vector-kernels.ts';
import type { BackendName } from '../training-engine.ts';
import { words } from './words.ts';

/** Backends from the most to the least promising. */
export const backendNames: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** What people call a backend. */
export const backendLabels: Readonly<Record<BackendName, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  get cpu() {
    return words('plainJavaScript');
  },
};

/** What each backend offers here, in the order of `backendNames`. */
export function inspectBackends(): Promise<readonly BackendInspection[]> {
  return Promise.all(backendNames.map(inspectBackend));
}

/** What one backend offers here. */
export async function inspectBackend(name: BackendName): Promise<BackendInspection> {
  if (name === 'webgpu') return inspectWebGpu();
  if (name === 'webgl') return inspectWebGl();
  if (name === 'wasm') return inspectWasm();
  return { backend: 'cpu', available: true, device: backendLabels.cpu, software: false };
}

/** The GPU, or null where there is none. */
export async function requestAdapter(): Promise<GPUAdapter | null> {
  const gpu = (globalThis.navigator as Navigator | undefined)?.gpu;
  if (gpu === undefined) return null;
  try {
    const adapter = gpu.requestAdapter({ powerPreference: 'high-performance' });
    return await Promise.race([adapter, nothingAfter(longestAnswer)]);
  } catch {
    return null;
  }
}

/** Milliseconds to wait for a GPU: some drivers never answer. */
const longestAnswer = 4000;

function nothingAfter(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds);
  });
}

async function inspectWebGpu(): Promise<BackendInspection> {
  const adapter = await requestAdapter();
  if (adapter === null) {
    return { backend: 'webgpu', available: false, reason: words('noAdapter') };
  }
  const { vendor, architecture, device, description } = adapter.info;
  const name = description || [vendor, architecture, device].filter(Boolean).join(' ') || 'GPU';
  const software = adapter.info.isFallbackAdapter || isSoftwareDevice(`${name} ${architecture}`);
  return { backend: 'webgpu', available: true, device: name, software };
}

async function inspectWebGl(): Promise<BackendInspection> {
  const unavailable = (reason: string): BackendInspection => ({
    backend: 'webgl',
    available: false,
    reason,
  });
  if (typeof OffscreenCanvas === 'undefined') {
    return unavailable(words('noWebGlInWorkers'));
  }
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (context === null) return unavailable(words('noWebGl'));
  if (context.getExtension('EXT_color_buffer_float') === null) {
    return unavailable(words('noFloats'));
  }
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  const device = typeof renderer === 'string' ? renderer : 'GPU';
  return { backend: 'webgl', available: true, device, software: isSoftwareDevice(device) };
}

async function inspectWasm(): Promise<BackendInspection> {
  const unavailable = (reason: string): BackendInspection => ({
    backend: 'wasm',
    available: false,
    reason,
  });
  if (typeof WebAssembly === 'undefined') return unavailable(words('wasmOff'));
  return (await hasVectorKernels())
    ? { backend: 'wasm', available: true, device: 'WebAssembly', software: false }
    : unavailable(words('noVectors'));
}
