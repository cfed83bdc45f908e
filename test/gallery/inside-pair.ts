/**
 * The pair inspector and the neurons' figures, on a made-up Pizza and a made-up Clock. Query:
 * `pair` shows them alone and as wide as the window.
 */

import { residueAngle } from '../../src/math/fourier.ts';
import { modulo } from '../../src/math/modular.ts';
import { createRandomStream } from '../../src/math/random.ts';
import type { NeuronGridData } from '../../src/plots/neuron-grid-figure.ts';
import { createNeuronGridFigure } from '../../src/plots/neuron-grid-figure.ts';
import type { NeuronsData, PlottedNeuron } from '../../src/plots/neurons-figure.ts';
import { createNeuronsFigure } from '../../src/plots/neurons-figure.ts';
import type { PairData, PairVerdict } from '../../src/plots/pair-figure.ts';
import { createPairFigure } from '../../src/plots/pair-figure.ts';
import { makePlanes } from './fixtures.ts';

/** One circle of a made-up network. */
export interface PairRecipe {
  readonly k: number;
  readonly amplitude: number;
  readonly roundness?: number;
  readonly verdict: PairVerdict;
  readonly accompanies?: number;
  /** Largest logit of the circle. */
  readonly strength: number;
}

/** A made-up network. */
export interface PairNetwork {
  readonly p: number;
  readonly circles: readonly PairRecipe[];
}

export const pizzaPairs: PairNetwork = {
  p: 59,
  circles: [
    { k: 17, amplitude: 1, verdict: 'pizza', strength: 16 },
    { k: 3, amplitude: 0.98, verdict: 'pizza', strength: 15 },
    { k: 15, amplitude: 0.92, roundness: 0.85, verdict: 'pizza', strength: 13 },
    { k: 25, amplitude: 0.6, verdict: 'accompanying', accompanies: 17, strength: 6 },
    { k: 6, amplitude: 0.58, verdict: 'accompanying', accompanies: 3, strength: 5.5 },
    { k: 29, amplitude: 0.55, verdict: 'accompanying', accompanies: 15, strength: 5 },
  ],
};

export const clockPairs: PairNetwork = {
  p: 59,
  circles: [
    { k: 13, amplitude: 1, verdict: 'clock', strength: 14 },
    { k: 16, amplitude: 0.92, verdict: 'clock', strength: 12 },
    { k: 21, amplitude: 0.7, verdict: 'clock', strength: 8 },
    { k: 17, amplitude: 0.38, roundness: 0.2, verdict: 'none', strength: 1.5 },
  ],
};

/** Eight circles of every kind. */
const mixedPairs: PairNetwork = {
  p: 113,
  circles: [
    ...clockPairs.circles.slice(0, 2),
    { k: 50, amplitude: 0.8, verdict: 'pizza', strength: 9 },
    { k: 39, amplitude: 0.7, verdict: 'pizza', strength: 8 },
    { k: 4, amplitude: 0.6, roundness: 0.7, verdict: 'clock', strength: 7 },
    { k: 26, amplitude: 0.5, verdict: 'accompanying', accompanies: 50, strength: 4 },
    { k: 35, amplitude: 0.4, verdict: 'accompanying', accompanies: 39, strength: 3.4 },
    { k: 8, amplitude: 0.3, roundness: 0.1, verdict: 'none', strength: 1.5 },
  ],
};

const compositePairs: PairNetwork = {
  p: 12,
  circles: [
    { k: 4, amplitude: 1, verdict: 'pizza', strength: 9 },
    { k: 5, amplitude: 0.8, verdict: 'clock', strength: 12 },
  ],
};

/** Logits of one circle alone for a pair, by the formula of its verdict, with a little noise. */
export function pairLogits(p: number, recipe: PairRecipe, a: number, b: number): Float32Array {
  const { k, verdict, accompanies = k, strength } = recipe;
  const random = createRandomStream(1000 * k + a * p + b, 'pair');
  const difference = modulo(a - b, p);
  const sum = modulo(a + b, p);
  const wave = (frequency: number, c: number) =>
    Math.cos(residueAngle(frequency, modulo(sum - c, p), p));
  return Float32Array.from({ length: p }, (_, c) => {
    const noise = 0.03 * strength * random.normal();
    if (verdict === 'pizza') {
      return strength * Math.abs(Math.cos(residueAngle(k, difference, p) / 2)) * wave(k, c) + noise;
    }
    if (verdict === 'accompanying') {
      const weight = -Math.cos(residueAngle(accompanies, difference, p));
      return strength * weight * wave(accompanies, c) + noise;
    }
    return (verdict === 'clock' ? strength * wave(k, c) : 0.4 * strength * random.normal()) + noise;
  });
}

/** Everything the inspector shows of a pair. @param kept all circles when left out */
export function pairData(
  network: PairNetwork,
  a: number,
  b: number,
  kept: readonly number[] = network.circles.map(({ k }) => k),
): PairData {
  const { p, circles } = network;
  const logits = circles.map((recipe) => pairLogits(p, recipe, a, b));
  const sum = new Float32Array(p);
  const full = new Float32Array(p);
  const random = createRandomStream(a * p + b, 'pair');
  for (let c = 0; c < p; c++) {
    logits.forEach((own, index) => {
      const value = own[c] as number;
      if (kept.includes(circles[index]?.k ?? 0)) sum[c] = (sum[c] as number) + value;
      full[c] = (full[c] as number) + 0.9 * value;
    });
    full[c] = (full[c] as number) + 2 * random.normal() + 7;
  }
  const planes = planesOf(network);
  return {
    p,
    a,
    b,
    kept,
    circles: circles.map(({ k, verdict, accompanies }, index) => ({
      k,
      verdict,
      accompanies: accompanies ?? null,
      points: planes.get(k) ?? new Float32Array(0),
      logits: logits[index] ?? null,
    })),
    sum,
    full,
  };
}

const knownPlanes = new Map<PairNetwork, Map<number, Float32Array>>();

/** The same arrays every time, as a page has them. */
function planesOf(network: PairNetwork): Map<number, Float32Array> {
  const { p, circles } = network;
  const known =
    knownPlanes.get(network) ??
    new Map(makePlanes(p, circles, 0.07).map(({ k, points }) => [k, points]));
  knownPlanes.set(network, known);
  return known;
}

/** Neurons of a few frequencies, on the diagonal with jitter or with independent phases. */
export function madeUpNeurons(
  count: number,
  frequencies: readonly number[],
  isDisc: boolean,
): PlottedNeuron[] {
  const random = createRandomStream(3, 'neurons');
  const wrap = (angle: number) => Math.atan2(Math.sin(angle), Math.cos(angle));
  return Array.from({ length: count }, (_, index) => {
    const phaseLeft = 2 * Math.PI * random.uniform() - Math.PI;
    const jitter = 0.04 * random.normal();
    const other = 2 * Math.PI * random.uniform() - Math.PI;
    const skew = random.uniform() ** 1.6;
    return {
      index,
      k: frequencies[Math.floor(skew * frequencies.length)] ?? 1,
      phaseLeft,
      phaseRight: isDisc ? wrap(phaseLeft + jitter) : other,
      explained: 0.99 - 0.5 * random.uniform() ** 6,
      strength: 0.5 + random.uniform(),
    };
  });
}

/** A neuron's values for all pairs. */
export function neuronGrid(p: number, neuron: PlottedNeuron): NeuronGridData {
  const { index, k, phaseLeft, phaseRight } = neuron;
  const random = createRandomStream(index, 'grid');
  const values = Float32Array.from({ length: p * p }, (_, cell) => {
    const left = Math.cos(residueAngle(k, Math.floor(cell / p), p) + phaseLeft);
    const right = Math.cos(residueAngle(k, cell % p, p) + phaseRight);
    return left + right - 0.3 + 0.05 * random.normal();
  });
  return { p, index, k, values };
}

/** Adds the pair inspector and the neurons' figures to the page. */
export function showInsidePair(main: HTMLElement): void {
  const wrapper = document.createElement('div');
  main.prepend(wrapper);
  if (new URLSearchParams(location.search).has('pair')) {
    document.body.style.maxWidth = '1180px';
    for (const other of document.body.querySelectorAll<HTMLElement>('h1, body > p')) {
      other.hidden = true;
    }
    queueMicrotask(() => main.replaceChildren(wrapper));
  }
  showPair(wrapper, 'A sum in a Pizza', pizzaPairs, 12, 40);
  showPair(wrapper, 'A sum in a Clock', clockPairs, 12, 55);
  showPair(wrapper, 'Two circles switched off', pizzaPairs, 30, 1, [17, 15, 25, 29]);
  showPair(wrapper, 'One circle left: a wrong answer', pizzaPairs, 5, 47, [15]);
  showPair(wrapper, 'Eight circles, p = 113', mixedPairs, 100, 70);
  showPair(wrapper, 'p = 12, one circle with three points', compositePairs, 7, 3);
  const computing = pairData(clockPairs, 3, 9);
  createPairFigure(section(wrapper, 'Still computing'), { onChangePair() {} }).update({
    ...computing,
    circles: computing.circles.map((circle) => ({ ...circle, logits: null })),
    sum: null,
    full: null,
  });
  createPairFigure(section(wrapper, 'Pair without data'), { onChangePair() {} });
  showNeurons(wrapper, 'Neurons of a Pizza', madeUpNeurons(512, [17, 3, 15], true), 12);
  showNeurons(wrapper, 'Neurons of a torus', madeUpNeurons(512, [13, 16, 21, 17], false), 0);
  const many = Array.from({ length: 11 }, (_, index) => 2 * index + 3);
  showNeurons(wrapper, 'Eleven frequencies, 2,048 neurons', madeUpNeurons(2048, many, true), 90);
  const empty = grid(wrapper);
  createNeuronsFigure(section(empty, 'Neurons without data'), { onSelect() {} });
  createNeuronGridFigure(section(empty, 'Neuron without data'));
}

function showPair(
  wrapper: HTMLElement,
  title: string,
  network: PairNetwork,
  a: number,
  b: number,
  kept?: readonly number[],
) {
  const figure = createPairFigure(section(wrapper, title), {
    onChangePair(nextA, nextB) {
      const data = pairData(network, nextA, nextB, kept);
      // As on the page, the logits come a little later than the pair.
      const circles = data.circles.map((circle) => ({ ...circle, logits: null }));
      figure.update({ ...data, circles, sum: null, full: null });
      clearTimeout(timer);
      timer = setTimeout(() => figure.update(data), 30);
    },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  figure.update(pairData(network, a, b, kept));
}

function showNeurons(
  wrapper: HTMLElement,
  title: string,
  neurons: readonly PlottedNeuron[],
  constant: number,
) {
  const two = grid(wrapper);
  const scatter = createNeuronsFigure(section(two, title), { onSelect: select });
  const plain = createNeuronGridFigure(section(two, 'One of them'));
  const turned = createNeuronGridFigure(section(two, 'The same along its circle'));
  select(neurons[31]?.index ?? 0);

  function select(index: number) {
    const data: NeuronsData = { neurons, constant, selected: index };
    scatter.update(data);
    const neuron = neurons.find((each) => each.index === index);
    if (!neuron) return;
    const picture = neuronGrid(59, neuron);
    plain.update({ ...picture, title: `Neuron ${index}, frequency ${neuron.k}` });
    turned.update({ ...picture, order: 'circle' });
  }
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

function grid(parent: HTMLElement): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `display: grid; gap: 0 16px; align-items: start;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr));`;
  parent.append(element);
  return element;
}
