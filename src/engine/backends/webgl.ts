/** TensorFlow.js on WebGL: for browsers with a GPU but without WebGPU. */
import * as tf from '@tensorflow/tfjs-core';
import { words } from './words.ts';

/** Tells when the GPU takes the context of the active WebGL backend away. */
export function watchWebGl(onProblem: (message: string) => void): void {
  const { gpgpu } = tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } };
  gpgpu.gl.canvas.addEventListener('webglcontextlost', () => {
    onProblem(words('contextLost'));
  });
}

/** Makes the "webgl" backend known to TensorFlow.js, in 32-bit precision. */
export async function registerWebGl(): Promise<void> {
  await import('@tensorflow/tfjs-backend-webgl');
  tf.env().set('WEBGL_FORCE_F16_TEXTURES', false);
}
