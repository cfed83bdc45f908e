/** The votes for every possible answer, as thin bars in the residues' colours. */

import { formatNumber } from '../../../messages/numbers.ts';
import { createSvg } from '../../inside/elements.ts';
import { setPixels } from '../../pair/ring-frame.ts';
import { residueColour } from '../../residue-colour.ts';
import type { VoteBarsPlace } from '../shared/vote-reading.ts';
import type { PizzaAlgorithmData } from './data.ts';
import { createVoteLabels, winnerLabels } from './vote-labels.ts';
import type { Strengths } from './votes.ts';
import { directions, voteParts, votesReach } from './votes.ts';
import { words } from './wording.ts';

/** What the bars show at one moment. */
export interface VoteBarsContent {
  readonly data: PizzaAlgorithmData;
  readonly strengths: Strengths;
  /** Angle w(a+b), where bars are largest when the strength is above 0. */
  readonly angle: number;
  readonly answer: number;
  /** Answers with the largest vote. */
  readonly winners: readonly number[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface VoteBars {
  readonly element: SVGSVGElement;
  /** @param size in pixels */
  resize(size: Size): void;
  draw(content: VoteBarsContent): void;
  /** Where the bars stand. */
  place(): VoteBarsPlace;
}

const MARGIN = { left: 22, right: 2, top: 20, bottom: 38 };
const PARTS = ['kept', 'added', 'removed'] as const;
const WIDEST_BAR = 14;

export function createVoteBars(): VoteBars {
  const element = createSvg('svg', {
    class: 'explainer-drawing pizza-algorithm-votes',
    role: 'img',
  });
  const scale = createSvg('g', { class: 'pizza-algorithm-scale' });
  const right = createSvg('line', { class: 'pizza-algorithm-right' });
  const bars = createSvg('g', {});
  const winnerNames = createVoteLabels('pizza-algorithm-winners');
  const rightName = createVoteLabels('pizza-algorithm-right-name');
  element.append(scale, right, bars, winnerNames.element, rightName.element);
  let [barsKey, scaleKey] = ['', ''];
  let rows: SVGGElement[] = [];
  let size: Size = { width: 0, height: 0 };

  function fitBars({ k, p }: PizzaAlgorithmData) {
    const key = `${k} ${p}`;
    if (barsKey === key) return;
    barsKey = key;
    rows = Array.from({ length: p }, (_, c) => {
      const row = createSvg('g', {});
      row.style.setProperty('--vote', residueColour(k, c, p));
      row.append(...PARTS.map((name) => createSvg('rect', { class: `pizza-algorithm-${name}` })));
      return row;
    });
    bars.replaceChildren(...rows);
  }

  function drawScale(y: (vote: number) => number, { p }: PizzaAlgorithmData) {
    const { width, height } = size;
    const key = [width, height, y(0), y(1), p].join();
    if (key === scaleKey) return;
    scaleKey = key;
    const end = width - MARGIN.right;
    const lines = [1, 0, -1].flatMap((value) => {
      const kind = value === 0 ? 'zero-line' : 'grid';
      const line = createSvg('line', { class: `pizza-algorithm-${kind}` });
      setPixels(line, { x1: MARGIN.left, x2: end, y1: y(value), y2: y(value) });
      const name = scaleText(MARGIN.left - 6, y(value), 'end', formatNumber(value));
      name.setAttribute('dy', '0.33em');
      return [line, name];
    });
    const foot = height - 4;
    scale.replaceChildren(
      ...lines,
      scaleText(MARGIN.left, foot, 'start', '0'),
      scaleText((MARGIN.left + end) / 2, foot, 'middle', words('possibleAnswer')),
      scaleText(end, foot, 'end', String(p - 1)),
    );
  }

  return {
    element,
    resize(next) {
      if (size.width === next.width && size.height === next.height) return;
      size = next;
      setPixels(element, { ...size });
    },
    place: () => ({
      left: MARGIN.left,
      right: size.width - MARGIN.right,
      top: MARGIN.top,
      bottom: size.height - MARGIN.bottom,
    }),
    draw(content) {
      const { data, strengths, angle, answer, winners } = content;
      const { width, height } = size;
      const reach = votesReach(data.absolute, data.accompanied);
      const bottom = height - MARGIN.bottom;
      const y = (vote: number) =>
        MARGIN.top + ((bottom - MARGIN.top) * (reach - vote)) / (2 * reach);
      const stripe = (width - MARGIN.left - MARGIN.right) / data.p;
      const x = (c: number) => MARGIN.left + (c + 0.5) * stripe;
      const thickness = Math.max(1, Math.min(WIDEST_BAR, 0.66 * stripe));
      fitBars(data);
      drawScale(y, data);
      const towards = directions(data.k, data.p, angle);
      rows.forEach((row, c) => {
        const direction = towards[c] ?? 0;
        const parts = voteParts(strengths.first * direction, strengths.second * direction);
        PARTS.forEach((name, index) => {
          const [from, to] = parts[name].map(y) as [number, number];
          setPixels(row.children[index], {
            x: x(c) - thickness / 2,
            width: thickness,
            y: Math.min(from, to),
            height: Math.abs(from - to),
          });
        });
      });
      setPixels(right, { x1: x(answer), x2: x(answer), y1: MARGIN.top - 4, y2: bottom + 4 });
      const isRight = winners.includes(answer);
      winnerNames.element.classList.toggle('pizza-algorithm-wrong', !isRight);
      winnerNames.draw(winnerLabels(winners, x), MARGIN.top - 8, width);
      const name = { text: words('right', { answer }), x: x(answer) };
      rightName.draw(isRight ? [] : [name], bottom + 16, width);
    },
  };
}

function scaleText(x: number, y: number, anchor: string, name: string): SVGTextElement {
  const text = createSvg('text', { 'text-anchor': anchor });
  setPixels(text, { x, y });
  text.textContent = name;
  return text;
}
