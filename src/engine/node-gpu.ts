/** WebGPU in Node, through the optional npm package "webgpu" (Dawn) where a Vulkan driver exists. */

/**
 * Puts `navigator.gpu` in place. Without the package or a driver nothing happens: WebGPU is then
 * simply not available.
 */
export async function installNodeGpu(): Promise<void> {
  if (globalThis.navigator?.gpu !== undefined) return;
  try {
    const { create, globals } = await import('webgpu');
    Object.assign(globalThis, globals);
    const gpu = create([]);
    const navigator = globalThis.navigator ?? {};
    Object.defineProperty(globalThis, 'navigator', {
      value: Object.create(navigator, { gpu: { value: gpu }, userAgent: { value: 'Node' } }),
      configurable: true,
    });
  } catch {
    // No binary for this platform: the other backends remain.
  }
}
