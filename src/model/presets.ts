/** Settings known to show something, one click away, each with a line of commentary. */
import english from '../messages/en/model/presets.json';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from './configuration.ts';
import { defaultConfiguration } from './fields.ts';

const words = createWords('model/presets', english);

/** Those with a label and a commentary. */
type PresetKey = Exclude<keyof typeof english, `${string}Commentary`>;

/** A named configuration. */
export interface Preset {
  /** Short name for the command line, for example "slow-grokking". */
  readonly name: string;
  readonly label: string;
  /** What to look for, in one or two sentences. */
  readonly commentary: string;
  readonly configuration: RunConfiguration;
}

function preset(name: string, key: PresetKey, changes: Partial<RunConfiguration>): Preset {
  return {
    name,
    get label() {
      return words(key);
    },
    get commentary() {
      return words(`${key}Commentary`);
    },
    configuration: { ...defaultConfiguration, ...changes },
  };
}

/**
 * All presets; the page opens with the first. What the commentaries promise was seen in runs with
 * exactly these settings (README, "What the presets show").
 */
export const presets: readonly Preset[] = [
  preset('pizza', 'pizza', {}),
  preset('clock', 'clock', { attentionRate: 1, seed: 2 }),
  preset('edge', 'edge', { attentionRate: 0.55, seed: 2 }),
  preset('slow-grokking', 'slowGrokking', { trainFraction: 0.3 }),
  preset('quick', 'quick', { p: 31, width: 64, steps: 3000, seed: 3 }),
  preset('wide', 'wide', { attentionRate: 1, width: 512 }),
  preset('linear-delta', 'linearDelta', { model: 'linear-delta', width: 256 }),
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
