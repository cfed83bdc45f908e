/**
 * All line figures on made-up runs. Query: `theme=dark`, `width=340`, `still=0.5` (stands still at
 * that part of the run instead of growing), `cursor=1200`.
 */

import {
  createAccuracyFigure,
  createLossFigure,
  createMeasuresFigure,
  createTimelineFigure,
  createVerdictPlane,
  type RunHistory,
} from '../../src/plots/curves.ts';
import {
  clockMilestones,
  clockPoint,
  emptyHistory,
  grokkingMilestones,
  grokkingPoint,
  historyUntil,
} from './synthetic-runs.ts';

const query = new URLSearchParams(location.search);
if (query.get('theme') === 'dark') document.documentElement.dataset.theme = 'dark';
const main = document.querySelector('main') as HTMLElement;
if (query.has('width')) main.style.width = `${query.get('width')}px`;
const still = query.has('still') ? Number(query.get('still')) : null;
const firstCursor = query.has('cursor') ? Number(query.get('cursor')) : null;

/** Builds one section and returns its update function. */
function addSection(title: string): (history: RunHistory) => void {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  section.append(heading);
  main.append(section);
  let cursorStep = firstCursor;
  let newest: RunHistory = emptyHistory;
  const card = () => {
    const element = document.createElement('div');
    element.className = 'card';
    section.append(element);
    return element;
  };
  const figures = [
    createTimelineFigure(card(), {
      onScrub(step) {
        cursorStep = step;
        show();
      },
    }),
    createLossFigure(card()),
    createAccuracyFigure(card()),
    createMeasuresFigure(card()),
    createVerdictPlane(card(), { height: 240 }),
    createVerdictPlane(card()),
  ];
  function show(): void {
    for (const figure of figures) figure.update({ ...newest, cursorStep });
  }
  return (history) => {
    newest = history;
    show();
  };
}

const showGrokking = addSection('Slow grokking, ends as a Pizza');
const showClock = addSection('Full attention, ends as a Clock');
const showEmpty = addSection('Before the first step');
showEmpty(emptyHistory);

function showAt(part: number): void {
  const last = Math.round((part * 6000) / 12) * 12;
  const grokking = { last, stride: 12, steps: 6000 };
  const clock = { last: Math.round(last / 3 / 40) * 40, stride: 40, steps: 20000 };
  showGrokking(historyUntil(grokkingPoint, grokkingMilestones, grokking));
  showClock(historyUntil(clockPoint, clockMilestones, { ...clock, last: clock.last * 3 }));
}

if (still === null) {
  let part = 0;
  setInterval(() => {
    part = part >= 1 ? 0 : part + 0.01;
    showAt(part);
  }, 200);
} else {
  showAt(still);
}
