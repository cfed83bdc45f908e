/** The operations of pickle protocols 0 to 5 that checkpoints use, by their code. */
import { type ByteReader, damagedPickle } from './byte-reader.ts';
import { call, storageReference } from './calls.ts';
import { resolveGlobal } from './globals.ts';
import type { PickleMachine } from './machine.ts';
import { PickleDictionary, PickleList, PickleTuple, type PickleValue } from './values.ts';

type Operation = (machine: PickleMachine, reader: ByteReader) => void;

/** An operation that pushes what it reads. */
const pushing =
  (read: (reader: ByteReader) => PickleValue): Operation =>
  (machine, reader) =>
    machine.push(read(reader));

/** An operation that makes one value of the last few. */
const combining =
  (count: number, combine: (values: PickleValue[]) => PickleValue): Operation =>
  (machine) =>
    machine.push(combine(machine.popMany(count)));

const literals: Readonly<Record<string, Operation>> = {
  N: pushing(() => null),
  '\x88': pushing(() => true),
  '\x89': pushing(() => false),
  J: pushing((reader) => reader.signed32()),
  K: pushing((reader) => reader.byte()),
  M: pushing((reader) => reader.unsigned16()),
  I: pushing((reader) => integerLine(reader.line())),
  L: pushing((reader) => integerLine(reader.line().replace(/L$/, ''))),
  '\x8a': pushing((reader) => reader.longInteger(reader.byte())),
  '\x8b': pushing((reader) => reader.longInteger(reader.signed32())),
  F: pushing((reader) => floatLine(reader.line())),
  G: pushing((reader) => reader.float64()),
  X: pushing((reader) => reader.text(reader.unsigned32())),
  '\x8c': pushing((reader) => reader.text(reader.byte())),
  '\x8d': pushing((reader) => reader.text(reader.unsigned64())),
  T: pushing((reader) => reader.text(reader.signed32())),
  U: pushing((reader) => reader.text(reader.byte())),
  B: pushing((reader) => reader.take(reader.unsigned32())),
  C: pushing((reader) => reader.take(reader.byte())),
  '\x8e': pushing((reader) => reader.take(reader.unsigned64())),
  '\x96': pushing((reader) => reader.take(reader.unsigned64())),
};

const containers: Readonly<Record<string, Operation>> = {
  '(': (machine) => machine.mark(),
  '}': pushing(() => new PickleDictionary()),
  ']': pushing(() => new PickleList()),
  '\x8f': pushing(() => new PickleList()),
  ')': pushing(() => new PickleTuple([])),
  t: (machine) => machine.push(new PickleTuple(machine.popMark())),
  '\x91': (machine) => machine.push(new PickleTuple(machine.popMark())),
  '\x85': combining(1, (values) => new PickleTuple(values)),
  '\x86': combining(2, (values) => new PickleTuple(values)),
  '\x87': combining(3, (values) => new PickleTuple(values)),
  d: (machine) => {
    const values = machine.popMark();
    machine.push(new PickleDictionary());
    machine.setItems(values);
  },
  l: (machine) => {
    const values = machine.popMark();
    machine.push(new PickleList());
    machine.append(values);
  },
  a: (machine) => machine.append([machine.pop()]),
  e: (machine) => machine.append(machine.popMark()),
  '\x90': (machine) => machine.append(machine.popMark()),
  s: (machine) => machine.setItems(machine.popMany(2)),
  u: (machine) => machine.setItems(machine.popMark()),
};

const bookkeeping: Readonly<Record<string, Operation>> = {
  '\x80': (_, reader) => checkProtocol(reader.byte()),
  // A frame's length only helps streams.
  '\x95': (_, reader) => void reader.unsigned64(),
  '0': (machine) => machine.discard(),
  '1': (machine) => void machine.popMark(),
  '2': (machine) => machine.push(machine.top()),
  p: (machine, reader) => machine.remember(memoLine(reader.line())),
  q: (machine, reader) => machine.remember(reader.byte()),
  r: (machine, reader) => machine.remember(reader.unsigned32()),
  '\x94': (machine) => machine.rememberNext(),
  g: (machine, reader) => machine.recall(memoLine(reader.line())),
  h: (machine, reader) => machine.recall(reader.byte()),
  j: (machine, reader) => machine.recall(reader.unsigned32()),
};

const objects: Readonly<Record<string, Operation>> = {
  c: pushing((reader) => resolveGlobal(reader.line(), reader.line())),
  '\x93': combining(2, ([module, name]) => {
    if (typeof module === 'string' && typeof name === 'string') return resolveGlobal(module, name);
    throw damagedPickle('oddName');
  }),
  Q: combining(1, ([id = null]) => storageReference(id)),
  R: combining(2, ([callee = null, values = null]) => call(callee, values)),
  '\x81': combining(2, ([type = null, values = null]) => call(type, values)),
  '\x92': combining(3, ([type = null, values = null]) => call(type, values)),
  // The state of an object, such as a state dict's _metadata, is not needed.
  b: (machine) => void machine.pop(),
};

/** Code of the operation that ends a pickle. */
export const stopCode = '.'.charCodeAt(0);

/** Every known operation but the last by its code. */
export const operations: ReadonlyMap<number, Operation> = new Map(
  [literals, containers, bookkeeping, objects]
    .flatMap((table) => Object.entries(table))
    .map(([code, operation]) => [code.charCodeAt(0), operation]),
);

function checkProtocol(protocol: number): void {
  if (protocol > 5) throw damagedPickle('unknownProtocol', { protocol });
}

/** 00 and 01 are how protocol 0 writes False and True. */
function integerLine(text: string): boolean | number | bigint {
  if (text === '00' || text === '01') return text === '01';
  if (!/^[+-]?\d{1,300}$/.test(text)) throw damagedPickle('oddNumber');
  const plain = Number(text);
  return Number.isSafeInteger(plain) ? plain : BigInt(text);
}

function floatLine(text: string): number {
  if (text === 'nan' || text === 'inf' || text === '-inf') return Number.NaN;
  const value = Number(text);
  if (text === '' || Number.isNaN(value)) throw damagedPickle('oddNumber');
  return value;
}

function memoLine(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw damagedPickle('oddReference');
  return Number(text);
}
