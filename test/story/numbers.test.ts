import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { numbersModule, quotableNumbers } from '../../src/cli/recordings/numbers.ts';
import { readRun } from '../../src/cli/recordings.ts';
import { recordedRuns } from '../../src/model/recorded-runs.ts';
import { root } from '../../src/setup/command.mjs';
import { numbers } from '../../src/story/numbers.ts';
import { wordsOfStory } from '../support/story.ts';

describe('the numbers of the story', () => {
  it('are those of the recordings (npm run cli -- recordings)', async () => {
    const runs = [];
    for (const { name } of recordedRuns) runs.push({ name, run: await readRun(name) });
    const file = await readFile(`${root}src/story/numbers.ts`, 'utf8');
    expect(file).toBe(numbersModule(runs));
    for (const { name, run } of runs) {
      expect(numbers[name as keyof typeof numbers]).toEqual(quotableNumbers(run));
    }
  });

  it.each(recordedRuns)('were recorded with the settings they name: $name', async (description) => {
    const { configuration, moments } = await readRun(description.name);
    expect(configuration).toEqual(description.configuration);
    expect(moments[0]?.result.step).toBe(0);
    expect(moments.at(-1)?.result.step).toBe(configuration.steps);
    expect(moments.length).toBeGreaterThan(40);
  });

  it.each(['pizza', 'clock'])(
    'the recorded %s is right on every sum, as chapter 11 shows',
    async (name) => {
      const last = (await readRun(name)).moments.at(-1);
      expect(last?.result).toMatchObject({ trainAccuracy: 1, testAccuracy: 1 });
    },
  );

  it('lie in files that are small enough', async () => {
    let all = 0;
    for (const { name } of recordedRuns) {
      const size = async (file: string) =>
        (await readFile(`${root}public/recordings/${file}`)).length;
      const [run, weights] = [await size(`${name}.run`), await size(`${name}.safetensors`)];
      expect(run, name).toBeLessThanOrEqual(300_000);
      expect(weights, name).toBeLessThanOrEqual(1_000_000);
      all += run + weights;
    }
    expect(all).toBeLessThanOrEqual(6_000_000);
    expect(existsSync(`${root}public/recordings/pizza.run`)).toBe(true);
  });

  it('that have decimals come from a recording, a table or a threshold', async () => {
    // Thresholds and architecture (SCIENCE sections 2 and 4), the authors' network A and its slip
    // (section 5), their tables of runs (per width), and the debate (section 7).
    const sources = [
      ...['0.98', '0.6', '0.995', '99.5', '99.2', '91.4', '99.7'],
      ...['0.4', '0.5', '0.010', '0.003', '1.50', '1.7'],
    ];
    const quoted = Object.values(numbers).flatMap((run) => Object.values(run));
    const known = new Set([...sources, ...quoted.map((text) => text.replace(' %', ''))]);
    const text = (await wordsOfStory()).replace(/\b\d{4}\.\d{4,5}\b/g, '');
    const found = text.match(/\d+\.\d+/g) ?? [];
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter((number) => !known.has(number))).toEqual([]);
  });
});

describe('the text of the story', () => {
  it('can be read in a quarter of an hour', async () => {
    const prose = (await wordsOfStory()).replace(/In words: [^.]*\./g, ' ');
    const count = prose.split(/\s+/).length;
    expect(count).toBeGreaterThan(2200);
    expect(count).toBeLessThan(3100);
  });
});
