/**
 * `recordings`: trains the runs that come with the page, makes the light ones that embedded circles
 * are drawn from, and notes the numbers the story quotes.
 */
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { lightRecording, readRecording, writeRecording } from '../formats/recording.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { namedSettings } from '../model/fields.ts';
import { recordedRuns } from '../model/recorded-runs.ts';
import { runKey } from '../model/sweep-grid.ts';
import { parseCommand } from './arguments.ts';
import { numbersModule } from './recordings/numbers.ts';
import { train } from './train.ts';

const folder = new URL('../../public/recordings/', import.meta.url);
const numbers = new URL('../story/numbers.ts', import.meta.url);

/**
 * Trains the recorded runs that are missing or were made with other settings; all of them with `--again`.
 *
 * @throws UsageError for options that make no sense
 */
export async function recordings(options: readonly string[]): Promise<void> {
  const { values } = parseCommand(options, { again: 'flag' });
  await mkdir(folder, { recursive: true });
  for (const { name, configuration } of recordedRuns) {
    const path = fileURLToPath(new URL(`${name}.run`, folder));
    if (values.again !== true && (await isThere(path, configuration))) continue;
    process.stderr.write(`${name}:\n`);
    await train([...optionsOf(configuration), '--recording', path]);
  }
  for (const { name } of recordedRuns) await writeLight(name);
  const runs = [];
  for (const { name } of recordedRuns) runs.push({ name, run: await readRun(name) });
  await writeFile(numbers, numbersModule(runs));
}

/** One of the recordings that come with the page. */
export async function readRun(name: string) {
  const bytes = await readFile(new URL(`${name}.run`, folder));
  return readRecording(gunzipSync(bytes).toString('utf8'));
}

/** The text of the light recording that belongs to one that comes with the page. */
export async function lightText(name: string): Promise<string> {
  return writeRecording(lightRecording(await readRun(name)));
}

/** Writes it, unless it is there: another zlib may pack the same text into other bytes. */
async function writeLight(name: string): Promise<void> {
  const text = await lightText(name);
  const file = new URL(`${name}.circles.run`, folder);
  const present = await readFile(file).catch(() => undefined);
  if (present !== undefined && unpacked(present) === text) return;
  await writeFile(file, gzipSync(text, { level: 9 }));
}

function unpacked(bytes: Buffer): string | undefined {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    return undefined;
  }
}

async function isThere(path: string, configuration: RunConfiguration): Promise<boolean> {
  try {
    await access(path);
    const text = gunzipSync(await readFile(path)).toString('utf8');
    return runKey(readRecording(text).configuration) === runKey(configuration);
  } catch {
    return false;
  }
}

/** The options of `train` for these settings. */
function optionsOf(configuration: RunConfiguration): string[] {
  return Object.entries(namedSettings(configuration)).map(([name, value]) =>
    typeof value === 'boolean' ? `--${name}=${Number(value)}` : `--${name}=${value}`,
  );
}
