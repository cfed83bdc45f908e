/** Activates TensorFlow.js backends. A backend is only used after it was checked. */
import * as tf from '@tensorflow/tfjs-core';
import { backendLabels } from './backends/inspections.ts';
import { registerWasm, type WasmAddresses } from './backends/wasm.ts';
import { registerWebGl, watchWebGl } from './backends/webgl.ts';
import { type DeviceProblemListener, forgetDevice, registerWebGpu } from './backends/webgpu.ts';
import { words } from './backends/words.ts';
import type { BackendName } from './training-engine.ts';

/** What the surroundings provide. */
export interface Platform {
  readonly wasmAddresses?: WasmAddresses;
  /** Told of problems a GPU reports on its own, such as a lost device. */
  readonly onDeviceProblem?: DeviceProblemListener;
}

const registered = new Set<BackendName>();

/**
 * Makes a backend TensorFlow.js' active one and lets it compute something known.
 *
 * @throws Error with one plain sentence when the backend cannot be used
 */
export async function activateBackend(name: BackendName, platform: Platform): Promise<void> {
  const isNew = !registered.has(name);
  if (isNew) {
    await registerBackend(name, platform);
    registered.add(name);
  }
  const activated = await tf.setBackend(name).catch(() => false);
  // tf.ready() may settle for another backend without a word.
  if (!activated || tf.getBackend() !== name) {
    registered.delete(name);
    throw new Error(words('notStarted', { backend: backendLabels[name] }));
  }
  if (isNew && name === 'webgl') watchWebGl(platform.onDeviceProblem ?? (() => undefined));
  await checkKnownAnswer(name);
}

/** Forgets a backend whose device is gone, so that the next activation takes a new one. */
export function forgetBackend(name: BackendName): void {
  registered.delete(name);
  const device = name === 'webgpu' ? forgetDevice() : undefined;
  // A device may report several problems: only the first finds the backend still there.
  if (tf.findBackendFactory(name) !== null) tf.removeBackend(name);
  // One that only reported an error still holds its memory.
  device?.destroy();
}

async function registerBackend(name: BackendName, platform: Platform): Promise<void> {
  tf.enableProdMode();
  if (name === 'webgpu') await registerWebGpu(platform.onDeviceProblem ?? (() => undefined));
  else if (name === 'webgl') await registerWebGl();
  else if (name === 'wasm') await registerWasm(platform.wasmAddresses);
  else await import('@tensorflow/tfjs-backend-cpu');
}

/** A device that computes a small product wrongly must not train anything. */
async function checkKnownAnswer(name: BackendName): Promise<void> {
  const product = tf.tidy(() => {
    const left = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    return tf.add(tf.matMul(left, tf.transpose(left)), 1e-3);
  });
  const values = await product.data();
  product.dispose();
  const expected = [14.001, 32.001, 32.001, 77.001];
  if (!expected.every((value, index) => Math.abs(value - (values[index] as number)) < 1e-3)) {
    throw new Error(words('wrongProduct', { backend: backendLabels[name] }));
  }
}
