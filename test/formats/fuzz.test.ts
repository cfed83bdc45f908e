/** Whatever a file of weights holds, it is opened or refused in a presentable way, and quickly. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNetworkFile } from '../../src/formats/network-file.ts';
import { openNetwork } from '../../src/formats/open-network.ts';
import { readReleaseConfig } from '../../src/formats/release-config.ts';
import { trainedNetwork } from '../../src/model/network.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';
import { damagedBytes, damagedText, manyRuns } from './support/damage.ts';
import { expectPresentable } from './support/messages.ts';
import { latin } from './support/pickle-writer.ts';
import { savedTensors } from './support/saved-networks.ts';
import { writeTorch } from './support/torch-writer.ts';
import { little } from './support/zip-writer.ts';

/** For ten thousand cases on a busy machine. */
const many = { timeout: 60_000 };
const configuration = smallConfiguration({ model: 'linear-alpha' });
const parameters = randomParameters(configuration);
const tensors = savedTensors(configuration, parameters);
const networkFile = writeNetworkFile(trainedNetwork(configuration, parameters), {
  step: 3,
  trained: true,
  history: [{ step: 3 }],
});
const files = {
  'a checkpoint': [writeTorch(tensors), writeTorch(tensors, { deflated: true })],
  'a network file': [networkFile],
};

/** Opens a file, or checks that it is refused in a presentable way. What is opened has only numbers. */
async function openOrRefuse(bytes: Uint8Array): Promise<void> {
  try {
    const { network } = await openNetwork(bytes);
    for (const values of network.parameters.values()) {
      if (!values.every(Number.isFinite)) expect.fail('A weight is not finite.');
    }
  } catch (error) {
    expectPresentable(error);
  }
}

describe('any file of weights', () => {
  it('of random bytes', async () => {
    const start = fc.constantFrom('', 'PK\x03\x04', '\x80\x02', '\x10\0\0\0\0\0\0\0{', '{', '<');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), (head, bytes) =>
        openOrRefuse(Uint8Array.from([...latin(head), ...bytes])),
      ),
      manyRuns,
    );
  });

  it.for(Object.entries(files))('cut off or changed: %s', many, async ([, kinds]) => {
    const damaged = fc.oneof(...kinds.map(damagedBytes));
    await fc.assert(fc.asyncProperty(damaged, openOrRefuse), manyRuns);
  });

  it('whose header says something else, with its length mended', async () => {
    const length = new DataView(networkFile.buffer, networkFile.byteOffset).getUint32(0, true);
    const header = new TextDecoder().decode(networkFile.subarray(8, 8 + length));
    const data = networkFile.subarray(8 + length);
    await fc.assert(
      fc.asyncProperty(damagedText(header), (text) => {
        const bytes = new TextEncoder().encode(text);
        return openOrRefuse(Uint8Array.from([...little(8, bytes.length), ...bytes, ...data]));
      }),
      manyRuns,
    );
  }, 60_000);
});

describe('any configuration beside a checkpoint', () => {
  it('is read or refused', () => {
    const real = JSON.stringify({
      ...{ C: 5, d_model: 16, n_heads: 4, n_layers: 1, attn_coeff: 0.5, act_fn: 'ReLU' },
      ...{ lr: 1e-3, weight_decay: 2, frac: 0.8, epoch: 100, diff_vocab: 0, eqn_sign: false },
    });
    const text = fc.oneof(
      { weight: 4, arbitrary: damagedText(real) },
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (any) => {
        try {
          for (const value of Object.values(readReleaseConfig(any))) {
            if (typeof value === 'number' && !Number.isFinite(value))
              expect.fail(`It is ${value}.`);
          }
        } catch (error) {
          expectPresentable(error);
        }
      }),
      manyRuns,
    );
  });
});
