/** Sliders on the marks of a drawing, unseen themselves: for mouse, finger and keyboard. */

import { createHtml } from './inside/elements.ts';

/** A place in pixels from the drawing's top left corner. */
export interface GripPlace {
  readonly x: number;
  readonly y: number;
}

/** The figure that the grips move. Marks stand for residues. */
export interface GripRules<Name extends string> {
  /** False while there is nothing to move. */
  isReady(): boolean;
  /** What a mark stands for now. */
  residue(name: Name): number;
  /**
   * A pointer takes a mark at a place: the residue it means wherever it goes from there, undefined
   * where it means none.
   */
  follow(name: Name, grasped: GripPlace): (place: GripPlace) => number | undefined;
  /** Where a key leads; undefined for keys without a meaning. */
  afterKey(name: Name, key: string): number | undefined;
  /** Called with a residue that the mark does not stand for yet. */
  move(name: Name, residue: number): void;
}

/** What a slider says. */
export interface GripWords {
  readonly label: string;
  readonly text: string;
  readonly residue: number;
  /** Largest residue. */
  readonly last: number;
}

/** Sliders, one a mark. */
export interface Grips<Name extends string> {
  /** To be laid over the drawing. */
  readonly elements: readonly HTMLElement[];
  write(words: (name: Name) => GripWords): void;
  /** Puts the sliders on their marks. */
  place(ends: Readonly<Record<Name, GripPlace>>): void;
  /** True while a pointer holds one: its mark then follows at once. */
  isHeld(): boolean;
  destroy(): void;
}

/**
 * @param names of the marks, in the order of the keyboard
 * @param style class of the sliders; "-held" and "-pointed" are added to it
 */
export function createGrips<Name extends string>(
  names: readonly Name[],
  style: string,
  rules: GripRules<Name>,
): Grips<Name> {
  const listening = new AbortController();
  const { signal } = listening;
  const sliders = new Map(names.map((name) => [name, createSlider(style)]));
  let ends: Readonly<Record<Name, GripPlace>> | undefined;
  let held: { name: Name; residueAt: (place: GripPlace) => number | undefined } | undefined;

  function placeUnder(slider: HTMLElement, event: PointerEvent): GripPlace {
    const box = (slider.parentElement ?? slider).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** The mark nearest to a place: sliders of neighbouring residues overlap. */
  function nearest(place: GripPlace, hit: Name): Name {
    if (!ends) return hit;
    const places = ends;
    const distance = (name: Name) => Math.hypot(places[name].x - place.x, places[name].y - place.y);
    return names.reduce(
      (best, name) => (distance(name) < distance(best) - 1e-6 ? name : best),
      hit,
    );
  }

  function moveTo(name: Name, residue: number | undefined) {
    if (residue !== undefined && residue !== rules.residue(name)) rules.move(name, residue);
  }

  function listen(name: Name, slider: HTMLElement) {
    const showFocus = () => slider.classList.remove(`${style}-pointed`);
    const release = () => {
      if (held?.name === name) held = undefined;
      slider.classList.remove(`${style}-held`);
    };
    const grasp = (event: PointerEvent) => {
      if (event.button !== 0 || !rules.isReady()) return;
      event.preventDefault();
      const place = placeUnder(slider, event);
      const chosen = nearest(place, name);
      held = { name: chosen, residueAt: rules.follow(chosen, place) };
      const taken = sliders.get(chosen) ?? slider;
      taken.setPointerCapture?.(event.pointerId);
      taken.classList.add(`${style}-held`, `${style}-pointed`);
      taken.focus({ preventScroll: true });
    };
    const drag = (event: PointerEvent) => {
      if (held?.name !== name || !rules.isReady()) return;
      moveTo(name, held.residueAt(placeUnder(slider, event)));
    };
    const walk = (event: KeyboardEvent) => {
      showFocus();
      if (!rules.isReady() || event.ctrlKey || event.altKey || event.metaKey) return;
      const next = rules.afterKey(name, event.key);
      if (next === undefined) return;
      event.preventDefault();
      moveTo(name, next);
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
    write(words) {
      for (const [name, slider] of sliders) {
        const { label, text, residue, last } = words(name);
        slider.setAttribute('aria-label', label);
        slider.setAttribute('aria-valuemax', String(Math.max(0, last)));
        slider.setAttribute('aria-valuenow', String(residue));
        slider.setAttribute('aria-valuetext', text);
      }
    },
    place(next) {
      ends = next;
      const apart = heldApart(next, names);
      for (const [name, slider] of sliders) {
        const { x, y } = apart[name];
        slider.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      }
    },
    isHeld: () => held !== undefined,
    destroy: () => listening.abort(),
  };
}

/** Smallest side of a target that can be hit (WCAG 2.2, 2.5.8), pixels. */
const smallestTarget = 24;

/**
 * Places for the sliders of marks that are close together: beside each other, so that each of them can be
 * hit and neither covers the other. The marks themselves stay.
 */
export function heldApart<Name extends string>(
  ends: Readonly<Record<Name, GripPlace>>,
  names: readonly Name[],
): Readonly<Record<Name, GripPlace>> {
  const places: Record<Name, GripPlace> = { ...ends };
  names.forEach((first, index) => {
    for (const second of names.slice(index + 1)) {
      const [one, other] = [places[first], places[second]];
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const axis = Math.abs(dx) >= Math.abs(dy) ? 'x' : 'y';
      const distance = axis === 'x' ? dx : dy;
      const missing = smallestTarget - Math.abs(distance);
      if (missing <= 0) continue;
      const push = (Math.sign(distance) || 1) * (missing / 2);
      places[first] = { ...one, [axis]: one[axis] - push };
      places[second] = { ...other, [axis]: other[axis] + push };
    }
  });
  return places;
}

function createSlider(style: string): HTMLElement {
  const slider = createHtml('div', style);
  slider.setAttribute('role', 'slider');
  slider.setAttribute('aria-valuemin', '0');
  slider.tabIndex = 0;
  return slider;
}
