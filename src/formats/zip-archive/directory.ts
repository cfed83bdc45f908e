/** The central directory of a zip file, checked against the size of the file. */
import type { Values } from '../../messages/words.ts';
import { FormatError, quoted } from '../format-error.ts';
import { words } from './words.ts';

/** Where one entry of the archive lies. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly checksum: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset of its local header. */
  readonly headerStart: number;
  readonly encrypted: boolean;
}

const endSignature = 0x06054b50;
const wideEndSignature = 0x06064b50;
const wideLocatorSignature = 0x07064b50;
const directorySignature = 0x02014b50;
const endLength = 22;
/** Stands for "see the zip64 record". */
const wide32 = 0xffffffff;
const wide16 = 0xffff;
/** A recording of a whole run has thousands. */
const mostEntries = 100_000;

/** What a damaged archive is told. @param what names the message about what is wrong with it */
export function damagedArchive(what: Parameters<typeof words>[0], values?: Values): FormatError {
  return new FormatError(words('damaged', { what: words(what, values) }));
}

/** All entries of the archive, in the directory's order. @throws FormatError */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, end } = findDirectory(view);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== directorySignature) {
      throw damagedArchive('contentsIncomplete');
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw damagedArchive('contentsIncomplete');
    const nameEnd = at + 46 + nameLength;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd));
    entries.push({
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...entrySizes(view, at, nameEnd, nameEnd + extraLength, name),
    });
    at = next;
  }
  return entries;
}

interface DirectoryPlace {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

function findDirectory(view: DataView): DirectoryPlace {
  const record = findEndRecord(view);
  const count = view.getUint16(record + 10, true);
  const length = view.getUint32(record + 12, true);
  const start = view.getUint32(record + 16, true);
  const isWide = count === wide16 || length === wide32 || start === wide32;
  const place = isWide ? wideDirectory(view, record - 20) : { count, start, end: start + length };
  if (place.end > record) throw damagedArchive('contentsOutside');
  if (place.count > mostEntries) {
    throw new FormatError(words('tooManyFiles', { count: place.count, most: mostEntries }));
  }
  return place;
}

/** The record at the end, which may be followed by a comment of up to 65,535 bytes. */
function findEndRecord(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - endLength - wide16);
  for (let at = view.byteLength - endLength; at >= earliest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw damagedArchive('endMissing');
}

function wideDirectory(view: DataView, locator: number): DirectoryPlace {
  if (locator < 0 || view.getUint32(locator, true) !== wideLocatorSignature) {
    throw damagedArchive('wideMissing');
  }
  const record = wideNumber(view, locator + 8);
  if (record + 56 > locator || view.getUint32(record, true) !== wideEndSignature) {
    throw damagedArchive('wideElsewhere');
  }
  const start = wideNumber(view, record + 48);
  return {
    count: wideNumber(view, record + 32),
    start,
    end: start + wideNumber(view, record + 40),
  };
}

/** Sizes and place of an entry, from its zip64 field where the plain ones do not suffice. */
function entrySizes(
  view: DataView,
  at: number,
  extraStart: number,
  extraEnd: number,
  name: string,
): Pick<ZipEntry, 'size' | 'compressedSize' | 'headerStart'> {
  let field = wideField(view, extraStart, extraEnd);
  const widened = (offset: number) => {
    const value = view.getUint32(offset, true);
    if (value !== wide32) return value;
    if (field === undefined || field.at + 8 > field.end) {
      throw damagedArchive('sizeMissing', { name: quoted(name) });
    }
    const result = wideNumber(view, field.at);
    field = { at: field.at + 8, end: field.end };
    return result;
  };
  // The zip64 field holds only what is missing, in this order.
  const size = widened(at + 24);
  const compressedSize = widened(at + 20);
  return { size, compressedSize, headerStart: widened(at + 42) };
}

function wideField(view: DataView, start: number, end: number) {
  for (let at = start; at + 4 <= end; ) {
    const fieldEnd = at + 4 + view.getUint16(at + 2, true);
    if (fieldEnd > end) return undefined;
    if (view.getUint16(at, true) === 1) return { at: at + 4, end: fieldEnd };
    at = fieldEnd;
  }
  return undefined;
}

/** A 64-bit number; beyond 2⁵³ inexact, which is larger than any file anyway. */
function wideNumber(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
