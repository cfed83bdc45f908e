/** Networks with only some circles left in the embedding (paper, section 4.1; SCIENCE section 3). */
import { type FrequencyComponent, frequencyComponents, residueAngle } from '../math/fourier.ts';
import { isTransformer, modelDimensions, type RunConfiguration } from '../model/configuration.ts';
import { embeddingTable } from '../model/embedding.ts';
import type { Network } from '../model/network.ts';
import { type PrincipalComponents, principalComponents } from './principal-components.ts';

/**
 * The network with the mean embedding row and only the planes of the chosen frequencies. With
 * separate embeddings that is done to the rows of a and to those of b; the row of "=" stays.
 */
export function keepFrequencies(network: Network, kept: readonly number[]): Network {
  return changeFrequencies(network, new Set(kept), 'keep');
}

/** The network without the planes of the given frequencies. */
export function removeFrequencies(network: Network, removed: readonly number[]): Network {
  return changeFrequencies(network, new Set(removed), 'remove');
}

/**
 * The network with the whole embedding table's mean row and only the chosen principal components.
 *
 * @param numbers components counted from 1, as in the paper
 * @param all the table's components, when they are known already
 */
export function keepComponents(
  network: Network,
  numbers: readonly number[],
  all: PrincipalComponents = embeddingComponents(network, Math.max(...numbers)),
): Network {
  const { rows, width } = allRows(network);
  const result = Float64Array.from(rows, (_, at) => all.mean[at % width] as number);
  for (const number of numbers) {
    const component = all.components[number - 1];
    if (component === undefined) continue;
    const { scores, direction } = component;
    scores.forEach((score, row) => {
      for (let i = 0; i < width; i++) {
        const at = row * width + i;
        result[at] = (result[at] as number) + score * (direction[i] as number);
      }
    });
  }
  return withRows(network, result);
}

/** Leading principal components of the whole embedding table. */
export function embeddingComponents(network: Network, count: number): PrincipalComponents {
  const { rows, width } = allRows(network);
  return principalComponents(rows, width, count);
}

function changeFrequencies(
  network: Network,
  chosen: ReadonlySet<number>,
  mode: 'keep' | 'remove',
): Network {
  const { p } = network.configuration;
  const { rows, width, tables } = allRows(network);
  const result = Float64Array.from(rows);
  for (let table = 0; table < tables; table++) {
    const start = table * p * width;
    const own = rows.subarray(start, start + p * width);
    const components = frequencyComponents(own, p, width).filter(({ k }) => chosen.has(k));
    if (mode === 'keep') fillWithMean(result, own, start, p, width);
    for (const component of components) {
      addPlane(result, component, start, p, mode === 'keep' ? 1 : -1);
    }
  }
  return withRows(network, result);
}

function fillWithMean(
  target: Float64Array,
  rows: Float32Array,
  start: number,
  p: number,
  width: number,
): void {
  for (let i = 0; i < width; i++) {
    let sum = 0;
    for (let t = 0; t < p; t++) sum += rows[t * width + i] as number;
    for (let t = 0; t < p; t++) target[start + t * width + i] = sum / p;
  }
}

/** Adds factor times what one frequency contributes to each row. */
function addPlane(
  target: Float64Array,
  { k, cosine, sine }: FrequencyComponent,
  start: number,
  p: number,
  factor: number,
): void {
  const scale = factor * Math.sqrt((2 * k === p ? 1 : 2) / p);
  for (let t = 0; t < p; t++) {
    const angle = residueAngle(k, t, p);
    const [c, s] = [scale * Math.cos(angle), scale * Math.sin(angle)];
    cosine.forEach((value, i) => {
      const at = start + t * cosine.length + i;
      target[at] = (target[at] as number) + c * value + s * (sine[i] as number);
    });
  }
}

/** All embedding rows, and how many blocks of p of them hold residues. */
function allRows({ configuration, parameters }: Network) {
  const { allRows: rows, width } = embeddingTable(configuration, parameters);
  return { rows, width, tables: residueTables(configuration) };
}

function residueTables(configuration: RunConfiguration): number {
  return isTransformer(configuration) && configuration.separateEmbeddings ? 2 : 1;
}

/** The network with other embedding rows. */
function withRows(network: Network, rows: Float64Array): Network {
  const { configuration, parameters } = network;
  const { vocabulary, embeddingWidth: width } = modelDimensions(configuration);
  const changed = new Map(parameters);
  if (!isTransformer(configuration)) {
    changed.set('embed.weight', Float32Array.from(rows));
    return { ...network, parameters: changed };
  }
  const columns = new Float32Array(rows.length);
  for (let token = 0; token < vocabulary; token++) {
    for (let i = 0; i < width; i++) {
      columns[i * vocabulary + token] = rows[token * width + i] as number;
    }
  }
  changed.set('embed.W_E', columns);
  return { ...network, parameters: changed };
}
