/** Moving two hands of a dial: an unseen slider at the end of each, for pointer and keyboard. */

import { createHtml } from '../../inside/elements.ts';
import type { Place } from './dial.ts';
import { wrapTurn } from './dial.ts';
import { residueAfterKey } from './keys.ts';

/** One of the two inputs. */
export type HandName = 'a' | 'b';

/** The figure that the grips move. */
export interface GripRules {
  /** Number of residues; 0 while there is no data. */
  size(): number;
  /** The residue that a hand stands for now. */
  residue(hand: HandName): number;
  /** Direction of a place in the figure's pixels, in turns. */
  turnAt(place: Place): number;
  /** Direction of a grip as it is drawn, in turns. */
  turnOf(hand: HandName): number;
  /** The residue for which the hand's grip is nearest to a direction in turns. */
  residueAt(hand: HandName, turn: number): number;
  /** Called with a residue that the hand does not have yet. */
  move(hand: HandName, residue: number): void;
}

/** What a slider says. */
export interface GripWords {
  readonly label: string;
  readonly value: string;
}

export interface HandGrips {
  /** To be laid over the drawing, whose top left corner they are counted from. */
  readonly elements: readonly HTMLElement[];
  write(words: Readonly<Record<HandName, GripWords>>): void;
  place(ends: Readonly<Record<HandName, Place>>): void;
  /** True while a pointer holds one of the hands. */
  isHeld(): boolean;
  destroy(): void;
}

const NAMES: readonly HandName[] = ['a', 'b'];

export function createHandGrips(rules: GripRules): HandGrips {
  const listening = new AbortController();
  const { signal } = listening;
  const sliders = { a: createSlider(), b: createSlider() };
  let held: { hand: HandName; offset: number } | undefined;
  let ends: Readonly<Record<HandName, Place>> | undefined;

  function placeUnder(slider: HTMLElement, event: PointerEvent): Place {
    const box = (slider.parentElement ?? slider).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** The hand whose end is nearer to a place: sliders of neighbouring residues overlap. */
  function nearer(place: Place, hit: HandName): HandName {
    if (!ends) return hit;
    const [a, b] = [distance(ends.a, place), distance(ends.b, place)];
    if (Math.abs(a - b) < 1e-6) return hit;
    return a < b ? 'a' : 'b';
  }

  function moveTo(hand: HandName, residue: number | undefined) {
    if (residue !== undefined && residue !== rules.residue(hand)) rules.move(hand, residue);
  }

  function listen(name: HandName) {
    const slider = sliders[name];
    const showFocus = () => slider.classList.remove('explainer-grip-pointed');
    const release = () => {
      held = undefined;
      slider.classList.remove('explainer-grip-held');
    };
    slider.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0 || rules.size() === 0) return;
        event.preventDefault();
        const place = placeUnder(slider, event);
        const hand = nearer(place, name);
        // Grasped beside its middle, a grip keeps that distance instead of jumping.
        held = { hand, offset: rules.turnAt(place) - rules.turnOf(hand) };
        const taken = sliders[hand];
        taken.setPointerCapture?.(event.pointerId);
        taken.classList.add('explainer-grip-held', 'explainer-grip-pointed');
        taken.focus({ preventScroll: true });
      },
      { signal },
    );
    slider.addEventListener(
      'pointermove',
      (event) => {
        if (held?.hand !== name || rules.size() === 0) return;
        const turn = wrapTurn(rules.turnAt(placeUnder(slider, event)) - held.offset);
        moveTo(name, rules.residueAt(name, turn));
      },
      { signal },
    );
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      slider.addEventListener(end, release, { signal });
    }
    slider.addEventListener(
      'keydown',
      (event) => {
        showFocus();
        if (rules.size() === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
        const next = residueAfterKey(rules.residue(name), event.key, rules.size());
        if (next === undefined) return;
        event.preventDefault();
        moveTo(name, next);
      },
      { signal },
    );
    slider.addEventListener('blur', showFocus, { signal });
  }
  for (const name of NAMES) listen(name);

  return {
    elements: [sliders.a, sliders.b],
    write(words) {
      for (const name of NAMES) {
        const slider = sliders[name];
        slider.setAttribute('aria-label', words[name].label);
        slider.setAttribute('aria-valuemax', String(Math.max(0, rules.size() - 1)));
        slider.setAttribute('aria-valuenow', String(rules.residue(name)));
        slider.setAttribute('aria-valuetext', words[name].value);
      }
    },
    place(next) {
      ends = next;
      for (const name of NAMES) {
        const { x, y } = next[name];
        sliders[name].style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      }
    },
    isHeld: () => held !== undefined,
    destroy: () => listening.abort(),
  };
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function createSlider(): HTMLElement {
  const slider = createHtml('div', 'explainer-grip');
  slider.setAttribute('role', 'slider');
  slider.setAttribute('aria-valuemin', '0');
  slider.tabIndex = 0;
  return slider;
}
