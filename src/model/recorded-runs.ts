/** The runs that come with the page, recorded from real training at paper size. */
import english from '../messages/en/model/recorded-runs.json';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from './configuration.ts';
import { defaultConfiguration } from './fields.ts';

const words = createWords('model/recorded-runs', english);

/** Those with a label and a commentary. */
type RecordedKey = Exclude<keyof typeof english, `${string}Commentary`>;

/** A run that comes with the page. */
export interface RecordedRunDescription {
  /** Name in the address and of its files in `public/recordings`. */
  readonly name: string;
  readonly label: string;
  /** What to look for, in one sentence. */
  readonly commentary: string;
  /** What it was trained with: `npm run cli -- recordings` trains them all again. */
  readonly configuration: RunConfiguration;
}

function recorded(
  name: string,
  key: RecordedKey,
  changes: Partial<RunConfiguration>,
): RecordedRunDescription {
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

/** All of them; names stay when runs are trained anew. */
export const recordedRuns: readonly RecordedRunDescription[] = [
  recorded('pizza', 'pizza', {
    steps: 4000,
  }),
  recorded('clock', 'clock', {
    attentionRate: 1,
    seed: 2,
    steps: 4000,
  }),
  recorded('edge', 'edge', {
    attentionRate: 0.55,
    seed: 2,
    steps: 4000,
  }),
  recorded('non-circular', 'nonCircular', { attentionRate: 1, weightDecay: 1, steps: 1500 }),
  recorded('two-layers', 'twoLayers', {
    layers: 2,
    attentionRate: 1,
    steps: 1500,
  }),
  recorded('slow-grokking', 'slowGrokking', { trainFraction: 0.3, steps: 5000 }),
];

/** The recorded run of this name. */
export function findRecordedRun(name: string): RecordedRunDescription | undefined {
  return recordedRuns.find((candidate) => candidate.name === name);
}
