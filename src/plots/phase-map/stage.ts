/** The phase map's elements: axes beneath a canvas of dots, lines and rings above it. */

import { select } from 'd3';
import type { Layer } from '../axes.ts';
import { createHtml, createSvg } from '../inside/elements.ts';
import { createMapAxes } from './axes.ts';
import { createMapBins } from './bins.ts';
import type { PhaseMapData } from './data.ts';
import type { MapLayout } from './layout.ts';
import type { MapPlaces } from './places.ts';
import { createMapThresholds } from './thresholds.ts';
import { createTransitionMarks } from './transition.ts';
import { words } from './wording.ts';

export interface MapStage {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** Takes pointer and keyboard. */
  readonly target: SVGSVGElement;
  readonly rings: Layer;
  resize(layout: MapLayout): void;
  /** Draws all but dots and rings. */
  draw(data: PhaseMapData, layout: MapLayout, places: MapPlaces): void;
}

export function createMapStage(): MapStage {
  const element = createHtml('div', 'phase-map-stage');
  const ground = createSvg('svg', { class: 'curves-drawing phase-map-ground' });
  ground.setAttribute('aria-hidden', 'true');
  const canvas = createHtml('canvas', 'phase-map-canvas');
  canvas.setAttribute('aria-hidden', 'true');
  const target = createSvg('svg', { class: 'curves-drawing phase-map-drawing', role: 'img' });
  element.append(ground, canvas, target);
  const [low, high] = [createSvg('g', {}), createSvg('g', {})];
  ground.append(low);
  target.append(high);
  const axes = createMapAxes(low);
  const bins = createMapBins(high);
  const transition = createTransitionMarks(low, high);
  const thresholds = createMapThresholds(high);
  const empty = select(high).append('text').attr('class', 'curves-empty phase-map-words');
  empty.attr('text-anchor', 'middle').attr('display', 'none').text(words('noRuns'));
  const rings = select(high).append('g');

  return {
    element,
    canvas,
    target,
    rings,
    resize({ width, height, left, top }) {
      element.style.height = `${height}px`;
      for (const each of [ground, target]) {
        each.setAttribute('width', String(width));
        each.setAttribute('height', String(height));
      }
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      for (const each of [low, high]) each.setAttribute('transform', `translate(${left},${top})`);
    },
    draw(data, layout, places) {
      axes.draw(data, layout);
      bins.draw(data, layout);
      transition.draw(data, layout);
      thresholds.draw(data, layout, places);
      empty.attr('display', data.x.length === 0 ? null : 'none');
      empty.attr('x', layout.plotWidth / 2).attr('y', layout.plotHeight / 2);
    },
  };
}
