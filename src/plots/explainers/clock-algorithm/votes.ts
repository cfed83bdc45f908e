/** The votes of the Clock's hand: a bar for every answer c, in the colour of its residue. */

import { range, tickStep } from 'd3';
import { formatNumber } from '../../../messages/numbers.ts';
import { approximateTextWidth } from '../../curves/label-layout.ts';
import { createSvg, writeText } from '../../inside/elements.ts';
import { setPixels } from '../../pair/ring-frame.ts';
import { residueColour } from '../../residue-colour.ts';
import { neighboursOnCircle, presenceOf } from './geometry.ts';
import type { VotesLayout } from './layout.ts';
import { answerX, voteY } from './layout.ts';
import { words } from './wording.ts';

export interface VotesPlot {
  readonly element: SVGSVGElement;
  /** Draws axes, and the bars at no height. */
  lay(p: number, k: number, layout: VotesLayout): void;
  /** @param votes length p @param answer the residue to mark */
  draw(votes: ArrayLike<number>, answer: number): void;
}

const WIDEST_BAR = 14;
const NAME_SIZE = 12;
/** From the largest vote up to the name of its answer. */
const NAME_RISE = 24;

export function createVotesPlot(): VotesPlot {
  const element = createSvg('svg', { class: 'explainer-drawing', role: 'img' });
  const axes = createSvg('g', { class: 'clock-algorithm-axes' });
  const bars = createSvg('g', {});
  const beside = [0, 1].map(() =>
    createSvg('text', { class: 'clock-algorithm-beside', 'text-anchor': 'middle' }),
  );
  const leader = createSvg('line', { class: 'clock-algorithm-leader' });
  const dot = createSvg('circle', { class: 'clock-algorithm-best', r: 3.5 });
  const name = createSvg('text', { class: 'clock-algorithm-best-name' });
  element.append(axes, bars, ...beside, leader, dot, name);
  let laid: { p: number; k: number; layout: VotesLayout } | undefined;

  function drawAxes(p: number, layout: VotesLayout) {
    const { left, right, top, bottom } = layout;
    const lines = [1, 0, -1].flatMap((vote) => {
      const y = voteY(layout, vote);
      const line = createSvg('line', vote === 0 ? { class: 'clock-algorithm-no-vote' } : {});
      setPixels(line, { x1: left, x2: right, y1: y, y2: y });
      return [line, axisText(left - 6, y + 4, formatNumber(vote), 'end')];
    });
    const step = Math.max(1, tickStep(0, p - 1, Math.max(2, (right - left) / 45)));
    axes.replaceChildren(
      ...lines,
      ...range(0, p, step).map((c) => {
        return axisText(answerX(layout, c, p), bottom + 16, String(c), 'middle');
      }),
      axisText((left + right) / 2, bottom + 33, words('possibleAnswer'), 'middle'),
      axisText(0, top - 46, words('voteFormula'), 'start'),
    );
  }

  return {
    element,
    lay(p, k, layout) {
      laid = { p, k, layout };
      setPixels(element, { width: layout.width, height: layout.height });
      drawAxes(p, layout);
      const pitch = (layout.right - layout.left) / p;
      const width = Math.min(WIDEST_BAR, 0.66 * pitch);
      bars.replaceChildren(
        ...Array.from({ length: p }, (_, c) => {
          const bar = createSvg('rect', {});
          setPixels(bar, { x: answerX(layout, c, p) - width / 2, width });
          bar.style.fill = residueColour(k, c, p);
          return bar;
        }),
      );
    },
    draw(votes, answer) {
      if (!laid) return;
      const { p, k, layout } = laid;
      const zero = voteY(layout, 0);
      for (let c = 0; c < p; c++) {
        const vote = votes[c] ?? 0;
        const y = voteY(layout, vote);
        setPixels(bars.children[c], { y: Math.min(y, zero), height: Math.abs(y - zero) });
        bars.children[c]?.setAttribute('opacity', presenceOf(vote).toFixed(2));
      }
      const x = answerX(layout, answer, p);
      const y = voteY(layout, votes[answer] ?? 0);
      setPixels(dot, { cx: x, cy: y });
      setPixels(leader, { x1: x, x2: x, y1: layout.top - NAME_RISE + 5, y2: y });
      writeText(name, `c = a + b = ${answer}`);
      const half = approximateTextWidth(name.textContent ?? '', NAME_SIZE) / 2;
      const middle = Math.min(layout.width - half, Math.max(half, x));
      setPixels(name, { x: middle, y: layout.top - NAME_RISE });
      const names = neighboursOnCircle(k, p, answer);
      beside.forEach((text, index) => {
        const c = names[index];
        const at = c === undefined ? x : answerX(layout, c, p);
        // Beside the answer's bar a number would touch the line to its name.
        const isFree = c !== undefined && Math.abs(at - x) > NAME_SIZE;
        text.style.display = isFree ? '' : 'none';
        if (!isFree) return;
        writeText(text, String(c));
        setPixels(text, { x: at, y: layout.top - 5 });
      });
    },
  };
}

function axisText(x: number, y: number, name: string, anchor: string): SVGTextElement {
  const text = createSvg('text', { 'text-anchor': anchor });
  setPixels(text, { x, y });
  text.textContent = name;
  return text;
}
