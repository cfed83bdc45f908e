import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/arguments.ts';
import { readTableText } from '../../../src/cli/sweep/table-text.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'table-text-'));
  path = join(folder, 'table');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the text of a table', () => {
  it('is the same packed and unpacked', async () => {
    const text = 'Räder\nπ\n';
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      await writeFile(path, bytes);
      expect(await readTableText(path)).toBe(text);
    }
    await writeFile(path, '');
    expect(await readTableText(path)).toBe('');
  });

  it('is bounded, also where a small file unpacks to a large one', async () => {
    for (const bytes of [Buffer.alloc(5_000_001), gzipSync(Buffer.alloc(5_000_001))]) {
      await writeFile(path, bytes);
      await expect(readTableText(path, 5e6)).rejects.toThrow(UsageError);
      await expect(readTableText(path, 5e6)).rejects.toThrow(
        /table holds more than the 5\.0 MB of text that can be read: share its lines out/,
      );
    }
  });

  it('is refused in one sentence when it is damaged', async () => {
    const packed = gzipSync('a line of text\n'.repeat(20));
    const whole = { min: 2, max: packed.length - 1 };
    await fc.assert(
      fc.asyncProperty(fc.integer(whole), async (length) => {
        await writeFile(path, packed.subarray(0, length));
        await expect(readTableText(path)).rejects.toThrow(/is packed with gzip but damaged: fetch/);
      }),
      { numRuns: 40 },
    );
    const wrong = Buffer.from(packed);
    wrong.writeUInt8(wrong.readUInt8(packed.length - 6) ^ 1, packed.length - 6);
    await writeFile(path, wrong);
    await expect(readTableText(path)).rejects.toThrow(UsageError);
  });

  it('needs a file that can be read', async () => {
    await expect(readTableText(folder)).rejects.toThrow(/cannot be read: EISDIR/);
    await expect(readTableText(join(folder, 'none'))).rejects.toThrow(/cannot be read: ENOENT/);
  });
});
