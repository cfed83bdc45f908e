import { describe, expect, it } from 'vitest';
import {
  keepComponents,
  keepFrequencies,
  removeFrequencies,
} from '../../src/analysis/isolation.ts';
import { byPower, spectrum } from '../../src/analysis/spectrum.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { embeddingTable } from '../../src/model/embedding.ts';
import { type Network, trainedNetwork } from '../../src/model/network.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';

const variants: readonly Partial<RunConfiguration>[] = [
  { p: 11 },
  { p: 12, equalsToken: true },
  { p: 11, separateEmbeddings: true, equalsToken: true },
  { p: 11, model: 'linear-beta' },
  { p: 10, model: 'linear-delta' },
];

function randomNetwork(changes: Partial<RunConfiguration>): Network {
  const configuration = smallConfiguration(changes);
  return trainedNetwork(configuration, randomParameters(configuration));
}

const table = ({ configuration, parameters }: Network) => embeddingTable(configuration, parameters);

describe.for(variants.map((changes) => [changes] as const))('isolation in %o', ([changes]) => {
  const network = randomNetwork(changes);
  const p = network.configuration.p;
  const everything = Array.from({ length: Math.floor(p / 2) }, (_, index) => index + 1);

  it('keeps exactly the planes that were chosen', () => {
    const { frequencies } = spectrum(table(keepFrequencies(network, [2, 3])));
    const [first, second, ...others] = byPower(frequencies);
    expect([first?.k, second?.k].sort()).toEqual([2, 3]);
    for (const { powerFraction } of others) expect(powerFraction).toBeLessThan(1e-10);
  });

  it('removes exactly the planes that were chosen', () => {
    const { frequencies } = spectrum(table(removeFrequencies(network, [2, 3])));
    for (const { k, powerFraction } of frequencies) {
      if (k === 2 || k === 3) expect(powerFraction).toBeLessThan(1e-10);
      else expect(powerFraction).toBeGreaterThan(1e-4);
    }
  });

  it('changes nothing when all is kept or nothing removed', () => {
    for (const same of [keepFrequencies(network, everything), removeFrequencies(network, [])]) {
      expectSameTable(same, network);
    }
  });

  it('keeps the mean row and, of the whole table, the components that were chosen', () => {
    const { rows, width } = table(network);
    const count = table(network).allRows.length / width;
    const all = Array.from({ length: count }, (_, index) => index + 1);
    expectSameTable(keepComponents(network, all), network);
    const none = table(keepComponents(network, [count + 99])).allRows;
    for (let i = 0; i < width; i++) {
      const column = all.map((row) => table(network).allRows[(row - 1) * width + i] as number);
      expect(none[i]).toBeCloseTo(column.reduce((sum, value) => sum + value, 0) / count, 5);
    }
    expect(rows).not.toEqual(none);
  });

  it('leaves every other weight and the original alone', () => {
    const before = Float32Array.from(table(network).allRows);
    const changed = keepFrequencies(network, [1]);
    expect(table(network).allRows).toEqual(before);
    for (const [name, values] of network.parameters) {
      if (!name.startsWith('embed.')) expect(changed.parameters.get(name)).toBe(values);
    }
  });
});

it('isolation leaves the row of "=" as it is', () => {
  const network = randomNetwork({ p: 11, equalsToken: true });
  const [kept, original] = [table(keepFrequencies(network, [2])), table(network)];
  expect(kept.allRows.slice(-kept.width)).toEqual(original.allRows.slice(-original.width));
});

function expectSameTable(left: Network, right: Network): void {
  const [a, b] = [table(left).allRows, table(right).allRows];
  expect(a).toHaveLength(b.length);
  a.forEach((value, at) => {
    expect(value).toBeCloseTo(b[at] as number, 5);
  });
}
