/** The axes of the strip of runs, with their names. */

import { select } from 'd3';
import type { Layer } from '../../axes.ts';
import { drawHorizontalAxis, drawVerticalAxis } from '../../axes.ts';
import type { PhaseStripData } from './data.ts';
import type { StripLayout } from './layout.ts';
import { attentionAxisTicks, measureScale, measureTicks, thresholdOf } from './layout.ts';
import { thresholdText, words } from './wording.ts';

export interface StripAxes {
  draw(data: PhaseStripData, layout: StripLayout): void;
}

/** @param plot the group whose top left corner is the plot's */
export function createStripAxes(plot: SVGGElement): StripAxes {
  const root = select(plot);
  const layer = (): Layer => root.append('g');
  const [vertical, horizontal] = [layer(), layer()];
  const caption = (className: string) => root.append('text').attr('class', className);
  const across = caption('curves-axis-name')
    .attr('text-anchor', 'end')
    .text(words('attentionRate'));
  const foot = caption('curves-tick').attr('text-anchor', 'end').attr('x', -8);
  foot.attr('dy', '0.33em').text(words('noValue'));
  const threshold = caption('phase-strip-threshold');

  return {
    draw(data, layout) {
      const { plotWidth, plotHeight, axisHeight } = layout;
      const size = { width: plotWidth, height: axisHeight };
      drawVerticalAxis(vertical, measureTicks(data, layout), size);
      const ground = { width: plotWidth, height: plotHeight, overhang: 12 };
      drawHorizontalAxis(horizontal, attentionAxisTicks(layout), ground);
      across.attr('x', plotWidth).attr('y', plotHeight + 33);
      foot.attr('y', (axisHeight + plotHeight) / 2 + 3);
      const line = measureScale(data, layout)(thresholdOf(data.measure));
      const isBelow = data.measure === 'irrelevance';
      // At the end of the line that runs keep away from.
      threshold.attr('x', isBelow ? 0 : plotWidth).attr('text-anchor', isBelow ? 'start' : 'end');
      threshold.attr('y', line + (isBelow ? 14 : -6)).text(thresholdText(data.measure));
    },
  };
}
