/** Figures that are drawn once more beside the page, where nobody sees, hears or reaches them. */

import './stage.css';
import type { Figure, StillFrames } from '../figure.ts';
import { standStill } from '../figure.ts';
import type { FigurePart } from './parts.ts';
import { watchCanvases } from './recorded-canvas.ts';

/** A mounted figure. */
export interface Stage {
  readonly host: HTMLElement;
  /** Feeds it and waits until it rests. */
  show(data: unknown): Promise<void>;
  remove(): void;
}

/** Times that a figure may ask for another drawing of the same data. */
const MOST_DRAWINGS = 50;
/** A page that goes to the background has no more frames; waiting ends after so many milliseconds. */
const LONGEST_FRAME = 80;

export function openStage({ create, className, context, width }: FigurePart): Stage {
  watchCanvases();
  const frames: StillFrames = new Set();
  const host = document.createElement('div');
  host.className = `picture-host ${className ?? ''}`.trim();
  host.style.width = `${width}px`;
  host.setAttribute('aria-hidden', 'true');
  host.inert = true;
  parentFor(context).append(host);
  let figure: Figure<unknown> | undefined;

  function remove() {
    figure?.destroy();
    host.remove();
  }

  try {
    figure = standStill(frames, () => create(host));
  } catch (error) {
    remove();
    throw error;
  }

  return {
    host,
    async show(data) {
      standStill(frames, () => figure?.update(data));
      drawAll(frames);
      // Figures measure themselves between two frames; a second drawing follows what they found.
      await nextFrame();
      drawAll(frames);
    },
    remove,
  };
}

function drawAll(frames: StillFrames): void {
  for (let round = 0; frames.size > 0 && round < MOST_DRAWINGS; round++) {
    const drawings = [...frames];
    frames.clear();
    standStill(frames, () => {
      for (const draw of drawings) draw(performance.now());
    });
  }
}

/** Beside the context, unless that is not laid out itself. */
function parentFor(context: Element | undefined): Element {
  const parent = context?.parentElement;
  return parent?.isConnected && parent.getClientRects().length > 0 ? parent : document.body;
}

/** Until the next animation frame has been, or would have been, drawn. */
export function nextFrame(): Promise<void> {
  if (document.hidden) return nextTask();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_FRAME);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // Sizes are observed after the frame's callbacks; a task of its own comes after that.
      setTimeout(resolve);
    });
  });
}

/** Lets others have their turn. A page in the background waits a second for each timer, but not here. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
