/** Elements of one panel: header, bar, notes, and the square the circle is drawn in. */

import type { CirclePlane } from './data.ts';
import type { Presence } from './presence.ts';
import { neighbourStep } from './step-order.ts';
import {
  foldedText,
  panelLabel,
  roundnessText,
  sharedFactorLines,
  sharedFactorSentence,
  shareText,
} from './wording.ts';
import { words } from './words.ts';

const SVG = 'http://www.w3.org/2000/svg';

export interface PanelElements {
  readonly panel: HTMLElement;
  readonly header: HTMLElement;
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** Numbers of residue 0 and of its neighbour. */
  readonly labels: readonly [HTMLElement, HTMLElement];
  /** Writes everything that is text. */
  write(plane: CirclePlane, p: number, presence: Presence): void;
}

/** A panel without data: it keeps its place and shows the ghost of a circle. */
export function createPanelElements(): PanelElements {
  const panel = create('div', 'circles-panel');
  panel.dataset.presence = 'ghost';
  panel.setAttribute('aria-hidden', 'true');
  const header = create('div', 'circles-header');
  const title = create('div', 'circles-title');
  const frequency = create('span', 'circles-frequency');
  const share = create('span', 'circles-share');
  title.append(frequency, share);
  const bar = create('div', 'circles-bar');
  const fill = create('div', 'circles-bar-fill');
  bar.append(fill);
  const roundness = create('div', 'circles-roundness');
  const note = create('div', 'circles-note');
  header.append(title, bar, roundness, note);

  const stage = create('div', 'circles-stage');
  const canvas = document.createElement('canvas');
  canvas.className = 'circles-canvas';
  const labels = [create('span', 'circles-label'), create('span', 'circles-label')] as const;
  const folded = create('div', 'circles-folded');
  stage.append(createGhost(), canvas, ...labels, folded);
  panel.append(header, stage);

  return {
    panel,
    header,
    stage,
    canvas,
    labels,
    write(plane, p, presence) {
      const isFolded = presence === 'folded';
      panel.dataset.presence = presence;
      panel.removeAttribute('aria-hidden');
      panel.setAttribute('role', 'img');
      panel.setAttribute('aria-label', panelLabel(plane, p, isFolded));
      panel.setAttribute('aria-description', words('walking'));
      // Nothing can be walked on in a folded panel.
      if (isFolded) panel.removeAttribute('tabindex');
      else panel.tabIndex = 0;
      frequency.textContent = `k = ${plane.k}`;
      share.textContent = words('ofPower', { share: shareText(plane.powerFraction) });
      fill.style.width = `${(100 * plane.powerFraction).toFixed(2)}%`;
      roundness.textContent = roundnessText(plane);
      note.replaceChildren(
        ...sharedFactorLines(plane, p).map((text) => {
          const line = create('div', 'circles-note-line');
          line.textContent = text;
          return line;
        }),
      );
      note.title = sharedFactorSentence(plane, p);
      labels[0].textContent = '0';
      labels[1].textContent = String(neighbourStep(plane.k, p));
      folded.textContent = foldedText(plane.k);
    },
  };
}

/** A faint ring of points where a circle will form. */
function createGhost(): SVGElement {
  const ghost = document.createElementNS(SVG, 'svg');
  ghost.setAttribute('class', 'circles-ghost');
  ghost.setAttribute('viewBox', '0 0 100 100');
  const ring = document.createElementNS(SVG, 'circle');
  for (const [name, value] of Object.entries({ cx: 50, cy: 50, r: 41, pathLength: 59 })) {
    ring.setAttribute(name, String(value));
  }
  ghost.append(ring);
  return ghost;
}

function create(tag: 'div' | 'span', className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
