/**
 * How many of its strongest circles a network needs: accuracy with one circle, with two, and so on.
 * Each dot is a button that keeps as many.
 */

import './curves.css';
import './keeping-top-figure.css';
import { line, select } from 'd3';
import type { AxisTick, Layer } from './axes.ts';
import { drawVerticalAxis } from './axes.ts';
import type { Figure } from './figure.ts';
import { createFrameScheduler } from './figure.ts';
import { listenToButtonRow } from './inside/button-row.ts';
import { createHtml, createSvg } from './inside/elements.ts';
import { watchWidth } from './inside/width.ts';
import { percentText } from './inside/words.ts';
import type { KeepingTopData, KeepingTopOptions } from './keeping-top/data.ts';
import type { KeepingDot } from './keeping-top/layout.ts';
import {
  accuracyHeight,
  chanceAtRight,
  HEIGHT,
  keepingDots,
  keepingLabel,
  MARGIN,
  usedWidth,
} from './keeping-top/layout.ts';
import { words } from './keeping-top/words.ts';
import { wholePercent } from './percent.ts';

export type { KeepingEntry, KeepingTopData, KeepingTopOptions } from './keeping-top/data.ts';

const TARGET = 30;
const plotHeight = HEIGHT - MARGIN.top - MARGIN.bottom;

const linePath = line<KeepingDot>(
  ({ x }) => x,
  ({ y }) => y,
);

/** Mounts the figure. It shows empty axes until there are entries. */
export function createKeepingTopFigure(
  host: HTMLElement,
  { onPick }: KeepingTopOptions,
): Figure<KeepingTopData> {
  let data: KeepingTopData = { p: 0, entries: [] };
  const scheduler = createFrameScheduler(draw);

  const root = createHtml('div', 'keeping-top');
  const title = createHtml('div', 'keeping-top-title', words('title'));
  const stage = createHtml('div', 'keeping-top-stage');
  const element = createSvg('svg', { class: 'keeping-top-drawing', 'aria-hidden': 'true' });
  const buttons = createHtml('div', 'keeping-top-buttons');
  buttons.setAttribute('role', 'group');
  buttons.setAttribute('aria-label', words('group'));
  const stopListening = listenToButtonRow(buttons);
  const invitation = createHtml('div', 'keeping-top-invitation');
  invitation.append(createHtml('span', '', words('invitation')));
  stage.append(element, buttons, invitation);
  root.append(title, stage);
  host.append(root);
  const width = watchWidth(root, scheduler.request);

  const plot = select(element)
    .attr('height', HEIGHT)
    .append('g')
    .attr('transform', `translate(${MARGIN.left},${MARGIN.top})`);
  const layer = (): Layer => plot.append('g');
  const axis = layer();
  const baseline = plot.append('line').attr('class', 'curves-baseline');
  const chance = plot.append('line').attr('class', 'keeping-top-chance');
  const path = plot.append('path').attr('class', 'keeping-top-line');
  const columns = layer();
  const chanceLabel = plot.append('text').attr('class', 'keeping-top-chance-label');
  const name = plot.append('text').attr('class', 'curves-tick');
  name.attr('text-anchor', 'middle').attr('y', plotHeight + 32);
  name.text(words('axis'));
  draw();

  function draw() {
    const plotWidth = Math.max(40, width.current() - MARGIN.left - MARGIN.right);
    const dots = keepingDots(data, plotWidth);
    const used = usedWidth(dots.length, plotWidth);
    select(element).attr('width', width.current());
    invitation.hidden = dots.length > 0;
    drawVerticalAxis(axis, ticks(), { width: used, height: plotHeight });
    baseline.attr('x2', used).attr('y1', plotHeight).attr('y2', plotHeight);
    name.attr('x', used / 2);
    path.attr('d', linePath(dots));
    drawColumns(dots);
    drawChance(dots, used);
    placeButtons(dots);
  }

  function drawColumns(dots: readonly KeepingDot[]) {
    const groups = columns
      .selectAll<SVGGElement, KeepingDot>('g')
      .data(dots, ({ count }) => count)
      .join((enter) => {
        const group = enter.append('g').attr('text-anchor', 'middle');
        group.append('circle').attr('class', 'keeping-top-dot').attr('r', 4.5);
        group.append('text').attr('class', 'keeping-top-value');
        group.append('text').attr('class', 'keeping-top-added');
        group.append('text').attr('class', 'curves-tick');
        return group;
      });
    groups.attr('transform', ({ x }) => `translate(${x},0)`);
    groups.select('circle').attr('cy', ({ y }) => y);
    groups
      .select('.keeping-top-value')
      .attr('x', ({ valuePlace }) => valuePlace.x)
      .attr('y', ({ y, valuePlace }) => y + valuePlace.y)
      .text(({ value }) => value);
    groups
      .select('.keeping-top-added')
      .attr('x', ({ addedPlace }) => addedPlace.x)
      .attr('y', ({ y, addedPlace }) => y + addedPlace.y)
      .text(({ added }) => added);
    groups
      .select('.curves-tick')
      .attr('y', plotHeight + 16)
      .text(({ count }) => count);
  }

  function drawChance(dots: readonly KeepingDot[], used: number) {
    const level = data.p > 0 ? 1 / data.p : 0;
    const y = accuracyHeight(level);
    const atRight = chanceAtRight(dots);
    chance.attr('x2', used).attr('y1', y).attr('y2', y);
    chanceLabel
      .attr('x', atRight ? used : 0)
      .attr('y', y - 5)
      .attr('text-anchor', atRight ? 'end' : 'start')
      .text(dots.length > 0 ? words('chance', { p: data.p, share: percentText(level) }) : '');
    for (const mark of [chance, chanceLabel]) mark.attr('display', dots.length > 0 ? null : 'none');
  }

  /** Real buttons lie, unseen, over the dots. */
  function placeButtons(dots: readonly KeepingDot[]) {
    buttons.setAttribute('aria-label', keepingLabel(data));
    while (buttons.children.length > dots.length) buttons.lastElementChild?.remove();
    dots.forEach((dot, index) => {
      const button = (buttons.children[index] ?? addButton()) as HTMLButtonElement;
      button.setAttribute('aria-label', dot.name);
      button.dataset.count = String(dot.count);
      button.style.left = `${(MARGIN.left + dot.x - TARGET / 2).toFixed(1)}px`;
      button.style.top = `${(MARGIN.top + dot.y - TARGET / 2).toFixed(1)}px`;
    });
  }

  function addButton(): HTMLButtonElement {
    const button = createHtml('button', 'keeping-top-button');
    button.type = 'button';
    button.addEventListener('click', () => onPick(Number(button.dataset.count)));
    buttons.append(button);
    return button;
  }

  return {
    update(next) {
      data = next;
      scheduler.request();
    },
    destroy() {
      scheduler.cancel();
      width.stop();
      stopListening();
      root.remove();
    },
  };
}

function ticks(): AxisTick[] {
  return [0, 0.25, 0.5, 0.75, 1].map((accuracy) => ({
    position: accuracyHeight(accuracy),
    text: wholePercent(accuracy),
    ...(accuracy === 1 ? { kind: 'threshold' as const } : {}),
  }));
}
