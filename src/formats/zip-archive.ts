/** A zip archive in memory: its entries are checked at once and read when asked for. */
import { inflateSync } from 'fflate';
import { largestFile } from './file-size.ts';
import { byteSize, FormatError, quoted } from './format-error.ts';
import { checksum } from './zip-archive/checksum.ts';
import { damagedArchive, readDirectory, type ZipEntry } from './zip-archive/directory.ts';
import { words } from './zip-archive/words.ts';

/** An opened archive. */
export interface ZipArchive {
  /** Names of all entries, in the directory's order. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Contents of an entry, its checksum verified; do not modify. @throws FormatError */
  read(name: string): Uint8Array;
}

const localSignature = 0x04034b50;
/** DEFLATE cannot pack tighter than 1 : 1032. */
const tightestPacking = 1032;

/** An entry and where its data lie. */
interface PlacedEntry extends ZipEntry {
  readonly dataStart: number;
  readonly dataEnd: number;
}

/** Opens an archive. @throws FormatError when its structure is damaged or absurd */
export function openZip(bytes: Uint8Array): ZipArchive {
  const entries = new Map<string, PlacedEntry>();
  for (const entry of readDirectory(bytes)) {
    if (entries.has(entry.name)) {
      throw damagedArchive('listedTwice', { name: quoted(entry.name) });
    }
    entries.set(entry.name, placeEntry(bytes, entry));
  }
  checkOverlaps([...entries.values()]);
  const contents = new Map<string, Uint8Array>();
  let inflatedTotal = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const known = contents.get(name);
      if (known !== undefined) return known;
      const entry = entries.get(name);
      if (entry === undefined) throw damagedArchive('missing', { name: quoted(name) });
      if (entry.method !== 0) inflatedTotal += entry.size;
      checkUnpackedSize(inflatedTotal);
      const data = readEntry(bytes, entry);
      contents.set(name, data);
      return data;
    },
  };
}

/** Finds an entry's data: the local header has name and extra lengths of its own. */
function placeEntry(bytes: Uint8Array, entry: ZipEntry): PlacedEntry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headerStart, compressedSize } = entry;
  const outside = () => damagedArchive('outside', { name: quoted(entry.name) });
  if (headerStart + 30 > bytes.length) throw outside();
  if (view.getUint32(headerStart, true) !== localSignature) {
    throw damagedArchive('elsewhere', { name: quoted(entry.name) });
  }
  const dataStart =
    headerStart +
    30 +
    view.getUint16(headerStart + 26, true) +
    view.getUint16(headerStart + 28, true);
  const dataEnd = dataStart + compressedSize;
  if (dataEnd > bytes.length) throw outside();
  return { ...entry, dataStart, dataEnd };
}

/** Overlapping entries are how a small file unpacks to a huge one. */
function checkOverlaps(entries: readonly PlacedEntry[]): void {
  let end = 0;
  for (const entry of entries.toSorted((one, other) => one.headerStart - other.headerStart)) {
    if (entry.headerStart < end) {
      throw damagedArchive('overlapping', { name: quoted(entry.name) });
    }
    end = entry.dataEnd;
  }
}

function checkUnpackedSize(size: number): void {
  if (size <= largestFile) return;
  throw new FormatError(
    words('unpacksTooLarge', { size: byteSize(size), most: byteSize(largestFile) }),
  );
}

function readEntry(bytes: Uint8Array, entry: PlacedEntry): Uint8Array {
  if (entry.encrypted) {
    throw new FormatError(words('encrypted', { name: quoted(entry.name) }));
  }
  const packed = bytes.subarray(entry.dataStart, entry.dataEnd);
  const data = unpack(packed, entry);
  // PyTorch can leave checksums out; it then writes 0.
  if (entry.checksum !== 0 && checksum(data) !== entry.checksum) {
    throw new FormatError(words('checksum', { name: quoted(entry.name) }));
  }
  return data;
}

function unpack(packed: Uint8Array, { name, method, size }: PlacedEntry): Uint8Array {
  if (method === 0) {
    if (packed.length !== size) throw damagedArchive('sizesDisagree', { name: quoted(name) });
    return packed;
  }
  if (method !== 8) {
    throw new FormatError(words('unknownMethod', { name: quoted(name), method }));
  }
  if (size > packed.length * tightestPacking) {
    throw damagedArchive('tooTight', { name: quoted(name), size: byteSize(size) });
  }
  const data = inflate(packed, size, name);
  if (data.length !== size) throw damagedArchive('endsEarly', { name: quoted(name) });
  return data;
}

function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  try {
    // With a buffer of its own it never grows: what does not fit is cut off.
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    throw damagedArchive('notUnpacked', { name: quoted(name) });
  }
}
