/** What the marks of the ensemble figure mean, in one line of its own words. */

import { createHtml, createSvg } from '../inside/elements.ts';
import { words } from './words.ts';

const ENTRIES = [
  ['clock', 'clock'],
  ['pizza', 'pizza'],
  ['accompanying', 'legendHelper'],
  ['none', 'neither'],
] as const;

/** @param hatch reference of the helpers' hatching */
export function createEnsembleLegend(hatch: string): HTMLElement {
  const legend = createHtml('div', 'ensemble-legend');
  for (const [verdict, message] of ENTRIES) {
    const mark = createSvg('svg', { width: 12, height: 12, 'aria-hidden': 'true' });
    const circle = createSvg('circle', { cx: 6, cy: 6, r: 5, class: 'ensemble-disc' });
    circle.dataset.verdict = verdict;
    if (verdict === 'accompanying') circle.style.fill = hatch;
    mark.append(circle);
    legend.append(entry(mark, words(message)));
  }
  const arrow = createSvg('svg', { width: 22, height: 12, 'aria-hidden': 'true' });
  arrow.append(
    createSvg('path', { d: 'M1,6H14', class: 'ensemble-arc' }),
    createSvg('path', { d: 'M13,1.5V10.5L21,6Z', class: 'ensemble-head' }),
  );
  legend.append(
    entry(arrow, words('legendArrow')),
    createHtml('span', 'ensemble-legend-entry', words('legendArea')),
    createHtml('span', 'ensemble-legend-entry figure-hint', words('legendSwitch')),
  );
  return legend;
}

function entry(mark: SVGElement, text: string): HTMLElement {
  const element = createHtml('span', 'ensemble-legend-entry');
  element.append(mark, text);
  return element;
}
