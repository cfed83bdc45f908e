/** Settings known to show something, one click away, each with a line of commentary. */
import type { RunConfiguration } from './configuration.ts';
import { defaultConfiguration } from './fields.ts';

/** A named configuration. */
export interface Preset {
  /** Short name for the command line, for example "slow-grokking". */
  readonly name: string;
  readonly label: string;
  /** What to look for, in one or two sentences. */
  readonly commentary: string;
  readonly configuration: RunConfiguration;
}

function preset(
  name: string,
  label: string,
  commentary: string,
  changes: Partial<RunConfiguration>,
): Preset {
  return { name, label, commentary, configuration: { ...defaultConfiguration, ...changes } };
}

/**
 * All presets; the page opens with the first. What the commentaries promise was seen in runs with
 * exactly these settings (README, "What the presets show").
 */
export const presets: readonly Preset[] = [
  preset(
    'pizza',
    'Pizza',
    'Attention switched off: linear layers can only average the two numbers. Watch bands appear across the heatmap.',
    {},
  ),
  preset(
    'clock',
    'Clock',
    'Full attention can multiply. The gradients to a and b part ways, and the bands across the heatmap fade.',
    { attentionRate: 1, seed: 2 },
  ),
  preset(
    'edge',
    'On the edge',
    'In the middle of the phase transition: distance matters as in a Pizza, but the gradients do not quite agree. Other seeds fall to other sides.',
    { attentionRate: 0.55, seed: 2 },
  ),
  preset(
    'slow-grokking',
    'Slow grokking',
    'Only 30 % of the pairs to learn from: known by heart after 200 steps, while seven in ten of the others fail until step 1,000. Then it understands.',
    { trainFraction: 0.3 },
  ),
  preset(
    'quick',
    'Small and quick',
    'Addition mod 31 with half the width: a verdict within a minute on any laptop.',
    { p: 31, width: 64, steps: 3000, seed: 3 },
  ),
  preset(
    'wide',
    'Wide Pizza',
    'Width decides too: at width 512 and α = 1, full attention can still end as a Pizza. Slow without a GPU.',
    { attentionRate: 1, width: 512 },
  ),
  preset(
    'linear-delta',
    'Linear δ',
    'No attention at all, but a and b enter side by side instead of added: the gradients have nothing in common, yet it learns.',
    { model: 'linear-delta', width: 256 },
  ),
];

/** The preset of this name. */
export function findPreset(name: string): Preset | undefined {
  return presets.find((candidate) => candidate.name === name);
}

/** The preset with exactly these settings, if there is one. */
export function presetOf(configuration: RunConfiguration): Preset | undefined {
  return presets.find((candidate) =>
    (Object.keys(defaultConfiguration) as (keyof RunConfiguration)[]).every(
      (key) => candidate.configuration[key] === configuration[key],
    ),
  );
}
