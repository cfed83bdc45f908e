/** The table twice, in the order of the numbers and in that of the names, one fading into the other. */

import { createHtml } from '../../inside/elements.ts';
import { paintCells } from './cells.ts';
import type { TaskTableData } from './data.ts';
import type { Ordering } from './symbols.ts';

export interface LayersContent {
  readonly data: TaskTableData;
  readonly numbers: Ordering;
  readonly symbols: Ordering;
  /** Side of the square in pixels. */
  readonly size: number;
  /** 0: only numbers are seen, 1: only names. */
  readonly share: number;
}

export interface TableLayers {
  readonly elements: readonly HTMLCanvasElement[];
  /** Paints a layer only when it is seen and differs from what it shows. */
  draw(content: LayersContent): void;
  /** Colours have changed: everything is painted anew at the next drawing. */
  forget(): void;
}

export function createTableLayers(): TableLayers {
  const layers = [createLayer(), createLayer()] as const;

  return {
    elements: layers.map(({ canvas }) => canvas),
    draw({ data, numbers, symbols, size, share }) {
      layers[0].draw(data, numbers, size, 1 - share);
      layers[1].draw(data, symbols, size, share);
    },
    forget() {
      for (const layer of layers) layer.forget();
    },
  };
}

function createLayer() {
  const canvas = createHtml('canvas', 'task-table-canvas');
  let painted: readonly unknown[] = [];

  return {
    canvas,
    draw(data: TaskTableData, ordering: Ordering, size: number, opacity: number) {
      canvas.style.opacity = opacity.toFixed(3);
      if (opacity === 0) return;
      const wanted = [data.p, data.trainMask, size, window.devicePixelRatio];
      if (wanted.every((part, index) => part === painted[index])) return;
      painted = wanted;
      paintCells(canvas, size, data, ordering, getComputedStyle(canvas));
    },
    forget() {
      painted = [];
    },
  };
}
