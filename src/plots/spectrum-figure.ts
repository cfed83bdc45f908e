/** The spectrum of the token embedding: how much power each frequency has, and how round it is. */

import './curves.css';
import './spectrum-figure.css';
import { range, select } from 'd3';
import type { Layer } from './axes.ts';
import { drawHorizontalAxis, drawVerticalAxis } from './axes.ts';
import { createPointReading } from './curves/point-reading.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler } from './figure.ts';
import { createHtml, createSvg } from './inside/elements.ts';
import { watchWidth } from './inside/width.ts';
import type { SpectrumData } from './spectrum/data.ts';
import type { SpectrumBar, SpectrumLabel } from './spectrum/layout.ts';
import {
  frequencyLines,
  HEIGHT,
  MARGIN,
  PLOT_HEIGHT,
  powerTicks,
  spectrumBars,
  spectrumLabels,
  spectrumSummary,
} from './spectrum/layout.ts';
import { words } from './spectrum/words.ts';
import { createValueReadout } from './value-readout.ts';

export type { SpectrumData, SpectrumFrequency } from './spectrum/data.ts';

/** Highest frequency of the axis before there is data. */
const USUAL_END = 29;

/** Mounts the spectrum. It shows empty axes until there are frequencies. */
export function createSpectrumFigure(host: HTMLElement): Figure<SpectrumData> {
  let data: SpectrumData = { p: 2 * USUAL_END + 1, frequencies: [], highlighted: [] };
  let bars: readonly SpectrumBar[] = [];
  let isSpoken = false;
  const scheduler = createFrameScheduler(draw);

  const root = createHtml('div', 'spectrum');
  const title = createHtml('div', 'spectrum-title', words('title'));
  const stage = createHtml('div', 'spectrum-stage');
  const element = createSvg('svg', {
    class: 'spectrum-drawing',
    role: 'img',
    tabindex: 0,
    'aria-description': words('reading'),
  });
  const invitation = createHtml('div', 'spectrum-invitation', words('invitation'));
  stage.append(element, invitation);
  root.append(title, stage, createLegend());
  host.append(root);
  const readout = createValueReadout(stage);
  const width = watchWidth(root, scheduler.request);

  const plot = select(element)
    .attr('height', HEIGHT)
    .append('g')
    .attr('transform', `translate(${MARGIN.left},${MARGIN.top})`);
  const layer = (): Layer => plot.append('g');
  const layers = { vertical: layer(), horizontal: layer(), bars: layer(), labels: layer() };
  const name = plot.append('text').attr('class', 'curves-tick').text(words('axis'));
  name.attr('text-anchor', 'end').attr('y', PLOT_HEIGHT + 31);
  const plotWidth = () => Math.max(40, width.current() - MARGIN.left - MARGIN.right);

  const reading = createPointReading(element, {
    points: () => bars.map(({ frequency }) => ({ step: frequency.k })),
    shown: () => bars.findIndex(({ height }) => height === Math.max(...bars.map((b) => b.height))),
    at: (x) => nearestBar(x - MARGIN.left),
    changed(spoken) {
      isSpoken = spoken;
      scheduler.request();
    },
  });
  draw();

  function nearestBar(x: number): number {
    const slot = plotWidth() / Math.max(1, Math.floor(data.p / 2));
    const k = Math.floor(x / slot) + 1;
    return bars.findIndex(({ frequency }) => frequency.k === k);
  }

  function draw() {
    bars = spectrumBars(data, plotWidth());
    select(element).attr('width', width.current()).attr('aria-label', spectrumSummary(data));
    invitation.hidden = bars.length > 0;
    const size = { width: plotWidth(), height: PLOT_HEIGHT, overhang: 10 };
    drawVerticalAxis(layers.vertical, bars.length > 0 ? powerTicks(data.frequencies) : [], size);
    drawHorizontalAxis(layers.horizontal, frequencyTicks(data.p, size.width), size);
    name.attr('x', size.width);
    drawBars(reading.index());
    drawLabels(spectrumLabels(bars, size.width));
    showReadout();
  }

  function drawBars(picked: number) {
    const groups = layers.bars
      .selectAll<SVGGElement, SpectrumBar>('g')
      .data(bars, ({ frequency }) => frequency.k)
      .join((enter) => {
        const group = enter.append('g');
        group.append('rect').attr('class', 'spectrum-longer');
        group.append('rect').attr('class', 'spectrum-shorter');
        return group;
      })
      .attr('class', ({ isMain }, index) =>
        [isMain ? 'spectrum-main' : '', index === picked ? 'spectrum-picked' : ''].join(' ').trim(),
      );
    groups
      .select('.spectrum-longer')
      .attr('x', ({ x }) => x)
      .attr('width', ({ width: barWidth }) => barWidth)
      .attr('y', ({ longer }) => PLOT_HEIGHT - longer)
      .attr('height', ({ longer }) => longer);
    groups
      .select('.spectrum-shorter')
      .attr('x', ({ x }) => x)
      .attr('width', ({ width: barWidth }) => barWidth)
      .attr('y', ({ height }) => PLOT_HEIGHT - height)
      .attr('height', ({ height, longer }) => Math.max(0, height - longer));
  }

  function drawLabels(labels: readonly SpectrumLabel[]) {
    layers.labels
      .selectAll<SVGTextElement, SpectrumLabel>('text')
      .data(labels, ({ k }) => k)
      .join('text')
      .attr('class', 'spectrum-label')
      .attr('text-anchor', 'middle')
      .attr('x', ({ x }) => x)
      .attr('y', ({ y }) => y)
      .text(({ k }) => k);
  }

  function showReadout() {
    const bar = bars[reading.index()];
    if (!bar) {
      readout.hide();
      return;
    }
    const lines = frequencyLines(bar.frequency, data.p);
    readout.show(lines, {
      x: MARGIN.left + bar.x + bar.width / 2,
      y: MARGIN.top + PLOT_HEIGHT - bar.height,
      clearance: bar.isMain ? 20 : 8,
    });
    if (isSpoken) readout.announce(lines.join(' · '));
  }

  return {
    update(next) {
      data = next;
      scheduler.request();
    },
    destroy() {
      scheduler.cancel();
      width.stop();
      reading.destroy();
      readout.destroy();
      root.remove();
    },
  };
}

function frequencyTicks(p: number, width: number) {
  const last = Math.floor(p / 2);
  const slot = width / Math.max(1, last);
  const every = last <= 12 ? 1 : 5;
  return range(1, last + 1)
    .filter((k) => k === 1 || k % every === 0)
    .map((k) => ({ position: slot * (k - 0.5), text: String(k) }));
}

/** The two tones of a bar, explained. */
function createLegend(): HTMLElement {
  const legend = createHtml('div', 'spectrum-legend');
  const swatch = (className: string, text: string) => {
    const element = createHtml('span', 'spectrum-legend-entry');
    element.append(createHtml('span', `spectrum-swatch ${className}`), text);
    return element;
  };
  legend.append(
    swatch('spectrum-swatch-longer', words('longer')),
    swatch('spectrum-swatch-shorter', words('shorter')),
    createHtml('span', 'spectrum-legend-entry', words('equal')),
  );
  return legend;
}
