/**
 * The neurons' two figures on made-up layers: a disc, a torus and one that is mostly silent. Query:
 * `neurons` shows them alone and as wide as the window.
 */

import { residueAngle } from '../../src/math/fourier.ts';
import { createRandomStream } from '../../src/math/random.ts';
import { createNeuronGridFigure } from '../../src/plots/neuron-grid-figure.ts';
import type { PlottedNeuron } from '../../src/plots/neurons-figure.ts';
import { createNeuronsFigure } from '../../src/plots/neurons-figure.ts';

/** A made-up layer. */
export interface LayerRecipe {
  readonly p: number;
  readonly neurons: number;
  /** Frequencies and how many neurons of the layer they share out, in parts. */
  readonly frequencies: Readonly<Record<number, number>>;
  /** Standard deviation of φ_L − φ_R; 'independent' phases make a torus. */
  readonly jitter: number | 'independent';
  readonly constant: number;
}

export const discLayer: LayerRecipe = {
  p: 59,
  neurons: 512,
  frequencies: { 17: 5, 3: 4, 15: 3, 25: 2 },
  jitter: 0.05,
  constant: 0,
};

export const torusLayer: LayerRecipe = {
  p: 59,
  neurons: 512,
  frequencies: { 13: 4, 16: 4, 21: 3, 17: 1 },
  jitter: 'independent',
  constant: 0,
};

/** Most of its neurons do not depend on the pair any more. */
export const silentLayer: LayerRecipe = {
  p: 59,
  neurons: 128,
  frequencies: { 8: 3, 22: 2, 5: 1 },
  jitter: 0.3,
  constant: 90,
};

/** More frequencies than colours, as many neurons as a layer can have. */
export const crowdedLayer: LayerRecipe = {
  p: 113,
  neurons: 2048,
  frequencies: Object.fromEntries(Array.from({ length: 12 }, (_, at) => [4 * at + 3, 14 - at])),
  jitter: 0.15,
  constant: 1,
};

/** Its neurons that depend on the pair; the constant ones are spread among the numbers. */
export function layerNeurons(recipe: LayerRecipe): PlottedNeuron[] {
  const { neurons: size, constant, jitter } = recipe;
  const random = createRandomStream(size, 'layer');
  const parts = Object.entries(recipe.frequencies).flatMap(([k, part]) =>
    Array.from({ length: part }, () => Number(k)),
  );
  const angle = () => 2 * Math.PI * random.uniform() - Math.PI;
  const wrap = (phase: number) => Math.atan2(Math.sin(phase), Math.cos(phase));
  const drawn = Array.from({ length: size }, (_, index) => index).filter(
    (index) =>
      Math.floor((index * constant) / size) === Math.floor(((index + 1) * constant) / size),
  );
  return drawn.map((index) => {
    const phaseLeft = angle();
    return {
      index,
      k: parts[Math.floor(random.uniform() * parts.length)] ?? 1,
      phaseLeft,
      phaseRight: jitter === 'independent' ? angle() : wrap(phaseLeft + jitter * random.normal()),
      explained: 0.995 - 0.5 * random.uniform() ** 6,
      strength: 0.4 + random.uniform(),
    };
  });
}

/** Pre-activations of a neuron for all pairs, length p², with the noise that is not explained. */
export function preactivations(p: number, neuron: PlottedNeuron): Float32Array {
  const { index, k, phaseLeft, phaseRight, explained, strength } = neuron;
  const random = createRandomStream(index, 'preactivations');
  const noise = Math.sqrt(1 - explained);
  return Float32Array.from({ length: p * p }, (_, cell) => {
    const left = Math.cos(residueAngle(k, Math.floor(cell / p), p) + phaseLeft);
    const right = Math.cos(residueAngle(k, cell % p, p) + phaseRight);
    return strength * (left + right - 0.4 + noise * random.normal());
  });
}

/** Adds the neurons' figures to the page. */
export function showInsideNeurons(main: HTMLElement): void {
  const wrapper = document.createElement('div');
  main.prepend(wrapper);
  if (new URLSearchParams(location.search).has('neurons')) {
    document.body.style.maxWidth = '1180px';
    for (const other of document.body.querySelectorAll<HTMLElement>('h1, body > p')) {
      other.hidden = true;
    }
    queueMicrotask(() => main.replaceChildren(wrapper));
  }
  showLayer(wrapper, 'A disc: phases alike', discLayer);
  showLayer(wrapper, 'A torus: independent phases', torusLayer);
  showLayer(wrapper, 'Ninety of 128 neurons constant', silentLayer);
  showLayer(wrapper, 'Twelve frequencies, 2,048 neurons', crowdedLayer);
  const rest = grid(wrapper, 300);
  const waiting = createNeuronGridFigure(section(rest, 'Neuron, still computed'));
  waiting.update({ p: 59, index: 31, k: 17, values: null });
  createNeuronGridFigure(section(rest, 'Neuron without data'));
  createNeuronsFigure(section(rest, 'Neurons without data'), { onSelect() {} });
}

function showLayer(wrapper: HTMLElement, title: string, recipe: LayerRecipe) {
  const two = grid(wrapper, 330);
  const neurons = layerNeurons(recipe);
  const scatter = createNeuronsFigure(section(two, title), { onSelect: select });
  const picture = createNeuronGridFigure(section(two, 'One of them'));
  select(neurons[20]?.index ?? 0);

  function select(selected: number) {
    scatter.update({ neurons, constant: recipe.constant, selected });
    const neuron = neurons.find(({ index }) => index === selected);
    if (!neuron) return;
    const { p } = recipe;
    const name = `Neuron ${selected}, frequency ${neuron.k}`;
    const values = preactivations(p, neuron);
    picture.update({ p, index: selected, k: neuron.k, values, title: name });
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

function grid(parent: HTMLElement, narrowest: number): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `display: grid; gap: 0 16px; align-items: start;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, ${narrowest}px), 1fr));`;
  parent.append(element);
  return element;
}
