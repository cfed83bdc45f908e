/**
 * The figures of the view inside a network, on a made-up Pizza and a made-up Clock. Query:
 * `inside` shows them alone and as wide as the window.
 */

import { greatestCommonDivisor, modularInverse, modulo } from '../../src/math/modular.ts';
import { createRandomStream } from '../../src/math/random.ts';
import type { CircleCardData } from '../../src/plots/circle-card-figure.ts';
import { createCircleCardFigure } from '../../src/plots/circle-card-figure.ts';
import type { CircleVerdict, EnsembleCircle } from '../../src/plots/ensemble-figure.ts';
import { createEnsembleFigure } from '../../src/plots/ensemble-figure.ts';
import type { KeepingEntry } from '../../src/plots/keeping-top-figure.ts';
import { createKeepingTopFigure } from '../../src/plots/keeping-top-figure.ts';
import { createRemainingFigure } from '../../src/plots/remaining-figure.ts';
import { createSpectrumFigure } from '../../src/plots/spectrum-figure.ts';
import { makePlanes } from './fixtures.ts';

const noPoints = new Float32Array(0);

/** One circle of a made-up network: FVE of Clock, Pizza, accompanying. */
export interface InsideRecipe {
  readonly k: number;
  readonly amplitude: number;
  readonly roundness?: number;
  readonly verdict: CircleVerdict;
  readonly fve: readonly [clock: number, pizza: number, accompanying: number];
  readonly accompanies?: number;
}

/** A made-up network. */
export interface InsideRecipes {
  readonly p: number;
  readonly circles: readonly InsideRecipe[];
  readonly accuracies: readonly number[];
}

export const pizzaNetwork: InsideRecipes = {
  p: 59,
  circles: [
    { k: 17, amplitude: 1, verdict: 'pizza', fve: [0.754, 0.992, -0.311] },
    { k: 3, amplitude: 0.98, verdict: 'pizza', fve: [0.756, 0.991, -0.284] },
    { k: 15, amplitude: 0.92, roundness: 0.85, verdict: 'pizza', fve: [0.755, 0.992, -0.302] },
    helper(25, 17, 0.6, 0.977),
    helper(6, 3, 0.58, 0.974),
    helper(29, 15, 0.55, 0.972),
  ],
  accuracies: [0.4165, 0.9187, 0.9968, 0.9945, 1, 1],
};

export const clockNetwork: InsideRecipes = {
  p: 59,
  circles: [
    { k: 13, amplitude: 1, verdict: 'clock', fve: [0.77, 0.512, -0.6] },
    { k: 16, amplitude: 0.92, verdict: 'clock', fve: [0.742, 0.498, -0.583] },
    { k: 21, amplitude: 0.7, verdict: 'clock', fve: [0.701, 0.405, -0.97] },
    { k: 17, amplitude: 0.38, roundness: 0.2, verdict: 'none', fve: [0.052, 0.031, -1] },
  ],
  accuracies: [0.1347, 1, 1, 1],
};

function helper(k: number, accompanies: number, amplitude: number, fve: number): InsideRecipe {
  return { k, amplitude, verdict: 'accompanying', fve: [-0.02, -0.37, fve], accompanies };
}

/** Circles as the ensemble figure wants them. */
export function ensembleCircles({ p, circles }: InsideRecipes): EnsembleCircle[] {
  const planes = makePlanes(p, circles, 0.07);
  return circles.map(({ k, verdict, accompanies }) => {
    const { powerFraction = 0, axisRatio = 0 } = planes.find((plane) => plane.k === k) ?? {};
    return { k, powerFraction, axisRatio, verdict, kept: true, accompanies: accompanies ?? null };
  });
}

/** Correct logits of one circle alone, by the formula of its verdict, with noise. */
export function isolatedLogits(p: number, recipe: InsideRecipe): Float32Array {
  const random = createRandomStream(recipe.k, 'inside');
  const alongSum = Float64Array.from({ length: p }, () => random.normal());
  const angle = (2 * Math.PI) / p;
  return Float32Array.from({ length: p * p }, (_, index) => {
    const difference = modulo(Math.floor(index / p) - (index % p), p);
    const sum = (Math.floor(index / p) + (index % p)) % p;
    const noise = 0.25 * random.normal();
    const { k, verdict, accompanies = k } = recipe;
    if (verdict === 'pizza') return 16 * Math.abs(Math.cos((angle * k * difference) / 2)) + noise;
    if (verdict === 'accompanying') return -6 * Math.cos(angle * accompanies * difference) + noise;
    const strength = verdict === 'clock' ? 14 : 2;
    return strength + 0.9 * (alongSum[sum] as number) + 2 * noise;
  });
}

/** Everything on one circle's card. */
export function cardData(network: InsideRecipes, recipe: InsideRecipe): CircleCardData {
  const { p, circles } = network;
  const plane = makePlanes(p, circles, 0.07).find(({ k }) => k === recipe.k);
  return {
    p,
    k: recipe.k,
    step: modularInverse(recipe.k, p) ?? null,
    points: plane?.points ?? noPoints,
    correctLogits: isolatedLogits(p, recipe),
    fveClock: recipe.fve[0],
    fvePizza: recipe.fve[1],
    fveAccompanying: recipe.fve[2],
    accompanies: recipe.accompanies ?? null,
    selectedPair: null,
  };
}

/** Accuracies with the strongest one, two, … circles. */
export function keepingEntries({ circles, accuracies }: InsideRecipes): KeepingEntry[] {
  return accuracies.map((accuracy, index) => ({
    kept: circles.slice(0, index + 1).map(({ k }) => k),
    accuracy,
  }));
}

/** Adds all figures of the view inside a network to the page. */
export function showInsideCircles(main: HTMLElement): void {
  const isAlone = new URLSearchParams(location.search).has('inside');
  const wrapper = document.createElement('div');
  wrapper.className = 'inside-circles';
  main.prepend(wrapper);
  if (isAlone) {
    document.body.style.maxWidth = '1180px';
    for (const other of document.body.querySelectorAll<HTMLElement>('h1, body > p')) {
      other.hidden = true;
    }
    queueMicrotask(() => main.replaceChildren(wrapper));
  }
  showNetwork(wrapper, 'Inside a Pizza', pizzaNetwork);
  showNetwork(wrapper, 'Inside a Clock', clockNetwork);
  showEight(wrapper);
  showShared(wrapper);
  showNothing(wrapper);
}

function showNetwork(wrapper: HTMLElement, title: string, network: InsideRecipes) {
  const { p, circles } = network;
  let selectedPair: { a: number; b: number } | null = { a: 12, b: 40 };
  let shown = ensembleCircles(network);
  const onPickPair = (a: number, b: number) => {
    selectedPair = { a, b };
    show();
  };
  const keep = (isKept: (circle: EnsembleCircle, index: number) => boolean) => {
    shown = shown.map((circle, index) => ({ ...circle, kept: isKept(circle, index) }));
    show();
  };
  const ensemble = createEnsembleFigure(section(wrapper, title), {
    onToggle: (k) => keep((circle) => (circle.k === k ? !circle.kept : circle.kept)),
  });
  const cards = grid(wrapper, 300);
  const figures = circles.map((recipe) => ({
    figure: createCircleCardFigure(section(cards, `Circle ${recipe.k}`), { onPickPair }),
    data: cardData(network, recipe),
  }));
  const rest = grid(wrapper, 300);
  const remaining = createRemainingFigure(section(rest, 'What remains'), { onPickPair });
  const keeping = createKeepingTopFigure(section(rest, 'Keeping the strongest'), {
    onPick: (count) => keep((_, index) => index < count),
  });
  const spectrum = createSpectrumFigure(section(rest, 'Spectrum'));
  const planes = makePlanes(p, circles, 0.07);
  keeping.update({ p, entries: keepingEntries(network) });
  spectrum.update({ p, frequencies: planes, highlighted: circles.map(({ k }) => k) });
  const logits = circles.map((recipe) => isolatedLogits(p, recipe));
  show();

  function show() {
    ensemble.update({ circles: shown });
    for (const { figure, data } of figures) figure.update({ ...data, selectedPair });
    const sum = new Float32Array(p * p);
    logits.forEach((each, index) => {
      if (!shown[index]?.kept) return;
      each.forEach((value, cell) => {
        sum[cell] = (sum[cell] as number) + value;
      });
    });
    remaining.update({ p, correctLogits: sum, order: 'difference-sum', selectedPair });
  }
}

function showEight(wrapper: HTMLElement) {
  const eight: EnsembleCircle[] = [
    ['pizza', 17, 0.2, null],
    ['pizza', 3, 0.18, null],
    ['clock', 15, 0.14, null],
    ['accompanying', 25, 0.12, 17],
    ['accompanying', 24, 0.1, 17],
    ['accompanying', 6, 0.08, 3],
    ['none', 11, 0.03, null],
    ['none', 22, 0.008, null],
  ].map(([verdict, k, powerFraction, accompanies], index) => ({
    verdict: verdict as CircleVerdict,
    k: k as number,
    powerFraction: powerFraction as number,
    axisRatio: 0.9 - 0.1 * index,
    kept: index !== 1 && index !== 4,
    accompanies: accompanies as number | null,
  }));
  const figure = (title: string, circles: EnsembleCircle[]) =>
    createEnsembleFigure(section(wrapper, title), { onToggle: () => {} }).update({ circles });
  figure('Eight circles, two switched off', eight);
  figure('One circle', eight.slice(0, 1));
  const entries = eight.map((_, index) => ({
    kept: eight.slice(0, index + 1).map(({ k }) => k),
    accuracy: Math.min(1, 0.1 + 0.135 * index),
  }));
  const host = section(grid(wrapper, 300), 'Keeping up to eight');
  createKeepingTopFigure(host, { onPick: () => {} }).update({ p: 59, entries });
}

function showShared(wrapper: HTMLElement) {
  const recipe: InsideRecipe = { k: 4, amplitude: 1, verdict: 'pizza', fve: [0.6, 0.9, -0.2] };
  const network = {
    p: 12,
    circles: [recipe, { k: 5, amplitude: 0.8, verdict: 'clock', fve: [0.8, 0.4, -1] }],
    accuracies: [0.3, 1],
  } satisfies InsideRecipes;
  const cards = grid(wrapper, 300);
  for (const circle of network.circles) {
    const title = `p = 12, circle ${circle.k}`;
    createCircleCardFigure(section(cards, title), {}).update(cardData(network, circle));
  }
  const spectrum = createSpectrumFigure(section(cards, 'Spectrum of p = 12'));
  const planes = makePlanes(12, network.circles, 0.1);
  spectrum.update({ p: 12, frequencies: planes, highlighted: [4, 5] });
  const large = createSpectrumFigure(section(cards, 'Spectrum of p = 127'));
  const frequencies = makePlanes(127, pizzaNetwork.circles, 0.1).map((plane) => ({
    ...plane,
    sharedFactor: greatestCommonDivisor(plane.k, 127),
  }));
  large.update({ p: 127, frequencies, highlighted: pizzaNetwork.circles.map(({ k }) => k) });
}

function showNothing(wrapper: HTMLElement) {
  createEnsembleFigure(section(wrapper, 'Ensemble without data'), { onToggle: () => {} });
  const rest = grid(wrapper, 300);
  createCircleCardFigure(section(rest, 'Card without data'), {});
  createKeepingTopFigure(section(rest, 'Keeping without data'), { onPick: () => {} });
  createSpectrumFigure(section(rest, 'Spectrum without data'));
  createRemainingFigure(section(rest, 'Remaining without data'));
}

function section(parent: HTMLElement, title: string): HTMLElement {
  const card = document.createElement('section');
  card.style.minWidth = '0';
  const heading = document.createElement('h2');
  heading.textContent = title;
  const host = document.createElement('div');
  card.append(heading, host);
  parent.append(card);
  return host;
}

function grid(parent: HTMLElement, narrowest: number): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `display: grid; gap: 0 16px; align-items: start;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${narrowest}px), 1fr));`;
  parent.append(element);
  return element;
}
