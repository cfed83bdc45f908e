/** Whatever a file holds, it is opened or refused in a presentable way, and quickly. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { writeNetworkFile } from '../../src/formats/network-file.ts';
import { operations } from '../../src/formats/pickle/operations.ts';
import { readPickle } from '../../src/formats/pickle.ts';
import { trainedNetwork } from '../../src/model/network.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';
import { expectPresentable, openOrRefuse } from './support/messages.ts';
import { globalName, latin, pickle } from './support/pickle-writer.ts';
import { savedTensors } from './support/saved-networks.ts';
import { floatBytes, writeTorch, writeTorchArchive } from './support/torch-writer.ts';
import { little } from './support/zip-writer.ts';

const configuration = smallConfiguration({ model: 'linear-alpha' });
const parameters = randomParameters(configuration);
const tensors = savedTensors(configuration, parameters);
const files = {
  'a checkpoint': writeTorch(tensors),
  'a deflated checkpoint': writeTorch(tensors, { deflated: true }),
  'a network file': writeNetworkFile(trainedNetwork(configuration, parameters), {
    step: 3,
    trained: true,
    history: [{ step: 3 }],
  }),
};
const view = { storage: '0', type: 'FloatStorage', count: 4, shape: [2, 2] };
const smallPickle = pickle(new Map([['model', new Map([['l1.weight', { view }]])]]));
const options = { numRuns: 400, seed: 1 };

/** Positions and bytes to put there. */
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });

function changedBytes(
  bytes: Uint8Array,
  edits: readonly (readonly [number, number])[],
  end: number,
) {
  const result = bytes.slice(0, end);
  // Mostly the structure, which lies at both ends, rather than the weights.
  for (const [position, value] of edits) {
    const reach = Math.min(result.length, 700);
    const at = position % reach;
    result[position % 2 === 0 ? at : result.length - 1 - at] = value;
  }
  return result;
}

function readOrRefuse(bytes: Uint8Array): void {
  try {
    readPickle(bytes);
  } catch (error) {
    expectPresentable(error);
  }
}

describe('any file', () => {
  it('of random bytes', async () => {
    const start = fc.constantFrom('', 'PK\x03\x04', '\x80\x02', '\x10\0\0\0\0\0\0\0{', '{', '<');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), (head, bytes) =>
        openOrRefuse(Uint8Array.from([...latin(head), ...bytes])),
      ),
      options,
    );
  });

  it.for(Object.entries(files))('cut off: %s', async ([, bytes]) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), (length) => openOrRefuse(bytes.subarray(0, length))),
      options,
    );
  });

  it.for(Object.entries(files))('with some bytes changed: %s', async ([, bytes]) => {
    await fc.assert(
      fc.asyncProperty(changes, (edits) => openOrRefuse(changedBytes(bytes, edits, bytes.length))),
      options,
    );
  });

  it.for(Object.entries(files))('with one bit turned: %s', async ([, bytes]) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * bytes.length - 1), async (bit) => {
        const copy = bytes.slice();
        copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await openOrRefuse(copy);
      }),
      options,
    );
  });
});

describe('any pickle', () => {
  it('of random operations', () => {
    const argument = fc.oneof(
      fc.constant<number[]>([]),
      fc.array(fc.nat(255), { maxLength: 9 }),
      fc.constantFrom(
        little(4, 2 ** 31),
        little(8, 2 ** 52),
        latin('1\n'),
        globalName('torch', 'FloatStorage').slice(1),
        globalName('torch._utils', '_rebuild_tensor_v2').slice(1),
        globalName('collections', 'OrderedDict').slice(1),
      ),
    );
    const operation = fc.tuple(fc.constantFrom(...operations.keys(), 0x2e), argument);
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 60 }), (steps) =>
        readOrRefuse(Uint8Array.from(steps.flatMap(([code, rest]) => [code, ...rest]))),
      ),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('of a real one with some bytes changed, checksums mended', async () => {
    const storage = floatBytes([1, 2, 3, 4]);
    await fc.assert(
      fc.asyncProperty(changes, async (edits) => {
        const broken = changedBytes(smallPickle, edits, smallPickle.length);
        readOrRefuse(broken);
        await openOrRefuse(writeTorchArchive(broken, [storage]));
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('that shares its parts a thousandfold, as a state dict', async () => {
    const laughs = `]${`q\x010(${'h\x01'.repeat(10)}l`.repeat(1000)}`;
    const bytes = Uint8Array.from([
      ...latin(`}(${'X\x05\0\0\0model'}`),
      ...latin(laughs),
      ...latin('X\x0b\0\0\0state_dicts'),
      ...latin('h\x01u.'),
    ]);
    await openOrRefuse(writeTorchArchive(bytes));
  });
});
