/** Moving the hands of one circle: two sliders for the keyboard, one disc for the pointer. */

import { residueAfterKey } from '../circles/interaction.ts';
import { meanRadius } from '../circles/scale.ts';
import { stepOrder } from '../circles/step-order.ts';
import { createHtml } from '../inside/elements.ts';
import type { PairData } from './data.ts';
import type { PairHands, Place } from './geometry.ts';
import { nearestResidue, placeOf } from './geometry.ts';
import type { RingFrame } from './ring-frame.ts';
import { fromPixels, toPixels } from './ring-frame.ts';

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
  const disc = createHtml('div', 'pair-grip');
  const sliders = { a: createSlider(), b: createSlider() };
  let source: GripSource | undefined;
  let dragged: HandName | undefined;
  let ends: Readonly<Record<HandName, Place>> | undefined;

  /** The place of a pointer, in mean radii. */
  function placeUnder(event: PointerEvent): Place {
    const box = (disc.parentElement ?? disc).getBoundingClientRect();
    return fromPixels({ x: event.clientX - box.left, y: event.clientY - box.top }, frame());
  }

  function drag(event: PointerEvent) {
    if (!dragged || !source) return;
    const mean = meanRadius(source.points) || 1;
    const { x, y } = placeUnder(event);
    const current = source.data[dragged];
    const residue = nearestResidue(source.points, { x: x * mean, y: y * mean }, current);
    if (residue !== current) move(dragged, residue);
  }

  const release = () => {
    dragged = undefined;
    disc.classList.remove('pair-grip-held');
  };
  disc.addEventListener(
    'pointerdown',
    (event) => {
      if (!ends || event.button !== 0) return;
      event.preventDefault();
      const place = placeUnder(event);
      const distance = (name: HandName) => {
        const end = (ends as Record<HandName, Place>)[name];
        return Math.hypot(end.x - place.x, end.y - place.y);
      };
      dragged = distance('a') < distance('b') ? 'a' : 'b';
      disc.setPointerCapture?.(event.pointerId);
      disc.classList.add('pair-grip-held');
      sliders[dragged].classList.add('pair-slider-pointed');
      sliders[dragged].focus({ preventScroll: true });
      drag(event);
    },
    { signal },
  );
  disc.addEventListener('pointermove', drag, { signal });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    disc.addEventListener(end, release, { signal });
  }
  for (const name of NAMES) {
    const showFocus = () => sliders[name].classList.remove('pair-slider-pointed');
    sliders[name].addEventListener('blur', showFocus, { signal });
    sliders[name].addEventListener(
      'keydown',
      (event) => {
        showFocus();
        if (!source || event.ctrlKey || event.altKey || event.metaKey) return;
        const { data, k } = source;
        const next = residueAfterKey(stepOrder(k, data.p), data[name], event.key);
        if (typeof next !== 'number') return;
        event.preventDefault();
        if (next !== data[name]) move(name, next);
      },
      { signal },
    );
  }

  return {
    elements: [disc, sliders.a, sliders.b],
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

function createSlider(): HTMLElement {
  const slider = createHtml('div', 'pair-slider');
  slider.setAttribute('role', 'slider');
  slider.setAttribute('aria-valuemin', '0');
  slider.setAttribute('aria-description', 'Arrow keys move it along the circle.');
  slider.tabIndex = 0;
  return slider;
}
