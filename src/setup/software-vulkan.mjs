/**
 * WebGPU in Node on machines without a graphics card.
 *
 * The npm package `webgpu` (Dawn) needs a Vulkan loader and a driver. Debian's `chromium` package
 * brings both for its own use: libvulkan.so.1, and SwiftShader, which computes on the CPU. Nobody
 * looks for them in Chromium's folder, so two variables have to point there. The dynamic linker
 * reads LD_LIBRARY_PATH only when a process starts: give these variables to a new process, setting
 * them in the running one has no effect.
 *
 * A real graphics card is better than this. A program should first ask for an adapter without these
 * variables, and start itself again with them only when there is none. Tests use them always, so
 * that they compute the same everywhere.
 */

import { existsSync } from 'node:fs';

const folder = '/usr/lib/chromium';
const driver = `${folder}/vk_swiftshader_icd.json`;
const loader = `${folder}/libvulkan.so.1`;

/**
 * The variables that let a new Node process find the software driver. Empty where the driver is
 * not installed, or where the user has chosen a driver already.
 *
 * @type {Record<string, string>}
 */
export const softwareVulkan = describeDriver(process.env);

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Record<string, string>}
 */
function describeDriver(environment) {
  if (environment.VK_ICD_FILENAMES || environment.VK_DRIVER_FILES) return {};
  if (!existsSync(driver) || !existsSync(loader)) return {};
  const searched = environment.LD_LIBRARY_PATH;
  return {
    VK_ICD_FILENAMES: driver,
    // Last, so that a loader of the system's own still wins.
    LD_LIBRARY_PATH: searched ? `${searched}:${folder}` : folder,
  };
}
