/**
 * Figures, each above the picture that is saved of it. Query: `theme=dark`. `window.pictures` makes
 * pictures for the browser test.
 */

import { createCirclesFigure } from '../../src/plots/circles.ts';
import { createLossFigure, createVerdictPlane } from '../../src/plots/curves.ts';
import { createPizzaAlgorithmFigure } from '../../src/plots/explainers/pizza-algorithm-figure.ts';
import { createHeatmapFigure } from '../../src/plots/heatmap.ts';
import { createPhaseMapFigure } from '../../src/plots/phase-map-figure.ts';
import type { FigurePart } from '../../src/plots/picture.ts';
import {
  animatePicture,
  drawPicture,
  figurePart,
  picturePng,
  readPictureAddress,
} from '../../src/plots/picture.ts';
import { makeLogits, makePlanes } from './fixtures.ts';
import { gridRuns, mapData, randomRuns } from './phase-maps.ts';
import { clockMilestones, clockPoint, historyUntil } from './synthetic-runs.ts';

export const address = 'https://example.org/page/?view=lab&p=59&note="<α>"';
const origin = { title: 'A picture & its figure', caption: 'p = 59, seed 1', address };

const recipes = [17, 3, 15, 25, 6, 29].map((k) => ({ k, amplitude: 1 - k / 60 }));
const planes = makePlanes(59, recipes, 0.12);
const run = historyUntil(clockPoint, clockMilestones, { last: 8000, stride: 40, steps: 8000 });
const heat = { p: 59, step: 1, order: 'difference-sum' } as const;
const wave = { base: 40, difference: 4, sum: 0, noise: 0.4 };
const map = { onPick() {}, describe: () => [] };
const circles = (host: HTMLElement) => createCirclesFigure(host, {});
const heatmap = (host: HTMLElement) => createHeatmapFigure(host);
const at = (width: number) => ({ left: 0, top: 0, width });

const parts: Readonly<Record<string, FigurePart>> = {
  circles: figurePart(circles, { p: 59, step: 1, planes, paused: true }, at(600)),
  heatmap: figurePart(heatmap, { ...heat, correctLogits: makeLogits(59, wave) }, at(340)),
  loss: figurePart((host) => createLossFigure(host), run, at(420)),
  plane: figurePart((host) => createVerdictPlane(host), run, at(420)),
  pizza: figurePart(
    (host) => createPizzaAlgorithmFigure(host, { onChange() {} }),
    { p: 59, k: 17, a: 12, b: 40, absolute: true, accompanied: true },
    at(640),
  ),
  map: figurePart(
    (host) => createPhaseMapFigure(host, map),
    { ...mapData(gridRuns(), 'symmetricity'), picked: 40 },
    at(640),
  ),
  crowd: figurePart(
    (host) => createPhaseMapFigure(host, map),
    mapData(randomRuns(10_000), 'irrelevance'),
    at(640),
  ),
};

if (new URLSearchParams(location.search).get('theme') === 'dark') {
  document.documentElement.dataset.theme = 'dark';
}
const main = document.querySelector('main') as HTMLElement;
for (const [name, part] of Object.entries(parts)) {
  const figure = document.createElement('figure');
  const host = document.createElement('div');
  host.id = name;
  host.style.width = `${part.width}px`;
  // As in a picture, whose parts begin at whole pixels.
  host.style.height = 'max-content';
  figure.append(host);
  main.append(figure);
  part.create(host).update(part.data);
  void showPicture(figure, part);
}

async function showPicture(figure: HTMLElement, part: FigurePart) {
  const { svg, width, height } = await drawPicture([part], origin);
  const image = new Image(width, height);
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  figure.append(image);
}

/** Bytes as a test takes them over quickly. */
function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

const pictures = {
  address,
  names: Object.keys(parts),
  hosts: () => document.querySelectorAll('.picture-host').length,
  async draw(name: string) {
    const part = parts[name];
    if (!part) throw new Error(`There is no figure "${name}".`);
    const picture = await drawPicture([part], origin);
    const png = await picturePng(picture);
    const found = [
      readPictureAddress(png),
      readPictureAddress(new TextEncoder().encode(picture.svg)),
    ];
    return { ...picture, found, png: base64(png) };
  },
  async animate() {
    const moments = [0.2, 0.6, 1].map((share) => ({
      parts: [
        figurePart(circles, { p: 59, step: share, planes, paused: false }, at(300)),
        figurePart(
          heatmap,
          { ...heat, correctLogits: makeLogits(59, { ...wave, difference: 6 * share }) },
          { ...at(280), left: 320 },
        ),
      ],
      caption: `share ${share}`,
    }));
    const gif = await animatePicture(moments, origin, { milliseconds: 300 });
    return { found: readPictureAddress(gif), gif: base64(gif) };
  },
};
export type Pictures = typeof pictures;
Object.assign(window, { pictures });
