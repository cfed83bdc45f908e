/**
 * The axis of steps. It grows with the run, so that the first hundred steps can be seen while they
 * happen, and it grows in few strides, so that it stands still between them.
 */

import { ticks } from 'd3';

const mantissas = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const shortest = 100;
const roomAhead = 1.15;

/** The smallest round number (1, 1.5, 2, 2.5, … times a power of ten) not below a value. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const mantissa = mantissas.find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return mantissa * power;
}

/**
 * Where the axis of steps ends.
 * @param newest the newest step
 * @param steps the step at which the run ends; the axis stops there
 */
export function stepDomainEnd(newest: number, steps: number): number {
  const end = roundUp(Math.max(newest * roomAhead, shortest));
  return steps > 0 ? Math.min(end, Math.max(steps, newest)) : end;
}

/** Round steps to label: about one per 72 pixels, on a narrow axis about five. */
export function stepTicks(end: number, plotWidth: number): number[] {
  return ticks(0, end, Math.max(4, Math.floor(plotWidth / 72))).filter(Number.isInteger);
}
