/** The runs that come with the page, recorded from real training at paper size. */
import type { RunConfiguration } from './configuration.ts';
import { defaultConfiguration } from './fields.ts';

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
  label: string,
  commentary: string,
  changes: Partial<RunConfiguration>,
): RecordedRunDescription {
  const configuration = { ...defaultConfiguration, ...changes };
  return { name, label, commentary, configuration };
}

/** All of them; names stay when runs are trained anew. */
export const recordedRuns: readonly RecordedRunDescription[] = [
  recorded('pizza', 'Pizza', 'Attention switched off. Bands appear across the heatmap.', {
    steps: 4000,
  }),
  recorded('clock', 'Clock', 'Full attention. The gradients to a and b part ways.', {
    attentionRate: 1,
    seed: 2,
    steps: 4000,
  }),
  recorded('edge', 'On the edge', 'In the middle of the phase transition: the measures disagree.', {
    attentionRate: 0.55,
    seed: 2,
    steps: 4000,
  }),
  recorded(
    'non-circular',
    'Not circular',
    'By the paper’s filter its embedding is no circle, for several are equally strong and mix.',
    { attentionRate: 1, weightDecay: 1, steps: 1500 },
  ),
  recorded('two-layers', 'Two layers', 'The same task with two blocks of attention and neurons.', {
    layers: 2,
    attentionRate: 1,
    steps: 1500,
  }),
  recorded(
    'slow-grokking',
    'Slow grokking',
    'Three in ten pairs to learn from: known by heart at once, understood much later.',
    { trainFraction: 0.3, steps: 5000 },
  ),
];

/** The recorded run of this name. */
export function findRecordedRun(name: string): RecordedRunDescription | undefined {
  return recordedRuns.find((candidate) => candidate.name === name);
}
