import { describe, expect, it } from 'vitest';
import type { NamedTensor } from '../../src/formats/tensors.ts';
import { checkpointFolder, readTorchCheckpoint } from '../../src/formats/torch-checkpoint.ts';
import { openZip } from '../../src/formats/zip-archive.ts';
import { refusalOf } from './support/messages.ts';
import { type Plain, pickle, type TensorView } from './support/pickle-writer.ts';
import { floatBytes, writeTorch, writeTorchArchive } from './support/torch-writer.ts';
import { writeZip } from './support/zip-writer.ts';

function checkpoint(bytes: Uint8Array) {
  const archive = openZip(bytes);
  return readTorchCheckpoint(archive, checkpointFolder(archive) ?? 'none');
}

/** The one tensor of a file whose storage 0 has these bytes. */
function single(view: Partial<TensorView>, storage: Uint8Array): NamedTensor {
  const whole = {
    storage: '0',
    type: 'FloatStorage',
    count: storage.length / 4,
    shape: [],
    ...view,
  };
  const bytes = writeTorchArchive(pickle(new Map([['tensor', { view: whole }]])), [storage]);
  return checkpoint(bytes).tensors.get('tensor') as NamedTensor;
}

const six = floatBytes([0, 1, 2, 3, 4, 5]);
const saved = {
  first: { shape: [2, 2], values: [1, 2, 3, 4] },
  second: { shape: [1], values: [5] },
};

/** Names and values of all tensors. */
const contents = (bytes: Uint8Array) =>
  [...checkpoint(bytes).tensors.values()].map(({ name, read }) => [name, [...read()]]);
const expected = [
  ['first', [1, 2, 3, 4]],
  ['second', [5]],
];

describe('a tensor', () => {
  it.for([
    ['whole', { shape: [2, 3] }, [0, 1, 2, 3, 4, 5]],
    ['transposed', { shape: [3, 2], strides: [1, 3] }, [0, 3, 1, 4, 2, 5]],
    ['from the middle', { offset: 2, shape: [2] }, [2, 3]],
    ['every second number', { offset: 1, shape: [3], strides: [2] }, [1, 3, 5]],
    ['one number repeated', { offset: 4, shape: [2, 2], strides: [0, 0] }, [4, 4, 4, 4]],
    ['in three dimensions', { shape: [2, 1, 3], strides: [3, 99, 1] }, [0, 1, 2, 3, 4, 5]],
    ['without dimensions', { offset: 5, shape: [] }, [5]],
    ['without values', { shape: [0, 3] }, []],
  ] as const)('is read %s', ([, view, values]) => {
    expect([...single(view, six).read()]).toEqual(values);
  });

  it.for([
    ['DoubleStorage', [0, 0, 0, 0, 0, 0, 0xf8, 0x3f], 1.5],
    ['HalfStorage', [0x00, 0xc1], -2.5],
    ['HalfStorage', [0x01, 0x00], 2 ** -24],
    ['BFloat16Storage', [0x20, 0xc0], -2.5],
    ['LongStorage', [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], -2],
    ['IntStorage', [0, 1, 0, 0], 256],
    ['ShortStorage', [0xff, 0xff], -1],
    ['CharStorage', [0xff], -1],
    ['ByteStorage', [0xff], 255],
    ['BoolStorage', [7], 1],
  ] as const)('of %s is converted', ([type, bytes, value]) => {
    const tensor = single({ type, count: 1, shape: [1] }, Uint8Array.from(bytes));
    expect([...tensor.read()]).toEqual([value]);
  });

  it.for([
    ['an offset', { offset: 5, shape: [2] }],
    ['strides', { shape: [2, 3], strides: [4, 1] }],
    ['a shape', { shape: [7] }],
    ['a count', { shape: [1], count: 7 }],
  ])('is refused when %s leads beyond its storage', ([, view]) => {
    expect(refusalOf(() => single(view as Partial<TensorView>, six).read())).toMatch(/beyond/);
  });

  it('is refused when it repeats a number too often, or holds complex ones', () => {
    const repeated = single({ shape: [2 ** 30, 2 ** 30], strides: [0, 0] }, six);
    expect(refusalOf(() => repeated.read())).toMatch(/too large/);
    const complex = single({ type: 'ComplexFloatStorage', count: 1, shape: [1] }, six);
    expect(refusalOf(() => complex.read())).toMatch(/type C64/);
  });

  it('names the storage that is missing', () => {
    expect(refusalOf(() => single({ storage: '9', shape: [1] }, six).read())).toMatch(/data\/9/);
  });
});

describe('a checkpoint', () => {
  it.for([
    ['plainly', {}],
    ['deflated', { deflated: true }],
    ['under another name', { folder: 'model_l8k1hzciux/' }],
    ['without a folder', { folder: '' }],
    ['with the high byte first', { bigEndian: true }],
  ])('is read, saved %s', ([, options]) => {
    expect(contents(writeTorch(saved, options as object))).toEqual(expected);
  });

  it.for(['model', 'model_state_dict', 'state_dict', 'net', 'params'])(
    'may hold its weights under "%s", and its step',
    (key) => {
      const wrap = (state: Plain) =>
        new Map<string, Plain>([
          ['optimizer', new Map()],
          ['epoch', 200],
          [key, state],
        ]);
      const bytes = writeTorch(saved, { wrap });
      expect(contents(bytes)).toEqual(expected);
      expect(checkpoint(bytes)).toMatchObject({ step: 200, recorded: undefined });
    },
  );

  it('may hold weights two levels down, and the step at either', () => {
    const wrap = (state: Plain) =>
      new Map<string, Plain>([
        ['model', new Map<string, Plain>([['state_dict', state]])],
        ['step', 3],
      ]);
    expect(checkpoint(writeTorch(saved, { wrap })).step).toBe(3);
  });

  it('may be a recording: the last state counts', () => {
    const wrap = (state: Plain) =>
      new Map<string, Plain>([
        ['state_dicts', [new Map(), state]],
        ['epochs', [0, 100]],
      ]);
    const bytes = writeTorch(saved, { wrap });
    expect(contents(bytes)).toEqual(expected);
    expect(checkpoint(bytes)).toMatchObject({ step: 100, recorded: 2 });
  });

  it('may share a storage between tensors', () => {
    const view = (offset: number) => ({
      view: { storage: '0', type: 'FloatStorage', count: 6, offset, shape: [3] },
    });
    const bytes = writeTorchArchive(
      pickle(
        new Map([
          ['one', view(0)],
          ['two', view(3)],
        ]),
      ),
      [six],
    );
    expect(contents(bytes)).toEqual([
      ['one', [0, 1, 2]],
      ['two', [3, 4, 5]],
    ]);
  });

  it.for([
    ['nothing', new Map(), /is empty/],
    ['a list', [1, 2], /holds a single value/],
    [
      'other keys',
      new Map<string, Plain>([
        ['epoch', 3],
        ['loss\n', 0.5],
      ]),
      /holds epoch, loss,/,
    ],
    [
      'weights too deep',
      ['model', 'net', 'params'].reduce<Plain>((inner, key) => new Map([[key, inner]]), new Map()),
      /holds params/,
    ],
  ] as const)('is refused when it holds %s', ([, value, message]) => {
    expect(refusalOf(() => checkpoint(writeTorchArchive(pickle(value as Plain))))).toMatch(message);
  });

  it('is refused when it is a TorchScript program', () => {
    const bytes = writeZip([
      { name: 'model/data.pkl', data: pickle(null) },
      { name: 'model/code/__torch__.py', data: new Uint8Array(1) },
    ]);
    expect(refusalOf(() => checkpoint(bytes))).toMatch(/TorchScript/);
  });
});
