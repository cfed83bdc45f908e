/** Moving marks around a circle: a slider on each, for mouse, finger and keyboard. */

import '../shared/explainer.css';
import { createHtml } from '../../inside/elements.ts';
import type { Place } from '../../pair/geometry.ts';
import { nearestResidue, placeOf } from '../../pair/geometry.ts';
import type { RingFrame } from '../../pair/ring-frame.ts';
import { fromPixels, toPixels } from '../../pair/ring-frame.ts';
import { residueAfterKey } from '../shared/keys.ts';
import { circlePoints } from './geometry.ts';

/** What the grips stand on. */
export interface GripValues<Name extends string> {
  readonly p: number;
  readonly k: number;
  readonly residues: Readonly<Record<Name, number>>;
  /** What a slider says about its value. */
  readonly text: (name: Name) => string;
}

export interface RingGripsOptions<Name extends string> {
  /** Names of the sliders, in the order of the keyboard. */
  readonly labels: Readonly<Record<Name, string>>;
  readonly frame: () => RingFrame;
  readonly move: (name: Name, residue: number) => void;
}

export interface RingGrips<Name extends string> {
  readonly elements: readonly HTMLElement[];
  write(values: GripValues<Name>): void;
  /** Puts the sliders on their marks, in radii of the circle. */
  place(ends: Readonly<Record<Name, Place>>, frame: RingFrame): void;
  /** True while a pointer holds one: its mark then follows at once. */
  isHeld(): boolean;
  destroy(): void;
}

/** Nearer to the centre than this, in radii, a pointer has no clear direction. */
const BLIND_CENTRE = 0.1;

/** The residue nearest to a direction, among several on one place the current one. */
export function residueTowards(angle: number, k: number, p: number, current: number): number {
  return nearestResidue(circlePoints(k, p), placeOf({ angle, radius: 1 }), current);
}

export function createRingGrips<Name extends string>({
  labels,
  frame,
  move,
}: RingGripsOptions<Name>): RingGrips<Name> {
  const listening = new AbortController();
  const { signal } = listening;
  const names = Object.keys(labels) as Name[];
  const sliders = new Map(names.map((name) => [name, createSlider(labels[name])]));
  let values: GripValues<Name> | undefined;
  let ends: Readonly<Record<Name, Place>> | undefined;
  let held: { name: Name; offset: number } | undefined;

  function placeUnder(slider: HTMLElement, event: PointerEvent): Place {
    const box = (slider.parentElement ?? slider).getBoundingClientRect();
    return fromPixels({ x: event.clientX - box.left, y: event.clientY - box.top }, frame());
  }

  /** The mark nearest to a place: sliders of neighbouring residues overlap. */
  function nearest(place: Place, hit: Name): Name {
    if (!ends) return hit;
    const places = ends;
    const distance = (name: Name) => Math.hypot(places[name].x - place.x, places[name].y - place.y);
    return names.reduce((best, name) => (distance(name) < distance(best) ? name : best), hit);
  }

  function listen(name: Name, slider: HTMLElement) {
    const release = () => {
      if (held?.name === name) held = undefined;
      slider.classList.remove('explainer-grip-held');
    };
    const grasp = (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      const place = placeUnder(slider, event);
      const chosen = nearest(place, name);
      // Grasped beside its middle, a mark keeps that distance instead of jumping.
      held = { name: chosen, offset: ends ? angleOf(place) - angleOf(ends[chosen]) : 0 };
      const taken = sliders.get(chosen) ?? slider;
      taken.setPointerCapture?.(event.pointerId);
      taken.classList.add('explainer-grip-held', 'explainer-grip-pointed');
      taken.focus({ preventScroll: true });
    };
    const drag = (event: PointerEvent) => {
      if (held?.name !== name || !values) return;
      const { k, p, residues } = values;
      const place = placeUnder(slider, event);
      if (Math.hypot(place.x, place.y) < BLIND_CENTRE) return;
      const residue = residueTowards(angleOf(place) - held.offset, k, p, residues[name]);
      if (residue !== residues[name]) move(name, residue);
    };
    const showFocus = () => slider.classList.remove('explainer-grip-pointed');
    const walk = (event: KeyboardEvent) => {
      showFocus();
      if (!values || event.ctrlKey || event.altKey || event.metaKey) return;
      const next = residueAfterKey(values.residues[name], event.key, values.p);
      if (next === undefined) return;
      event.preventDefault();
      if (next !== values.residues[name]) move(name, next);
    };
    slider.addEventListener('pointerdown', grasp, { signal });
    slider.addEventListener('pointermove', drag, { signal });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      slider.addEventListener(end, release, { signal });
    }
    slider.addEventListener('keydown', walk, { signal });
    slider.addEventListener('blur', showFocus, { signal });
  }
  for (const [name, slider] of sliders) listen(name, slider);

  return {
    elements: [...sliders.values()],
    write(next) {
      values = next;
      for (const [name, slider] of sliders) {
        slider.setAttribute('aria-valuemax', String(next.p - 1));
        slider.setAttribute('aria-valuenow', String(next.residues[name]));
        slider.setAttribute('aria-valuetext', next.text(name));
      }
    },
    place(next, ringFrame) {
      ends = next;
      for (const [name, slider] of sliders) {
        const { x, y } = toPixels(next[name], ringFrame);
        slider.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      }
    },
    isHeld: () => held !== undefined,
    destroy: () => listening.abort(),
  };
}

function angleOf({ x, y }: Place): number {
  return Math.atan2(y, x);
}

function createSlider(label: string): HTMLElement {
  const slider = createHtml('div', 'explainer-grip');
  slider.setAttribute('role', 'slider');
  slider.setAttribute('aria-label', label);
  slider.setAttribute('aria-valuemin', '0');
  slider.tabIndex = 0;
  return slider;
}
