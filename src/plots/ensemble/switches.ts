/** The circles' switches: real buttons that lie, unseen, over the drawing. */

import { listenToButtonRow } from '../inside/button-row.ts';
import { createHtml } from '../inside/elements.ts';
import type { EnsembleOptions } from './data.ts';
import type { EnsembleFrame, EnsembleLayout } from './layout.ts';
import { circleName, groupLabel } from './wording.ts';
import { words } from './words.ts';

export interface EnsembleSwitches {
  readonly element: HTMLElement;
  /** Brings the buttons to where the circles are drawn. A button keeps the focus it has. */
  place(frame: EnsembleFrame, layout: EnsembleLayout): void;
  destroy(): void;
}

const TALLEST_MARGIN = 4;
const SMALLEST_TARGET = 24;

/** @param onHover the circle under the pointer or the focus changed */
export function createEnsembleSwitches(
  { onToggle }: Pick<EnsembleOptions, 'onToggle'>,
  onHover: (k: number | null) => void,
): EnsembleSwitches {
  const element = createHtml('div', 'ensemble-switches');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', words('group'));
  const stopListening = listenToButtonRow(element);
  const buttons = new Map<number, HTMLButtonElement>();

  function createSwitch(k: number): HTMLButtonElement {
    const button = createHtml('button', 'ensemble-switch');
    button.type = 'button';
    button.addEventListener('click', () => onToggle(k));
    button.addEventListener('pointerenter', () => onHover(k));
    button.addEventListener('pointerleave', () => onHover(null));
    button.addEventListener('focus', () => onHover(k));
    button.addEventListener('blur', () => onHover(null));
    return button;
  }

  return {
    element,
    destroy: stopListening,
    place({ height }, { nodes, slot }) {
      element.setAttribute('aria-label', groupLabel(nodes.map(({ circle }) => circle)));
      const wanted = nodes.map(({ circle, x, y, radius }) => {
        const button = buttons.get(circle.k) ?? createSwitch(circle.k);
        buttons.set(circle.k, button);
        button.setAttribute('aria-label', circleName(circle));
        button.setAttribute('aria-pressed', String(circle.kept));
        const width = Math.max(SMALLEST_TARGET, Math.min(slot, 2 * radius + 72));
        const top = y - radius - TALLEST_MARGIN;
        button.style.left = `${(x - width / 2).toFixed(1)}px`;
        button.style.top = `${top.toFixed(1)}px`;
        button.style.width = `${width.toFixed(1)}px`;
        button.style.height = `${(height - top).toFixed(1)}px`;
        return button;
      });
      for (const [k, button] of buttons) {
        if (wanted.includes(button)) continue;
        button.remove();
        buttons.delete(k);
      }
      wanted.forEach((button, index) => {
        const present = element.children[index];
        if (present !== button) element.insertBefore(button, present ?? null);
      });
    },
  };
}
