/** The axes of the phase map and their names, beneath the dots. */

import { select } from 'd3';
import type { Layer } from '../axes.ts';
import { drawHorizontalAxis, drawVerticalAxis } from '../axes.ts';
import type { PhaseMapData } from './data.ts';
import type { MapLayout } from './layout.ts';
import { FOOT, mapScales } from './layout.ts';
import { axisName, mapTicks } from './scale.ts';
import { words } from './wording.ts';

export interface MapAxes {
  draw(data: PhaseMapData, layout: MapLayout): void;
}

/** Labels of the horizontal axis may reach this far beyond the plot. */
const OVERHANG = 12;
/** Between the lines of words at the foot. */
const LINE = 11;

/** @param plot the group whose top left corner is the plot's */
export function createMapAxes(plot: SVGGElement): MapAxes {
  const root = select(plot);
  const layer = (): Layer => root.append('g');
  const [vertical, horizontal, foot] = [layer(), layer(), layer()];
  const name = root.append('text').attr('class', 'curves-axis-name').attr('text-anchor', 'end');
  foot.attr('class', 'phase-map-foot');
  const footLine = foot.append('line');
  const footLines = words('noValueLines').split('\n');
  const footWords = footLines.map((text) =>
    foot
      .append('text')
      .attr('class', 'curves-tick')
      .attr('text-anchor', 'end')
      .attr('x', -8)
      .text(text),
  );

  return {
    draw(data, layout) {
      const { plotWidth, plotHeight, axisHeight } = layout;
      const scales = mapScales(data, layout);
      const size = { width: plotWidth, height: axisHeight };
      drawVerticalAxis(vertical, mapTicks(data.up, scales.up), size);
      const ground = { width: plotWidth, height: plotHeight, overhang: OVERHANG };
      drawHorizontalAxis(horizontal, mapTicks(data.across, scales.across), ground);
      name
        .attr('x', plotWidth)
        .attr('y', plotHeight + 33)
        .text(axisName(data.across));
      const hasFoot = axisHeight < plotHeight;
      foot.attr('display', hasFoot ? null : 'none');
      footLine.attr('x2', plotWidth).attr('y1', axisHeight).attr('y2', axisHeight);
      footWords.forEach((text, line) => {
        const down = LINE * (line - (footWords.length - 1) / 2);
        text.attr('y', axisHeight + FOOT / 2 + 4.5 + down);
      });
    },
  };
}
