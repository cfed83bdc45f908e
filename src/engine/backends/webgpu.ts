/**
 * TensorFlow.js on WebGPU, with a device taken here instead of by the package: its own registration
 * dereferences a missing adapter, and gives no hold on lost devices and shader errors.
 */
import * as tf from '@tensorflow/tfjs-core';
import { requestAdapter } from './inspections.ts';

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
  if (adapter === null) throw new Error('There is no WebGPU adapter here.');
  const device = await adapter.requestDevice({
    requiredLimits: Object.fromEntries(wantedLimits.map((name) => [name, adapter.limits[name]])),
  });
  device.lost.then(({ message, reason }) => {
    if (reason !== 'destroyed') onProblem(`The GPU stopped answering (${message || reason}).`);
  });
  device.addEventListener('uncapturederror', (event) => {
    onProblem(`The GPU reported an error (${firstLine(event.error.message)}).`);
  });
  // The package registers itself where it finds WebGPU; removing what is not there throws.
  if (tf.findBackendFactory('webgpu') !== null) tf.removeBackend('webgpu');
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info));
  tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', packedMatrixProduct);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
