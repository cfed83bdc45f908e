/** What the address says about the page itself, besides the settings of a run. */
import * as v from 'valibot';
import { recordedRuns } from '../model/recorded-runs.ts';
import type { BackendRequest } from '../worker/contract.ts';
import { type FigureName, figureNames } from './embedding/figures.ts';
import type { Pair } from './inspection.ts';

/** How the page looks and what it does when opened, besides the run's settings. */
export interface PageSettings {
  readonly backend: BackendRequest;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Train at once when the page opens. */
  readonly autorun: boolean;
  /** Rows and columns of the heatmap: a−b by a+b, or plain a by b. */
  readonly heatmap: 'bands' | 'plain';
  /** Circles drawn by their share of power, or all equally large. */
  readonly circles: 'amplitude' | 'equal';
  /** The story, training with its curves, one network from the inside, many runs on a map, a walk
   * through them for an audience, or the benchmark. */
  readonly view: 'story' | 'lab' | 'inside' | 'map' | 'present' | 'bench';
  /** Upwards on the map: distance irrelevance, gradient symmetricity, or a setting. */
  readonly map: 'q' | 'gs' | 'setting';
  /** Which runs count as circular: all, those of the paper's filter, or those with a round plane. */
  readonly circular: 'all' | 'paper' | 'round';
  /** The setting upwards on a map over a setting. */
  readonly setting: 'width' | 'layers' | 'decay' | 'fraction' | 'seed';
  /** What colours a map over a setting. */
  readonly colour: 'gs' | 'q';
  /** Logits over which q is taken: the correct ones, or the largest wrong ones. */
  readonly form: 'correct' | 'wrong';
  /** Settings of the runs on the map, as in width:64,layers:all; empty for the usual ones. */
  readonly filter: string;
  /** Address of a table of runs to open; empty for none. */
  readonly table: string;
  /** Name of the recorded run on screen; empty for a run of this page. */
  readonly run: string;
  /** Step of the run that is shown; null for its end. */
  readonly step: number | null;
  /** The one figure that is shown, in another page; empty for the page itself. */
  readonly embed: FigureName | '';
  /** Order of a neuron's rows and columns: along its circle, or plain. */
  readonly neuron: 'circle' | 'plain';
  /** The sum that is traced through the network. */
  readonly pair: Pair;
}

/** Settings with a few values each. */
export const pageSchemas = {
  backend: v.picklist(['auto', 'webgpu', 'webgl', 'wasm', 'cpu']),
  theme: v.picklist(['auto', 'light', 'dark']),
  autorun: v.picklist(['0', '1']),
  heatmap: v.picklist(['bands', 'plain']),
  circles: v.picklist(['amplitude', 'equal']),
  view: v.picklist(['story', 'lab', 'inside', 'map', 'present', 'bench']),
  map: v.picklist(['q', 'gs', 'setting']),
  circular: v.picklist(['all', 'paper', 'round']),
  setting: v.picklist(['width', 'layers', 'decay', 'fraction', 'seed']),
  colour: v.picklist(['gs', 'q']),
  form: v.picklist(['correct', 'wrong']),
  run: v.picklist(recordedRuns.map(({ name }) => name)),
  neuron: v.picklist(['circle', 'plain']),
  embed: v.picklist(figureNames),
} as const;

/** Steps a run can have. */
const latestStep = 100_000;

/** A step of a run. */
export const stepSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}$/),
  v.transform(Number),
  v.maxValue(latestStep),
);

/** A sum as in 12,34. */
export const pairSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,3},\d{1,3}$/),
  v.transform((text): Pair => {
    const [a, b] = text.split(',').map(Number) as [number, number];
    return { a, b };
  }),
);

/** What the page does when the address says nothing else; a bare one opens the story. */
export const defaultPageSettings: PageSettings = {
  backend: 'auto',
  theme: 'auto',
  autorun: false,
  heatmap: 'bands',
  circles: 'amplitude',
  view: 'lab',
  map: 'gs',
  circular: 'all',
  setting: 'width',
  colour: 'gs',
  form: 'correct',
  filter: '',
  table: '',
  run: '',
  step: null,
  embed: '',
  neuron: 'circle',
  pair: { a: 12, b: 34 },
};

/** Addresses of tables may be relative to the page's. */
const somewhere = 'https://page.invalid/';

/** Addresses of tables that can be fetched. */
export const tableSchema = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check(
    (text) => URL.canParse(text, somewhere) && /^https?:$/.test(new URL(text, somewhere).protocol),
  ),
);
