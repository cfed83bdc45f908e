import { describe, expect, it } from 'vitest';
import { checksum } from '../../src/formats/zip-archive/checksum.ts';
import { openZip } from '../../src/formats/zip-archive.ts';
import { refusalOf } from './support/messages.ts';
import { writeZip, type ZipFile } from './support/zip-writer.ts';

const text = (content: string) => new TextEncoder().encode(content);
const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const one: ZipFile = { name: 'folder/one', data: text('first') };
const two: ZipFile = { name: 'two', data: text('second '.repeat(50)), deflated: true };

/** Message of opening an archive and reading its first entry. */
const readRefusal = (bytes: Uint8Array) =>
  refusalOf(() => {
    const archive = openZip(bytes);
    return archive.read(archive.names[0] ?? '');
  });

describe('the checksum', () => {
  it('is the known one of "123456789"', () => {
    expect(checksum(text('123456789'))).toBe(0xcbf43926);
    expect(checksum(text(''))).toBe(0);
  });
});

describe('a zip archive', () => {
  it.for([
    ['plainly', {}],
    ['with a comment', { comment: 'PK made by hand' }],
    ['with zip64 records', { wide: true }],
  ] as const)('is read, written %s', ([, options]) => {
    const archive = openZip(writeZip([one, two], options));
    expect(archive.names).toEqual(['folder/one', 'two']);
    expect(archive.has('two')).toBe(true);
    expect(archive.has('three')).toBe(false);
    expect(decoded(archive.read('folder/one'))).toBe('first');
    expect(decoded(archive.read('two'))).toBe('second '.repeat(50));
    expect(archive.read('two')).toBe(archive.read('two'));
  });

  it('is read from the middle of a buffer', () => {
    const bytes = writeZip([one]);
    const buffer = new Uint8Array(bytes.length + 20);
    buffer.set(bytes, 7);
    const archive = openZip(buffer.subarray(7, 7 + bytes.length));
    expect(decoded(archive.read('folder/one'))).toBe('first');
  });

  it('may leave its checksums out', () => {
    expect(decoded(openZip(writeZip([{ ...one, checksum: 0 }])).read(one.name))).toBe('first');
  });

  it.for([
    ['a wrong checksum', [{ ...one, checksum: 1 }], /the checksum of “folder\/one” does not match/],
    ['a wrong checksum, deflated', [{ ...two, checksum: 1 }], /checksum of “two”/],
    ['encryption', [{ ...one, flags: 1 }], /encrypted/],
    ['another method', [{ ...one, method: 12 }], /method 12/],
    ['data that cannot be unpacked', [{ ...one, method: 8 }], /cannot be unpacked|ends early/],
    ['more data than it says', [{ ...one, size: 4 }], /sizes of “folder\/one” disagree/],
    ['fewer data than it says', [{ ...two, size: 351 }], /“two” ends early/],
    ['a bomb', [{ ...two, size: 4e9 }], /unpacks to 4\.0 GB, more than the 300 MB/],
    ['a small bomb', [{ ...two, size: 1e8 }], /cannot unpack to 100 MB/],
    ['two files of one name', [one, one], /lists “folder\/one” twice/],
  ] as const)('is refused with %s', ([, files, message]) => {
    expect(readRefusal(writeZip(files))).toMatch(message);
  });

  it('limits what its files unpack to together, whether they can be unpacked or not', () => {
    const claim = { data: new Uint8Array(2e5).fill(0xff), method: 8, size: 160e6 };
    const archive = openZip(
      writeZip([
        { ...claim, name: 'one' },
        { ...claim, name: 'two' },
      ]),
    );
    expect(refusalOf(() => archive.read('one'))).toMatch(/cannot be unpacked/);
    expect(refusalOf(() => archive.read('two'))).toMatch(/unpacks to 320 MB/);
  });

  it('is refused when entries share their bytes', () => {
    const bytes = writeZip([one, two]);
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    const second = directory + 46 + one.name.length;
    view.setUint32(second + 42, 0, true);
    expect(refusalOf(() => openZip(bytes))).toMatch(/overlaps/);
  });

  it('says which file is not there', () => {
    expect(refusalOf(() => openZip(writeZip([one])).read('three'))).toMatch(/“three” is missing/);
  });

  it('is refused wherever it is cut off', () => {
    const bytes = writeZip([one, two]);
    for (let length = 0; length < bytes.length; length += 3) {
      expect(refusalOf(() => openZip(bytes.subarray(0, length)))).toMatch(/damaged or cut off/);
    }
  });
});
