/** A page of all figures on made-up data, for looking at them while they are being made. */

import { createCirclesFigure } from '../../src/plots/circles.ts';
import { createHeatmapFigure } from '../../src/plots/heatmap.ts';
import type { CircleRecipe } from './fixtures.ts';
import { makeLogits, makePlanes } from './fixtures.ts';
import { showInsideCircles } from './inside-circles.ts';
import { showInsideNeurons } from './inside-neurons.ts';
import { showInsidePair } from './inside-pair.ts';
import { showPhaseMaps } from './phase-maps.ts';

const P = 59;

const PIZZA: readonly CircleRecipe[] = [
  { k: 17, amplitude: 1 },
  { k: 3, amplitude: 0.98 },
  { k: 15, amplitude: 0.92, roundness: 0.85 },
  { k: 25, amplitude: 0.6 },
  { k: 6, amplitude: 0.58 },
  { k: 29, amplitude: 0.55 },
];
const CLOCK: readonly CircleRecipe[] = [
  { k: 13, amplitude: 1 },
  { k: 16, amplitude: 0.92 },
  { k: 21, amplitude: 0.7 },
  { k: 17, amplitude: 0.38 },
  { k: 26, amplitude: 0.29, roundness: 0.1 },
];
const COMPOSITE: readonly CircleRecipe[] = [
  { k: 1, amplitude: 1 },
  { k: 4, amplitude: 0.9 },
  { k: 5, amplitude: 0.7, roundness: 0.5 },
  { k: 6, amplitude: 0.8 },
];

const main = document.querySelector('main') as HTMLElement;
showInsideCircles(main);
showInsidePair(main);
showInsideNeurons(main);
showPhaseMaps(main);
const live: ((step: number, paused: boolean) => void)[] = [];

showCircles('Circles, live', (step, paused, update) => {
  const progress = Math.min(1, step / 400);
  const circles = PIZZA.map((circle, index) => ({
    ...circle,
    amplitude: circle.amplitude * Math.min(1, progress * (1.2 - 0.05 * ((index * 4) % 6))),
  }));
  const planes = makePlanes(P, circles, 1 - 0.9 * progress);
  update({ p: P, step, planes, paused });
});
showFixed('Circles of a Pizza', { p: P, planes: makePlanes(P, PIZZA, 0.12) });
showFixed('Circles of a Clock, by amplitude', { p: P, planes: makePlanes(P, CLOCK, 0.07) });
showFixed('Circles of a Clock, equal size', {
  p: P,
  planes: makePlanes(P, CLOCK, 0.07),
  scaleMode: 'equal',
});
showFixed('Before training', { p: P, planes: makePlanes(P, [], 1) });
showFixed('p = 12: frequencies that share a factor with p', {
  p: 12,
  planes: makePlanes(12, COMPOSITE, 0.1),
});
showFixed('p = 127', { p: 127, planes: makePlanes(127, PIZZA, 0.1) });
createCirclesFigure(section('Circles without data'), {});

const liveHeatmap = createHeatmapFigure(section('Correct logit, live', 'narrow'));
live.push((step) => {
  const progress = Math.min(1, step / 400);
  const correctLogits = makeLogits(
    P,
    { base: 46 * progress, difference: 4 * progress, sum: 0, noise: 1.5 - progress },
    Math.round(step / 10),
  );
  liveHeatmap.update({ p: P, step, correctLogits, order: 'difference-sum' });
});
showHeatmap('Correct logit of a Pizza', P, { base: 40, difference: 4, sum: 0, noise: 0.4 });
showHeatmap('Correct logit of a Clock', P, { base: 50, difference: 1, sum: 3, noise: 1.2 });
showHeatmap('Even p', 20, { base: 30, difference: 4, sum: 0.5, noise: 0.4 });
showHeatmap('Plain order', P, { base: 40, difference: 4, sum: 0, noise: 0.4 }, 'plain');
createHeatmapFigure(section('Correct logit without data', 'narrow'));

type CirclesUpdate = Parameters<ReturnType<typeof createCirclesFigure>['update']>[0];

function section(title: string, className = ''): HTMLElement {
  const card = document.createElement('section');
  card.className = className;
  const heading = document.createElement('h2');
  heading.textContent = title;
  const host = document.createElement('div');
  card.append(heading, host);
  main.append(card);
  return host;
}

function showCircles(
  title: string,
  feed: (step: number, paused: boolean, update: (data: CirclesUpdate) => void) => void,
) {
  const figure = createCirclesFigure(section(title), {});
  live.push((step, paused) => feed(step, paused, figure.update));
}

function showFixed(title: string, data: Pick<CirclesUpdate, 'p' | 'planes' | 'scaleMode'>) {
  createCirclesFigure(section(title), {}).update({ ...data, step: 4000, paused: true });
}

function showHeatmap(
  title: string,
  p: number,
  strengths: Parameters<typeof makeLogits>[1],
  order: 'difference-sum' | 'plain' = 'difference-sum',
) {
  const correctLogits = makeLogits(p, strengths);
  createHeatmapFigure(section(title, 'narrow')).update({ p, step: 4000, correctLogits, order });
}

if (new URLSearchParams(location.search).get('theme') === 'dark') changeTheme();
let isPlaying = true;
let step = 0;
const playButton = document.querySelector('#play') as HTMLButtonElement;
document.querySelector('#theme')?.addEventListener('click', changeTheme);
playButton.addEventListener('click', () => {
  isPlaying = !isPlaying;
  playButton.textContent = isPlaying ? 'Pause' : 'Play';
  for (const feed of live) feed(step, !isPlaying);
});
setInterval(() => {
  if (!isPlaying) return;
  for (const feed of live) feed(step, false);
  step = (step + 10) % 600;
}, 150);

function changeTheme() {
  const { dataset } = document.documentElement;
  if (dataset.theme === 'dark') delete dataset.theme;
  else dataset.theme = 'dark';
}
