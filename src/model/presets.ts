/** Settings known to show something, one click away, each with a line of commentary. */
import type { RunConfiguration } from './configuration.ts';
import { defaultConfiguration } from './fields.ts';

/** A named configuration. */
export interface Preset {
  /** Short name for the command line, for example "slow-grokking". */
  readonly name: string;
  readonly label: string;
  /** What to look for, in one sentence. */
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

/** All presets, the first one is what the page opens with. */
export const presets: readonly Preset[] = [
  preset('pizza', 'Pizza', 'pizza', {}),
  preset('clock', 'Clock', 'clock', { attentionRate: 1 }),
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
