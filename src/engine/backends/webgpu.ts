/**
 * TensorFlow.js on WebGPU, with a device taken here instead of by the package: its own registration
 * dereferences a missing adapter, and gives no hold on lost devices and shader errors.
 */
import * as tf from '@tensorflow/tfjs-core';
import { requestAdapter } from './inspections.ts';
import { words } from './words.ts';

/** Largest of the limits TensorFlow.js makes use of, where the adapter offers more than the default. */
const wantedLimits = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

/**
 * TensorFlow.js' number for its plain tiled matrix product. Its own choice includes one that adds
 * with float atomics, whose result differs from run to run.
 */
const packedMatrixProduct = 3;

/** A problem the device reported outside of any call. */
export type DeviceProblemListener = (message: string) => void;

/**
 * Takes a device and makes it TensorFlow.js' "webgpu" backend.
 *
 * @throws Error when no adapter or device is to be had
 */
export async function registerWebGpu(onProblem: DeviceProblemListener): Promise<void> {
  const [{ WebGPUBackend }, adapter] = await Promise.all([
    import('@tensorflow/tfjs-backend-webgpu'),
    requestAdapter(),
  ]);
  if (adapter === null) throw new Error(words('noAdapterError'));
  const device = await adapter.requestDevice({
    requiredLimits: Object.fromEntries(wantedLimits.map((name) => [name, adapter.limits[name]])),
  });
  watchDevice(device, onProblem);
  // The package registers itself where it finds WebGPU; removing what is not there throws.
  if (tf.findBackendFactory('webgpu') !== null) tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info));
  tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', packedMatrixProduct);
}

/** The device in use. What others that are gone report is of no interest. */
let present: GPUDevice | undefined;

/** The device in use, whose problems are not reported any more; undefined where there is none. */
export function forgetDevice(): GPUDevice | undefined {
  const device = present;
  present = undefined;
  return device;
}

function watchDevice(device: GPUDevice, onProblem: DeviceProblemListener): void {
  present = device;
  const tell = (message: string) => {
    if (present === device) onProblem(message);
  };
  device.lost.then(({ message, reason }) =>
    tell(words('gpuLost', { detail: firstLine(message) || reason })),
  );
  device.addEventListener('uncapturederror', (event) => {
    event.preventDefault();
    tell(words('gpuError', { detail: firstLine(event.error.message) }));
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
