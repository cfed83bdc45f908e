/**
 * The address of the page is the experiment: every setting is in the query string, decoded by the
 * one schema of the model. Anything that makes no sense becomes its default and a notice.
 */
import * as v from 'valibot';
import type { RunConfiguration } from '../model/configuration.ts';
import { fieldEntries } from '../model/fields.ts';
import { recordedRuns } from '../model/recorded-runs.ts';
import { type ConfigurationProblem, checkConfiguration } from '../model/validation.ts';
import type { BackendRequest } from '../worker/contract.ts';
import { fittingPair, type Pair } from './inspection.ts';

export type { BackendRequest };

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
  /** Address of a table of runs to open; empty for none. */
  readonly table: string;
  /** Name of the recorded run on screen; empty for a run of this page. */
  readonly run: string;
  /** Order of a neuron's rows and columns: along its circle, or plain. */
  readonly neuron: 'circle' | 'plain';
  /** The sum that is traced through the network. */
  readonly pair: Pair;
}

/** Everything an address says. */
export interface DecodedAddress {
  readonly configuration: RunConfiguration;
  readonly page: PageSettings;
  readonly problems: readonly ConfigurationProblem[];
}

const pageSchemas = {
  backend: v.picklist(['auto', 'webgpu', 'webgl', 'wasm', 'cpu']),
  theme: v.picklist(['auto', 'light', 'dark']),
  autorun: v.picklist(['0', '1']),
  heatmap: v.picklist(['bands', 'plain']),
  circles: v.picklist(['amplitude', 'equal']),
  view: v.picklist(['story', 'lab', 'inside', 'map', 'present', 'bench']),
  map: v.picklist(['q', 'gs', 'setting']),
  circular: v.picklist(['all', 'paper', 'round']),
  run: v.picklist(recordedRuns.map(({ name }) => name)),
  neuron: v.picklist(['circle', 'plain']),
} as const;

const pairSchema = v.pipe(
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
  table: '',
  run: '',
  neuron: 'circle',
  pair: { a: 12, b: 34 },
};

const knownNames = new Set([
  ...fieldEntries.map(([, { name }]) => name),
  ...Object.keys(pageSchemas),
  'pair',
  'table',
]);

/** Addresses of tables that can be fetched. */
const tableSchema = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check((text) => URL.canParse(text, 'https://page.invalid/')),
  v.check((text) => /^https?:$/.test(new URL(text, 'https://page.invalid/').protocol)),
);

/** Longest name or value repeated in a notice. */
const longestEcho = 40;

/** Reads a query string. Never throws; any text gives a valid configuration. */
export function decodeAddress(query: string): DecodedAddress {
  const parameters = new URLSearchParams(query);
  const raw = Object.fromEntries(parameters);
  const { configuration, problems } = checkConfiguration(raw);
  const all = [...problems];
  for (const name of new Set(parameters.keys())) {
    if (!knownNames.has(name)) {
      all.push({
        name,
        message: `“${name.slice(0, longestEcho)}” in the address is not a setting of this page and was ignored.`,
      });
    }
  }
  const choose = <Name extends keyof typeof pageSchemas>(name: Name, fallback: string) => {
    const given = parameters.get(name);
    if (given === null) return fallback;
    const result = v.safeParse(pageSchemas[name], given);
    if (result.success) return result.output;
    const options = pageSchemas[name].options.join(', ');
    all.push({
      name,
      message: `${name}=${given.slice(0, longestEcho)} is not possible: it must be one of ${options}.${fallback === '' ? '' : ` Using ${fallback}.`}`,
    });
    return fallback;
  };
  const readPair = (): Pair => {
    const given = parameters.get('pair');
    if (given === null) return defaultPageSettings.pair;
    const result = v.safeParse(pairSchema, given);
    const { p } = configuration;
    if (result.success && result.output.a < p && result.output.b < p) return result.output;
    const { a, b } = fittingPair(defaultPageSettings.pair, p);
    all.push({
      name: 'pair',
      message: `pair=${given.slice(0, longestEcho)} is not possible: it must be two whole numbers below ${p}, as in pair=${a},${b}. Using ${a},${b}.`,
    });
    return { a, b };
  };
  const readTable = (): string => {
    const given = parameters.get('table') ?? '';
    if (v.safeParse(tableSchema, given).success) return given;
    all.push({
      name: 'table',
      message: `table=${given.slice(0, longestEcho)} is not possible: it must be the address of a table of runs, as in https://example.org/runs.jsonl.`,
    });
    return '';
  };
  // Whoever was given a run's settings wants to see that run.
  const firstView = [...parameters.keys()].every((name) => name === 'theme') ? 'story' : 'lab';
  return {
    configuration,
    page: {
      backend: choose('backend', defaultPageSettings.backend) as BackendRequest,
      theme: choose('theme', defaultPageSettings.theme) as PageSettings['theme'],
      autorun: choose('autorun', '0') === '1',
      heatmap: choose('heatmap', defaultPageSettings.heatmap) as PageSettings['heatmap'],
      circles: choose('circles', defaultPageSettings.circles) as PageSettings['circles'],
      view: choose('view', firstView) as PageSettings['view'],
      map: choose('map', defaultPageSettings.map) as PageSettings['map'],
      circular: choose('circular', defaultPageSettings.circular) as PageSettings['circular'],
      table: readTable(),
      run: choose('run', defaultPageSettings.run),
      neuron: choose('neuron', defaultPageSettings.neuron) as PageSettings['neuron'],
      pair: readPair(),
    },
    problems: all,
  };
}

const writtenNames = [
  'backend',
  'theme',
  'heatmap',
  'circles',
  'view',
  'map',
  'circular',
  'table',
  'run',
  'neuron',
] as const;

/**
 * The query string that repeats an experiment, without the question mark: all settings of the run,
 * and of the page those that differ from the default. `autorun` is never written: opening a copied
 * address must not start work by itself.
 */
export function encodeAddress(configuration: RunConfiguration, page: PageSettings): string {
  const parameters = new URLSearchParams();
  for (const [key, { name }] of fieldEntries) {
    const value = configuration[key];
    parameters.set(name, typeof value === 'boolean' ? (value ? '1' : '0') : String(value));
  }
  for (const name of writtenNames) {
    if (page[name] !== defaultPageSettings[name]) parameters.set(name, page[name]);
  }
  const { a, b } = page.pair;
  const isDefault = a === defaultPageSettings.pair.a && b === defaultPageSettings.pair.b;
  // A larger modulus of a file leaves pairs behind that these settings do not have.
  if (!isDefault && a < configuration.p && b < configuration.p) parameters.set('pair', `${a},${b}`);
  return parameters.toString();
}
