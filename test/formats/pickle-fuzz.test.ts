/** Whatever a pickle holds, it is read or refused in a presentable way, and nothing in it is run. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { operations } from '../../src/formats/pickle/operations.ts';
import { readPickle } from '../../src/formats/pickle.ts';
import { damagedBytes, manyRuns } from './support/damage.ts';
import { expectPresentable, openOrRefuse, refusalOf } from './support/messages.ts';
import { globalName, latin, pickle } from './support/pickle-writer.ts';
import { floatBytes, writeTorchArchive } from './support/torch-writer.ts';
import { little } from './support/zip-writer.ts';

const view = { storage: '0', type: 'FloatStorage', count: 4, shape: [2, 2] };
const smallPickle = pickle(new Map([['model', new Map([['l1.weight', { view }]])]]));

function readOrRefuse(bytes: Uint8Array): void {
  try {
    readPickle(bytes);
  } catch (error) {
    expectPresentable(error);
  }
}

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
      manyRuns,
    );
  });

  it('that is a real one, damaged, checksums mended', async () => {
    const storage = floatBytes([1, 2, 3, 4]);
    await fc.assert(
      fc.asyncProperty(damagedBytes(smallPickle), async (broken) => {
        readOrRefuse(broken);
        await openOrRefuse(writeTorchArchive(broken, [storage]));
      }),
      manyRuns,
    );
  }, 60_000);

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

  it('that holds itself', async () => {
    // A dictionary whose only weights are itself, and a list in itself.
    await openOrRefuse(writeTorchArchive(Uint8Array.from(latin('}q\x01X\x05\0\0\0modelh\x01s.'))));
    readOrRefuse(Uint8Array.from(latin(']q\x01h\x01a.')));
  });

  it.for([
    ['dictionaries', '}'],
    ['lists', ']'],
    ['tuples', ')'],
    ['tuples of one', 'N\x85'],
    ['references', ']\x94'],
    ['long numbers', `\x8b\xff\x03\0\0${'\x7f'.repeat(1023)}`],
  ] as const)('of millions of %s', ([, part]) => {
    const length = 30e6 - (30e6 % part.length);
    const bytes = new Uint8Array(length);
    bytes.set(latin(part));
    for (let filled = part.length; filled < length; filled *= 2) {
      bytes.copyWithin(filled, 0, Math.min(filled, length - filled));
    }
    refusalOf(() => readPickle(bytes));
  });
});
