/** Whether networks fit a device, and what would fit, in words. */
import type { RunConfiguration } from '../../model/configuration.ts';
import type { Plan } from './plan.ts';
import { planNetwork } from './plans.ts';
import { words } from './words.ts';

/** The limits that matter here. */
export type DeviceLimits = Pick<
  GPUSupportedLimits,
  'maxStorageBufferBindingSize' | 'maxBufferSize'
>;

/** Bytes that one buffer may have. */
export function largestBuffer({
  maxStorageBufferBindingSize,
  maxBufferSize,
}: DeviceLimits): number {
  return Math.min(maxStorageBufferBindingSize, maxBufferSize);
}

/** @throws Error with one sentence when the networks do not fit */
export function checkLimits(plan: Plan, networks: number, limits: DeviceLimits): void {
  const allowed = largestBuffer(limits);
  const needed = 4 * plan.size;
  if (needed * networks <= allowed) return;
  if (needed <= allowed) {
    const fitting = Math.floor(allowed / needed);
    const sizes = inMegabytes(needed * networks, allowed);
    throw new Error(words('tooManyNetworks', { networks, ...sizes, fitting }));
  }
  const width = fittingWidth(plan.configuration, allowed);
  const sizes = inMegabytes(needed, allowed);
  throw new Error(
    width === undefined ? words('tooLarge', sizes) : words('tooWide', { ...sizes, width }),
  );
}

function inMegabytes(needed: number, allowed: number) {
  return { needed: Math.ceil(needed / 1e6), allowed: Math.floor(allowed / 1e6) };
}

/** Largest width, a multiple of 16, with which the network would fit. */
function fittingWidth(configuration: RunConfiguration, allowed: number): number | undefined {
  // By halves: plans of large networks take a while.
  let fits = 0;
  let fails = Math.ceil(configuration.width / 16);
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    const plan = planNetwork({ ...configuration, width: 16 * middle }, allowed);
    if (4 * plan.size <= allowed) fits = middle;
    else fails = middle;
  }
  return fits > 0 ? 16 * fits : undefined;
}
