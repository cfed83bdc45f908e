/** Moving the hands of one circle: a slider at the end of each, for pointer and keyboard. */

import { largestRadius, meanRadius } from '../circles/scale.ts';
import { createHtml } from '../inside/elements.ts';
import type { PairData } from './data.ts';
import type { PairHands, Place } from './geometry.ts';
import { nearestResidue, placeOf } from './geometry.ts';
import type { RingFrame } from './ring-frame.ts';
import { fromPixels, toPixels } from './ring-frame.ts';
import { residueAfterKey } from './steps.ts';

/** One of the two inputs. */
export type HandName = 'a' | 'b';

/** What the grips stand on. */
export interface GripSource {
  readonly data: PairData;
  readonly k: number;
  readonly points: Float32Array;
}

export interface HandGrips {
  readonly elements: readonly HTMLElement[];
  /** Gives the sliders their names and values. */
  write(source: GripSource): void;
  /** Puts the sliders on the hands' ends. */
  place(hands: PairHands, frame: RingFrame): void;
  destroy(): void;
}

const NAMES: readonly HandName[] = ['a', 'b'];

/** @param move called with the hand and its new residue */
export function createHandGrips(
  frame: () => RingFrame,
  move: (hand: HandName, residue: number) => void,
): HandGrips {
  const listening = new AbortController();
  const { signal } = listening;
  const sliders = { a: createSlider(), b: createSlider() };
  let source: GripSource | undefined;
  let dragged: HandName | undefined;
  let ends: Readonly<Record<HandName, Place>> | undefined;

  /** The hand whose end is nearer to a place: sliders of neighbouring residues overlap. */
  function nearer(place: Place, hit: HandName): HandName {
    if (!ends) return hit;
    const [a, b] = [distance(ends.a, place), distance(ends.b, place)];
    if (a === b) return hit;
    return a < b ? 'a' : 'b';
  }

  /** The place of a pointer, in mean radii. */
  function placeUnder(slider: HTMLElement, event: PointerEvent): Place {
    const box = (slider.parentElement ?? slider).getBoundingClientRect();
    return fromPixels({ x: event.clientX - box.left, y: event.clientY - box.top }, frame());
  }

  function listen(name: HandName) {
    const slider = sliders[name];
    const release = () => {
      dragged = undefined;
      slider.classList.remove('pair-slider-held');
    };
    const drag = (event: PointerEvent) => {
      if (dragged !== name || !source) return;
      const mean = meanRadius(source.points) || 1;
      const { x, y } = placeUnder(slider, event);
      // Far outside, a point that sticks out of the ring would be nearest for many directions.
      const scale = Math.min(mean, largestRadius(source.points) / Math.max(1e-9, Math.hypot(x, y)));
      const current = source.data[name];
      const residue = nearestResidue(source.points, { x: scale * x, y: scale * y }, current);
      if (residue !== current) move(name, residue);
    };
    const grasp = (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      dragged = nearer(placeUnder(slider, event), name);
      const taken = sliders[dragged];
      taken.setPointerCapture?.(event.pointerId);
      taken.classList.add('pair-slider-held', 'pair-slider-pointed');
      taken.focus({ preventScroll: true });
    };
    const showFocus = () => slider.classList.remove('pair-slider-pointed');
    const walk = (event: KeyboardEvent) => {
      showFocus();
      if (!source || event.ctrlKey || event.altKey || event.metaKey) return;
      const current = source.data[name];
      const next = residueAfterKey(current, event.key, source.k, source.data.p);
      if (next === undefined) return;
      event.preventDefault();
      if (next !== current) move(name, next);
    };
    slider.addEventListener('pointerdown', grasp, { signal });
    slider.addEventListener('pointermove', drag, { signal });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      slider.addEventListener(end, release, { signal });
    }
    slider.addEventListener('keydown', walk, { signal });
    slider.addEventListener('blur', showFocus, { signal });
  }
  for (const name of NAMES) listen(name);

  return {
    elements: [sliders.a, sliders.b],
    write(next) {
      source = next;
      const { p } = next.data;
      for (const name of NAMES) {
        const slider = sliders[name];
        slider.setAttribute('aria-label', `${name} on circle ${next.k}`);
        slider.setAttribute('aria-valuemax', String(p - 1));
        slider.setAttribute('aria-valuenow', String(next.data[name]));
        slider.setAttribute('aria-valuetext', `${name} = ${next.data[name]}`);
      }
    },
    place(hands, ringFrame) {
      ends = { a: placeOf(hands.a), b: placeOf(hands.b) };
      for (const name of NAMES) {
        const { x, y } = toPixels(ends[name], ringFrame);
        sliders[name].style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      }
    },
    destroy: () => listening.abort(),
  };
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function createSlider(): HTMLElement {
  const slider = createHtml('div', 'pair-slider');
  slider.setAttribute('role', 'slider');
  slider.setAttribute('aria-valuemin', '0');
  slider.setAttribute('aria-description', 'Arrow keys move it along the circle.');
  slider.tabIndex = 0;
  return slider;
}
