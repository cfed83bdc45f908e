import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { lightText } from '../../src/cli/recordings.ts';
import { recordedRuns } from '../../src/model/recorded-runs.ts';
import { root } from '../../src/setup/command.mjs';

/** Bytes of a figure that is embedded in somebody's page. */
const mostBytes = 65e3;

describe('the light recordings that come with the page', () => {
  it.each(recordedRuns)('$name is what the full one gives, and small', async ({ name }) => {
    const bytes = await readFile(`${root}public/recordings/${name}.circles.run`);
    expect(bytes.length).toBeLessThanOrEqual(mostBytes);
    expect(gunzipSync(bytes).toString('utf8') === (await lightText(name))).toBe(true);
  });
});
