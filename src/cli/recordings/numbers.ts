/** Numbers of the recorded runs as the story writes them. */
import type { RunRecording } from '../../formats/recording.ts';

/** What the story may quote of a run, in its words. */
export function quotableNumbers({ configuration, moments, seconds }: RunRecording) {
  const last = moments.at(-1);
  if (last === undefined) throw new Error('A recording has at least one moment.');
  const { result } = last;
  const reached = (share: number, of: 'trainAccuracy' | 'testAccuracy') => {
    const moment = moments.find((candidate) => (candidate.result[of] ?? 0) >= share);
    return moment === undefined ? 'never' : count(moment.result.step);
  };
  const strong = result.frequencies
    .filter(({ powerFraction }) => powerFraction >= 0.05)
    .sort((left, right) => right.powerFraction - left.powerFraction);
  return {
    attention: String(configuration.attentionRate),
    seed: String(configuration.seed),
    steps: count(result.step),
    minutes: ((seconds ?? 0) / 60).toFixed(1),
    fitted: reached(0.99, 'trainAccuracy'),
    learned: reached(0.99, 'testAccuracy'),
    testAccuracy: percent(result.testAccuracy),
    symmetricity: decimals(result.gradientSymmetricity, 3),
    irrelevance: decimals(result.distanceIrrelevance, 2),
    circularity: decimals(result.circularity, 2),
    circles: String(strong.length),
    frequencies: strong.map(({ k }) => k).join(', '),
    verdict: result.verdict,
  };
}

/** The text of `src/story/numbers.ts`. */
export function numbersModule(
  runs: readonly { readonly name: string; readonly run: RunRecording }[],
): string {
  const entries = runs.map(({ name, run }) => {
    const lines = Object.entries(quotableNumbers(run)).map(
      ([key, text]) => `    ${key}: '${text}',\n`,
    );
    const key = /^[a-z]+$/.test(name) ? name : `'${name}'`;
    return `  ${key}: {\n${lines.join('')}  },\n`;
  });
  return `/** Numbers of the recorded runs, made by \`npm run cli -- recordings\`: not to be edited. */
export const numbers = {
${entries.join('')}} as const;
`;
}

function count(value: number): string {
  return new Intl.NumberFormat('en').format(value);
}

function decimals(value: number | null, places: number): string {
  return value === null ? '–' : value.toFixed(places);
}

/** Rounded down: 99.97 % is not all. */
function percent(share: number | null): string {
  if (share === null) return '–';
  return share === 1 ? '100 %' : `${(Math.floor(1000 * share) / 10).toFixed(1)} %`;
}
