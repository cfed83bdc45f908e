import { expect, it } from 'vitest';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { createDataset } from '../../src/model/dataset.ts';
import type { ParameterSet } from '../../src/model/parameters.ts';
import { relativeDifference } from '../support/comparison.ts';
import { describeOnEngines } from '../support/engine-suites.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';
import { type PlainParameters, plainTrainLoss } from '../support/plain-network.ts';

const networks: readonly [name: string, changes: Partial<RunConfiguration>][] = [
  [
    'two layers with "=" token, separate embeddings and GELU',
    { layers: 2, equalsToken: true, separateEmbeddings: true, activation: 'gelu', heads: 2 },
  ],
  ['one layer with separate embeddings and GELU', { separateEmbeddings: true, activation: 'gelu' }],
  ['three layers', { layers: 3 }],
  ['the linear model β', { model: 'linear-beta' }],
];

/** Entries of each tensor that are checked: all of them would take minutes. */
const entriesChecked = 6;

/** Slopes in float64 are the same for every backend. */
const knownSlopes = new Map<string, Map<string, { entry: number; slope: number }[]>>();

describeOnEngines(
  'the gradient written by hand',
  ({ create, slow }) => {
    // The known training runs and `gpu/agreement` check the gradients of the other networks there.
    for (const [name, changes] of slow ? networks.slice(0, 1) : networks) {
      it(`agrees with differences of the plain formulas' loss for ${name}`, async () => {
        const configuration = smallConfiguration({
          p: 3,
          width: 8,
          attentionRate: 0.6,
          ...changes,
        });
        const dataset = createDataset(configuration);
        const parameters = randomParameters(configuration);
        const engine = await create({ configuration, dataset, parameters });
        const gradients = await engine.gradients();
        engine.dispose();
        const slopes =
          knownSlopes.get(name) ??
          sampledSlopes(parameters, (changed) => plainTrainLoss(configuration, changed, dataset));
        knownSlopes.set(name, slopes);

        expect([...gradients.keys()]).toEqual([...slopes.keys()]);
        for (const [tensor, expected] of slopes) {
          const computed = expected.map(({ entry }) => gradients.get(tensor)?.[entry] as number);
          const wanted = expected.map(({ slope }) => slope);
          expect(relativeDifference(computed, wanted), tensor).toBeLessThan(2e-5);
        }
      });
    }
  },
  { stockBackends: ['cpu', 'wasm'] },
);

/** Slopes of a loss along some entries of every parameter. */
function sampledSlopes(
  parameters: ParameterSet,
  loss: (parameters: PlainParameters) => number,
): Map<string, { entry: number; slope: number }[]> {
  return new Map(
    [...parameters].map(([tensor, values]) => {
      const stride = Math.max(1, Math.floor(values.length / entriesChecked));
      const entries = [...values.keys()].filter((entry) => entry % stride === 0);
      return [
        tensor,
        entries.map((entry) => ({ entry, slope: slopeAlong(parameters, tensor, entry, loss) })),
      ];
    }),
  );
}

/** Central difference of a loss along one parameter, in float64. */
function slopeAlong(
  parameters: ParameterSet,
  tensor: string,
  entry: number,
  loss: (parameters: PlainParameters) => number,
): number {
  const step = 1e-5;
  const [above, below] = [step, -step].map((change) => {
    const values = Float64Array.from(parameters.get(tensor) ?? []);
    values[entry] = (values[entry] as number) + change;
    return loss(new Map<string, ArrayLike<number>>(parameters).set(tensor, values));
  }) as [number, number];
  return (above - below) / (2 * step);
}
