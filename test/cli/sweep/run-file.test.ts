import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/arguments.ts';
import { openRunFile, outOption } from '../../../src/cli/sweep/run-file.ts';
import { runLine, runRecord } from '../../support/run-records.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-file-'));
  path = join(folder, 'runs.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

/** Seeds of the runs that are there, and the file after a run with seed 9 was added. */
async function opened(text: string): Promise<{ seeds: number[]; after: string }> {
  await writeFile(path, text);
  const file = await openRunFile(path);
  await file.add(runRecord({ seed: 9 }));
  await file.close();
  return {
    seeds: file.runs.map(({ configuration }) => configuration.seed),
    after: await readFile(path, 'utf8'),
  };
}

const first = runLine({ seed: 1 });
const second = runLine({ seed: 2 }, { verdictReason: 'Räder “rund”.' });
const added = `${runLine({ seed: 9 })}\n`;

describe('the file of a sweep', () => {
  it.each([second, `${second}\r`, ` ${second}`])(
    'keeps a whole last line without its end: %#',
    async (last) => {
      expect(await opened(`${first}\n${last}`)).toEqual({
        seeds: [1, 2],
        after: `${first}\n${last}\n${added}`,
      });
      expect(await opened(last)).toEqual({ seeds: [2], after: `${last}\n${added}` });
    },
  );

  it('cuts off a last line wherever it breaks off', async () => {
    const bytes = Buffer.from(second);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        await writeFile(
          path,
          Buffer.concat([Buffer.from(`${first}\n`), bytes.subarray(0, length)]),
        );
        const file = await openRunFile(path);
        await file.close();
        expect(file.runs).toHaveLength(1);
        expect(await readFile(path, 'utf8')).toBe(`${first}\n`);
      }),
      { numRuns: 60 },
    );
  });

  it('deletes no whole line that is no run', async () => {
    const strange = first.replace('"version":1', '"version":2');
    await writeFile(path, `${second}\n${strange}`);
    await expect(openRunFile(path)).rejects.toThrow(UsageError);
    await expect(openRunFile(path)).rejects.toThrow(/Line 2 is no run: Its “version”/);
    expect(await readFile(path, 'utf8')).toBe(`${second}\n${strange}`);
  });

  it('need not be there, but needs a name', async () => {
    const file = await openRunFile(join(folder, 'new.jsonl'));
    await file.close();
    expect(file.runs).toEqual([]);
    expect(outOption(undefined)).toBeUndefined();
    expect(outOption('a')).toBe('a');
    expect(() => outOption(' ')).toThrow(UsageError);
  });
});
