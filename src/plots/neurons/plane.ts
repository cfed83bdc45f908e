/** The square of the two phases: from angles to pixels, and the neuron nearest to a pixel. */

import type { PlottedNeuron } from './data.ts';

/** Size of the figure and of its square, in pixels. */
export interface NeuronPlane {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly width: number;
  readonly height: number;
}

/** A labelled phase. */
export interface PhaseTick {
  readonly phase: number;
  readonly text: string;
}

export const phaseTicks: readonly PhaseTick[] = [
  { phase: -Math.PI, text: '−π' },
  { phase: -Math.PI / 2, text: '−π/2' },
  { phase: 0, text: '0' },
  { phase: Math.PI / 2, text: 'π/2' },
  { phase: Math.PI, text: 'π' },
];

const LEFT = 46;
const RIGHT = 12;
const TOP = 24;
const BOTTOM = 44;
/** Widths of the whole figure. */
const NARROWEST = 280;
const WIDEST = 520;

/** Points farther than this from the pointer, in pixels, are not meant. */
const REACH = 26;

/** The plane that fits a width. */
export function neuronPlane(available: number): NeuronPlane {
  const width = Math.floor(Math.min(WIDEST, Math.max(NARROWEST, available)));
  const side = width - LEFT - RIGHT;
  return {
    left: LEFT,
    top: TOP,
    side,
    width,
    height: TOP + side + BOTTOM,
  };
}

/** Pixel of a pair of phases. */
export function pixelOfPhases({ left, top, side }: NeuronPlane, phaseLeft: number, right: number) {
  return {
    x: left + ((phaseLeft + Math.PI) / (2 * Math.PI)) * side,
    y: top + side - ((right + Math.PI) / (2 * Math.PI)) * side,
  };
}

/**
 * Position in the list of the neuron nearest to a pixel; undefined where none is within reach.
 *
 * @param shown positions that count; all of them when left out
 */
export function nearestNeuron(
  plane: NeuronPlane,
  neurons: readonly PlottedNeuron[],
  x: number,
  y: number,
  shown: Iterable<number> = neurons.keys(),
): number | undefined {
  let nearest: number | undefined;
  let smallest = REACH;
  for (const position of shown) {
    const neuron = neurons[position];
    if (!neuron) continue;
    const { phaseLeft, phaseRight } = neuron;
    const place = pixelOfPhases(plane, phaseLeft, phaseRight);
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance >= smallest) continue;
    smallest = distance;
    nearest = position;
  }
  return nearest;
}
