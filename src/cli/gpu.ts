/** WebGPU for the command line: a real driver first, then the software one where it is installed. */
import { spawnSync } from 'node:child_process';
import { inspectBackend } from '../engine/backends/inspections.ts';
import { installNodeGpu } from '../engine/node-gpu.ts';
import { softwareVulkan } from '../setup/software-vulkan.mjs';

/** Set in the second process, so that there is no third. */
const marker = 'CLOCK_AND_PIZZA_SOFTWARE_GPU';

/**
 * Makes WebGPU available if it can be. The software driver's folder must be known to the linker
 * before a process starts: when only that driver is left, the command runs again in a process of
 * its own, and this one ends with its status.
 */
export async function provideGpu(): Promise<void> {
  await installNodeGpu();
  const { available } = await inspectBackend('webgpu');
  if (available || process.env[marker] !== undefined || Object.keys(softwareVulkan).length === 0) {
    return;
  }
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, ...softwareVulkan, [marker]: '1' },
  });
  process.exit(status ?? 1);
}
