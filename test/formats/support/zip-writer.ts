/** Writes small zip archives, valid ones and, where a file asks for it, invalid ones. */
import { deflateSync } from 'fflate';
import { checksum } from '../../../src/formats/zip-archive/checksum.ts';

/** One file of the archive. */
export interface ZipFile {
  readonly name: string;
  readonly data: Uint8Array;
  readonly deflated?: boolean;
  /** Instead of the true checksum. */
  readonly checksum?: number;
  /** Instead of the true unpacked size. */
  readonly size?: number;
  /** Instead of 0 or 8. */
  readonly method?: number;
  /** General-purpose flags; 1 says encrypted. */
  readonly flags?: number;
}

export interface ZipOptions {
  /** Comment at the archive's end. */
  readonly comment?: string;
  /** Sizes and places in zip64 fields only, as for archives beyond 4 GB. */
  readonly wide?: boolean;
}

const wide32 = 0xffffffff;

/** The bytes of an archive. Local headers have an extra field that the directory has not. */
export function writeZip(
  files: readonly ZipFile[],
  { comment = '', wide = false }: ZipOptions = {},
) {
  const parts: number[] = [];
  const directory: number[] = [];
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const packed = file.deflated ? deflateSync(file.data) : file.data;
    const { size = file.data.length } = file;
    const start = parts.length;
    const shared = [
      ...little(2, 20, file.flags ?? 0, file.method ?? (file.deflated ? 8 : 0), 0, 0),
      ...little(4, file.checksum ?? checksum(file.data)),
    ];
    const sizes = little(4, packed.length, size);
    parts.push(...little(4, 0x04034b50), ...shared, ...sizes);
    parts.push(...little(2, name.length, 6), ...name, ...little(2, 0x4246, 2), 0x5a, 0x5a);
    for (const byte of packed) parts.push(byte);
    const wideField = wide ? [...little(2, 1, 24), ...little(8, size, packed.length, start)] : [];
    directory.push(...little(4, 0x02014b50), ...little(2, 20), ...shared);
    directory.push(...(wide ? little(4, wide32, wide32) : sizes));
    directory.push(...little(2, name.length, wideField.length, 0, 0, 0), ...little(4, 0));
    directory.push(...little(4, wide ? wide32 : start), ...name, ...wideField);
  }
  const start = parts.length;
  const end = start + directory.length;
  const wideRecord = wide
    ? [
        ...little(4, 0x06064b50),
        ...little(8, 44),
        ...little(2, 45, 45),
        ...little(4, 0, 0),
        ...little(8, files.length, files.length, directory.length, start),
        ...little(4, 0x07064b50, 0),
        ...little(8, end),
        ...little(4, 1),
      ]
    : [];
  const text = new TextEncoder().encode(comment);
  const count = wide ? 0xffff : files.length;
  return Uint8Array.from([
    ...parts,
    ...directory,
    ...wideRecord,
    ...little(4, 0x06054b50),
    ...little(2, 0, 0, count, count),
    ...little(4, wide ? wide32 : directory.length, wide ? wide32 : start),
    ...little(2, text.length),
    ...text,
  ]);
}

/** Whole numbers of so many bytes each, low byte first. */
export function little(bytes: number, ...values: readonly number[]): number[] {
  return values.flatMap((value) =>
    Array.from({ length: bytes }, (_, index) => Math.floor(value / 2 ** (8 * index)) % 256),
  );
}
