/** TensorFlow.js on WebGL: for browsers with a GPU but without WebGPU. */
import * as tf from '@tensorflow/tfjs-core';
import { type BackendInspection, isSoftwareDevice } from '../backend-inspection.ts';

/** What WebGL offers here. Never throws. */
export async function inspectWebGl(): Promise<BackendInspection> {
  const unavailable = (reason: string): BackendInspection => ({
    backend: 'webgl',
    available: false,
    reason,
  });
  if (typeof OffscreenCanvas === 'undefined') {
    return unavailable('this browser cannot use WebGL outside the page’s main thread');
  }
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (context === null) return unavailable('this browser offers no WebGL 2');
  if (context.getExtension('EXT_color_buffer_float') === null) {
    return unavailable('its WebGL cannot compute in 32-bit floating point');
  }
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  const device = typeof renderer === 'string' ? renderer : 'GPU';
  return { backend: 'webgl', available: true, device, software: isSoftwareDevice(device) };
}

/** Tells when the GPU takes the context of the active WebGL backend away. */
export function watchWebGl(onProblem: (message: string) => void): void {
  const { gpgpu } = tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } };
  gpgpu.gl.canvas.addEventListener('webglcontextlost', () => {
    onProblem('The GPU stopped answering (its WebGL context was lost).');
  });
}

/** Makes the "webgl" backend known to TensorFlow.js, in 32-bit precision. */
export async function registerWebGl(): Promise<void> {
  await import('@tensorflow/tfjs-backend-webgl');
  tf.env().set('WEBGL_FORCE_F16_TEXTURES', false);
}
