/**
 * A small box that names the value under the pointer or the keyboard's cursor. It follows its
 * anchor, stays inside the figure and never takes the pointer.
 */

import './value-readout.css';

/** The point a readout speaks about, in pixels from the figure's top left corner. */
export interface ReadoutAnchor {
  readonly x: number;
  readonly y: number;
  /** Distance to keep from the point. */
  readonly clearance: number;
}

export interface ValueReadout {
  /**
   * @param lines text, one string a line
   * @param colour CSS colour of a mark before the first line
   */
  show(lines: readonly string[], anchor: ReadoutAnchor, colour?: string): void;
  hide(): void;
  /** Reads a text to those who move by keyboard with a screen reader. */
  announce(text: string): void;
  destroy(): void;
}

/** @param figure the figure's outermost element; it must be positioned */
export function createValueReadout(figure: HTMLElement): ValueReadout {
  const box = document.createElement('div');
  box.className = 'value-readout';
  box.setAttribute('aria-hidden', 'true');
  box.hidden = true;
  const spoken = document.createElement('div');
  spoken.className = 'value-readout-spoken';
  spoken.setAttribute('aria-live', 'polite');
  figure.append(box, spoken);
  let shownText = '';

  return {
    show(lines, anchor, colour) {
      const text = lines.join('\n');
      if (text !== shownText || box.hidden) {
        box.replaceChildren(...lines.map(createLine));
        shownText = text;
      }
      box.style.setProperty('--value-readout-mark', colour ?? 'transparent');
      box.classList.toggle('value-readout-marked', colour !== undefined);
      box.hidden = false;
      const { left, top } = placeBox(anchor, box.offsetWidth, box.offsetHeight, figure.clientWidth);
      box.style.transform = `translate(${left}px, ${top}px)`;
    },
    hide() {
      box.hidden = true;
    },
    announce(text) {
      if (spoken.textContent !== text) spoken.textContent = text;
    },
    destroy() {
      box.remove();
      spoken.remove();
    },
  };
}

/**
 * Top left corner of the box: above its point where there is room, otherwise below, and never
 * beyond the figure's sides.
 */
export function placeBox(
  anchor: ReadoutAnchor,
  width: number,
  height: number,
  figureWidth: number,
): { left: number; top: number } {
  const left = Math.max(0, Math.min(figureWidth - width, anchor.x - width / 2));
  const above = anchor.y - anchor.clearance - height;
  return {
    left: Math.round(left),
    top: Math.round(above >= 0 ? above : anchor.y + anchor.clearance),
  };
}

function createLine(text: string): HTMLElement {
  const line = document.createElement('div');
  line.textContent = text;
  return line;
}
