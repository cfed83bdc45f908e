import { describe, expect, it } from 'vitest';
import {
  GlobalReference,
  OpaqueObject,
  type PickleDictionary,
  PickledTensor,
  PickleList,
  type PickleTuple,
} from '../../src/formats/pickle/values.ts';
import { readPickle } from '../../src/formats/pickle.ts';
import { refusalOf } from './support/messages.ts';
import { globalName, latin, pickle, rawPickle, unicode } from './support/pickle-writer.ts';
import { little } from './support/zip-writer.ts';

type Piece = string | readonly number[];
const read = (...pieces: Piece[]) => readPickle(rawPickle(...pieces));
const refusal = (...pieces: Piece[]) => refusalOf(() => read(...pieces));
const shortText = (text: string) => [0x8c, text.length, ...latin(text)];

describe('a pickle', () => {
  it.for([
    ['None', ['N'], null],
    ['True', [[0x88]], true],
    ['False of protocol 0', ['I00\n'], false],
    ['a number in text', ['I-17\n'], -17],
    ['a long in text', ['L12L\n'], 12],
    ['one byte', ['K', [200]], 200],
    ['two bytes', ['M', [1, 2]], 513],
    ['four bytes', ['J', little(4, 2 ** 32 - 2)], -2],
    ['a long of no bytes', [[0x8a, 0]], 0],
    ['a negative long', [[0x8a, 2, 0, 0xff]], -256],
    ['a long beyond 2^53', [[0x8a, 8, 1, 0, 0, 0, 0, 0, 0, 0x40]], 2n ** 62n + 1n],
    ['a float', ['G', [0x3f, 0xf8, 0, 0, 0, 0, 0, 0]], 1.5],
    ['a float in text', ['F2.5\n'], 2.5],
    ['text', [unicode('Größe')], 'Größe'],
    ['short text', [shortText('abc')], 'abc'],
    ['text of protocol 4', [[0x8d], little(8, 3), 'abc'], 'abc'],
    ['a string of Python 2', ['U', [2], 'ab'], 'ab'],
    ['the last of some values', ['NK', [1], '0'], null],
    ['what a memo holds', ['K', [7], 'q', [3], '0h', [3]], 7],
    ['a memo of protocol 4', [[0x95], little(8, 5), 'K', [7, 0x94], '0h', [0]], 7],
  ] as const)('holds %s', ([, pieces, value]) => {
    expect(read([0x80, 4], ...pieces, '.')).toEqual(value);
  });

  it('holds bytes', () => {
    expect(read('C', [2, 8, 9], '.')).toEqual(Uint8Array.of(8, 9));
    expect(read('B', little(4, 1), [8], '.')).toEqual(Uint8Array.of(8));
  });

  it('holds lists, tuples and dictionaries', () => {
    expect((read('(K', [1], 'K', [2], 'l.') as PickleList).items).toEqual([1, 2]);
    expect((read(']K', [1], 'a.') as PickleList).items).toEqual([1]);
    expect((read('K', [1], 'K', [2, 0x86], '.') as PickleTuple).items).toEqual([1, 2]);
    const dictionary = read('(K', [1], 'K', [2], 'd', 'K', [3], 'K', [4], 's.') as PickleDictionary;
    expect([...dictionary.entries]).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('holds an ordered dictionary, whose attributes are left out', () => {
    const state = new Map([['key', 1]]);
    const body = pickle(state).slice(2, -1);
    const value = read([...body], '}', unicode('_metadata'), 'Nsb.');
    expect([...(value as PickleDictionary).entries]).toEqual([['key', 1]]);
  });

  it('holds tensors and parameters', () => {
    const view = { storage: '4', type: 'HalfStorage', count: 12, offset: 2, shape: [2, 3] };
    const tensor = readPickle(pickle({ view })) as PickledTensor;
    expect(tensor).toBeInstanceOf(PickledTensor);
    expect(tensor).toMatchObject({ offset: 2, shape: [2, 3], strides: [3, 1] });
    expect(tensor.storage).toMatchObject({ key: '4', dtype: 'F16', count: 12 });
    const body = [...pickle({ view }).slice(2, -1)];
    const parameter = read(
      globalName('torch._utils', '_rebuild_parameter'),
      '(',
      body,
      [0x88],
      'NtR.',
    );
    expect(parameter).toEqual(tensor);
  });

  it('keeps keys that mean something to JavaScript harmless', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const value = readPickle(pickle(new Map(names.map((name) => [name, 1]))));
    expect([...(value as PickleDictionary).entries.keys()]).toEqual(names);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const item = [...unicode('polluted'), ...latin('K\x01')];
    read('}', unicode('__proto__'), '}', item, 'ss.');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('knows harmless names without looking into them', () => {
    expect(read(globalName('torch', 'float32'), '.')).toBeInstanceOf(GlobalReference);
    const device = read(globalName('torch', 'device'), unicode('cpu'), [0x85], 'R.');
    expect(device).toBeInstanceOf(OpaqueObject);
    const size = read(globalName('torch', 'Size'), 'K', [2], 'K', [3], [0x86, 0x85], 'R.');
    expect((size as PickleTuple).items).toEqual([2, 3]);
    const scalar = read(
      globalName('numpy.core.multiarray', 'scalar'),
      globalName('numpy', 'dtype'),
      unicode('f8'),
      [0x85],
      'R(K',
      [3],
      'NtbC',
      [1, 0, 0x86],
      'R.',
    );
    expect(scalar).toBeInstanceOf(OpaqueObject);
  });
});

describe('a hostile pickle', () => {
  it.for([
    ['GLOBAL', [globalName('os', 'system')]],
    ['STACK_GLOBAL', [shortText('os'), shortText('system'), [0x93]]],
    ['REDUCE', [globalName('posix', 'system'), unicode('id'), [0x85], 'R']],
  ] as const)('is refused by name, through %s', ([, pieces]) => {
    expect(refusal([0x80, 4], ...pieces, '.')).toMatch(
      /asks to run “(?:os|posix)\.system”, .*was refused/,
    );
  });

  it.for([
    ['builtins', 'eval'],
    ['builtins', 'Exception'],
    ['torch.hub', 'load'],
    ['torch.serialization', 'load'],
    ['torch.storage', '_load_from_bytes'],
    ['collections', 'OrderedDict\u202e'],
    ['__proto__', 'constructor'],
    ['torch', 'constructor'],
    ['torch', '__proto__'],
  ] as const)('is refused when it names %s.%s', ([module, name]) => {
    expect(refusal(shortText(module), unicode(name), [0x93], '.')).toMatch(/was refused|whole/);
  });

  it.for([
    ['__main__', 'Transformer'],
    ['torch.nn.modules.linear', 'Linear'],
    ['transformers', 'Transformer'],
  ] as const)('is told apart from a whole model, such as %s.%s', ([module, name]) => {
    expect(refusal(globalName(module, name), ')', [0x81], '.')).toMatch(
      new RegExp(`whole Python object of class “${module}.${name}”.*save model.state_dict\\(\\)`),
    );
  });

  it('is told apart from tensors of a kind that is not known', () => {
    expect(refusal(globalName('torch._utils', '_rebuild_sparse_tensor'), '.')).toMatch(
      /stores tensors by “torch\._utils\._rebuild_sparse_tensor”, .*to_dense/,
    );
  });

  it.for([
    ['an unknown operation', [[0xff]], /operation 0xff at byte 0/],
    ['a later protocol', [[0x80, 9]], /protocol 9/],
    ['no end', ['N'], /ends early/],
    ['a huge text', ['X', little(4, 2 ** 32 - 1)], /ends early/],
    ['a huge text of protocol 4', [[0x8d], little(8, 2 ** 60)], /ends early/],
    ['a huge long', [[0x8b], little(4, 2 ** 31 - 1)], /has 2147483647 bytes/],
    ['a negative length', [[0x8b], little(4, 2 ** 32 - 1)], /negative/],
    ['a negative string', ['T', little(4, 2 ** 32 - 5)], /negative/],
    ['a number without digits', ['Iabc\n.'], /makes no sense/],
    ['a long line', [`I${'1'.repeat(5000)}\n.`], /does not end/],
    ['an empty stack', ['0.'], /a mark is missing/],
    ['nothing to recall', ['h', [9], '.'], /does not hold/],
    ['two values', ['NN.'], /one value/],
    ['an open mark', ['N(.'], /one value/],
    ['a call of text', [unicode('print'), ')R.'], /not a function/],
    ['a call of a storage', [globalName('torch', 'FloatStorage'), ')R.'], /calls torch/],
    ['items of None', ['NNNs.'], /not a dictionary/],
    ['half an item', ['}(Nu.'], /not a dictionary/],
    ['a list that is none', ['NNa.'], /not a list/],
    ['a storage from nowhere', [unicode('file'), [0x85], 'Q.'], /stored numbers/],
    ['deep nesting', ['('.repeat(5000)], /nested too deeply/],
  ] as const)('is refused with %s', ([, pieces, message]) => {
    expect(refusal(...pieces)).toMatch(message);
  });

  it('cannot make a tensor of anything but small whole numbers', () => {
    const view = { storage: '0', type: 'FloatStorage', count: 4, shape: [2, 2] };
    for (const broken of [
      { ...view, offset: -1 },
      { ...view, shape: [2, -2] },
      { ...view, strides: [1] },
      { ...view, strides: [1, 0.5] },
      { ...view, count: -4 },
      { ...view, shape: Array.from({ length: 9 }, () => 1) },
    ]) {
      expect(refusalOf(() => readPickle(pickle({ view: broken })))).toMatch(/damaged/);
    }
  });

  it('may nest lists a hundred thousand deep without a crash', () => {
    expect(read(']'.repeat(1e5), 'a'.repeat(1e5 - 1), '.')).toBeInstanceOf(PickleList);
  });

  it('may share values without growing: the billion laughs', () => {
    // Each round makes a list of ten times the previous list.
    const round = `q\x010(${'h\x01'.repeat(10)}l`;
    expect(read(']', round.repeat(300), '.')).toBeInstanceOf(PickleList);
  });

  it('may hold itself', () => {
    const list = read(']q\x00h\x00a.') as PickleList;
    expect(list.items[0]).toBe(list);
  });

  it('is refused when it is too large', () => {
    expect(refusalOf(() => readPickle(new Uint8Array(33e6)))).toMatch(/33 MB, more than the 32 MB/);
  });
});
