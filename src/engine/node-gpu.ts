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
    compileAtOnce();
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

/**
 * While anything is awaited, Dawn asks for it again and again, which keeps a second processor busy as
 * long as a driver in software compiles. Nothing else waits for this process meanwhile.
 */
function compileAtOnce(): void {
  GPUDevice.prototype.createComputePipelineAsync = async function (descriptor) {
    this.pushErrorScope('validation');
    this.pushErrorScope('internal');
    const pipeline = this.createComputePipeline(descriptor);
    const problems = await Promise.all([this.popErrorScope(), this.popErrorScope()]);
    const problem = problems.find((found) => found !== null);
    if (problem) throw new Error(problem.message);
    return pipeline;
  };
}
