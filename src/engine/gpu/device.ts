/** The device that TensorFlow.js' WebGPU backend works on, and pipelines on it. */
import * as tf from '@tensorflow/tfjs-core';
import { words } from './words.ts';

/** The part of TensorFlow.js' WebGPU backend that is used here. */
interface GpuBackend {
  readonly device: GPUDevice;
  /** What is recorded and not yet submitted; null where there is nothing. */
  readonly commandEncoder: GPUCommandEncoder | null;
  endComputePassEncoder(): void;
  submitQueue(): void;
}

/** TensorFlow.js' active backend. @throws Error when it is not WebGPU */
function activeBackend(): GpuBackend {
  if (tf.getBackend() !== 'webgpu') {
    throw new Error('WebGPU is not active: activate it before an engine is made on it.');
  }
  return tf.backend() as unknown as GpuBackend;
}

/** The device of the active backend. */
export function activeDevice(): GPUDevice {
  return activeBackend().device;
}

/** Hands over what TensorFlow.js has recorded, so that it runs before what is submitted next. */
export function flushPendingOperations(device: GPUDevice): void {
  if (tf.getBackend() !== 'webgpu') return;
  const backend = activeBackend();
  if (backend.device !== device || backend.commandEncoder === null) return;
  backend.endComputePassEncoder();
  backend.submitQueue();
}

/** Pipelines of each device by their text: networks of other sizes share most of them. */
const compiled = new WeakMap<GPUDevice, Map<string, Promise<GPUComputePipeline>>>();

/** Texts that are remembered at most; kernels that know a network's sizes are among them. */
const mostCompiled = 64;

/** What every kernel sees, as `kernels/prelude.ts` declares it. */
const bindingTypes = ['storage', 'read-only-storage', 'uniform', 'storage'] as const;

/** The layout of the kernels' bindings. */
export function createBindGroupLayout(device: GPUDevice): GPUBindGroupLayout {
  return device.createBindGroupLayout({
    entries: bindingTypes.map((type, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type },
    })),
  });
}

/**
 * Compiles kernels, or finds them compiled.
 *
 * @throws Error with one sentence when a text does not compile; nothing may run then
 */
export async function compilePipelines(
  device: GPUDevice,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, GPUComputePipeline>> {
  const known = compiled.get(device) ?? new Map<string, Promise<GPUComputePipeline>>();
  compiled.set(device, known);
  const layout = device.createPipelineLayout({ bindGroupLayouts: [createBindGroupLayout(device)] });
  const entries = [...new Set(codes)].map(async (code) => {
    const pipeline = known.get(code) ?? compile(device, layout, code);
    // The one used last stands last.
    known.delete(code);
    known.set(code, pipeline);
    pipeline.catch(() => known.delete(code));
    return [code, await pipeline] as const;
  });
  for (const code of known.keys()) {
    if (known.size <= mostCompiled) break;
    known.delete(code);
  }
  return new Map(await Promise.all(entries));
}

async function compile(
  device: GPUDevice,
  layout: GPUPipelineLayout,
  code: string,
): Promise<GPUComputePipeline> {
  device.pushErrorScope('validation');
  const module = device.createShaderModule({ code });
  const scope = device.popErrorScope();
  const { messages } = await module.getCompilationInfo();
  const problem = messages.find(({ type }) => type === 'error') ?? (await scope);
  if (problem !== null) {
    throw new Error(words('kernelNotUnderstood', { detail: firstLine(problem.message) }));
  }
  try {
    return await device.createComputePipelineAsync({
      layout,
      compute: { module, entryPoint: 'main' },
    });
  } catch (error) {
    const detail = firstLine(error instanceof Error ? error.message : String(error));
    throw new Error(words('kernelNotTaken', { detail }));
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
