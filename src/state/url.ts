/**
 * The address of the page is the experiment: every setting is in the query string, decoded by the
 * one schema of the model. Anything that makes no sense becomes its default and a notice.
 */
import * as v from 'valibot';
import english from '../messages/en/state/url.json';
import { languageOf, languages } from '../messages/languages.ts';
import { listed } from '../messages/lists.ts';
import { createWords, spokenLanguage } from '../messages/words.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { fieldEntries } from '../model/fields.ts';
import { type ConfigurationProblem, checkConfiguration } from '../model/validation.ts';
import type { BackendRequest } from '../worker/contract.ts';
import { behaviourNames } from './embedding/behaviour.ts';
import { fittingPair, type Pair } from './inspection.ts';
import { readFilters, writeFilters } from './map/filter-text.ts';
import {
  defaultPageSettings,
  type PageSettings,
  pageSchemas,
  pairSchema,
  stepSchema,
  tableSchema,
} from './page-settings.ts';

export type { BackendRequest, PageSettings };
export { defaultPageSettings };

const words = createWords('state/url', english);

/** Everything an address says. */
export interface DecodedAddress {
  readonly configuration: RunConfiguration;
  readonly page: PageSettings;
  readonly problems: readonly ConfigurationProblem[];
}

/** Every name an address may hold. */
export const knownNames: ReadonlySet<string> = new Set([
  ...fieldEntries.map(([, { name }]) => name),
  ...Object.keys(pageSchemas),
  'pair',
  'table',
  'filter',
  'step',
  ...behaviourNames,
]);

/** Longest name or value repeated in a notice. */
const longestEcho = 40;
/** More names that mean nothing here are not even counted. */
const mostStrangers = 100;

/** Reads a query string. Never throws; any text gives a valid configuration. */
export function decodeAddress(query: string): DecodedAddress {
  const parameters = new URLSearchParams(query);
  const raw = Object.fromEntries(parameters);
  const { configuration, problems } = checkConfiguration(raw);
  const all = [...problems];
  const strangers = [...new Set(parameters.keys())].filter((name) => !knownNames.has(name));
  for (const name of strangers.slice(0, mostStrangers)) {
    all.push({
      name,
      message: words('stranger', { name: name.slice(0, longestEcho) }),
    });
  }
  const refuse = (name: string, given: string, options: readonly string[], used: string) => {
    const values = { name, value: given.slice(0, longestEcho), options: listed(options), used };
    all.push({ name, message: words(used === '' ? 'impossible' : 'impossibleReplaced', values) });
  };
  const language = parameters.get('lang') ?? '';
  // A figure is given the language of the page around it, whatever that is.
  if (language !== '' && languageOf(language) === undefined && !parameters.has('embed')) {
    const tags = languages.map(({ tag }) => tag);
    refuse('lang', language, tags, spokenLanguage());
  }
  const choose = <Name extends keyof typeof pageSchemas>(name: Name, fallback: string) => {
    const given = parameters.get(name);
    if (given === null) return fallback;
    const result = v.safeParse(pageSchemas[name], given);
    if (result.success) return result.output;
    refuse(name, given, pageSchemas[name].options, fallback);
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
      message: words('pair', { value: given.slice(0, longestEcho), p, a, b }),
    });
    return { a, b };
  };
  const readFilter = (): string => {
    const given = parameters.get('filter') ?? '';
    const chosen = readFilters(given);
    if (chosen !== undefined) return writeFilters(chosen);
    all.push({
      name: 'filter',
      message: words('filter', { value: given.slice(0, longestEcho) }),
    });
    return '';
  };
  const readTable = (): string => {
    const given = parameters.get('table') ?? '';
    if (v.safeParse(tableSchema, given).success) return given;
    all.push({
      name: 'table',
      message: words('table', { value: given.slice(0, longestEcho) }),
    });
    return '';
  };
  const readStep = (): number | null => {
    const given = parameters.get('step');
    if (given === null) return null;
    const result = v.safeParse(stepSchema, given);
    if (result.success) return result.output;
    all.push({
      name: 'step',
      message: words('step', { value: given.slice(0, longestEcho) }),
    });
    return null;
  };
  // Whoever was given a run's settings wants to see that run.
  const isBare = [...parameters.keys()].every((name) => name === 'theme' || name === 'lang');
  const firstView = isBare ? 'story' : parameters.has('table') ? 'map' : 'lab';
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
      setting: choose('setting', defaultPageSettings.setting) as PageSettings['setting'],
      colour: choose('colour', defaultPageSettings.colour) as PageSettings['colour'],
      form: choose('form', defaultPageSettings.form) as PageSettings['form'],
      filter: readFilter(),
      table: readTable(),
      run: choose('run', defaultPageSettings.run),
      step: readStep(),
      // A name that does not exist still means a figure, not the page.
      embed: choose('embed', parameters.has('embed') ? 'circles' : '') as PageSettings['embed'],
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
  'setting',
  'colour',
  'form',
  'filter',
  'table',
  'run',
  'neuron',
  'embed',
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
    // With a table and no view the address would open the map.
    const isUnsaid = page[name] === defaultPageSettings[name];
    if (!isUnsaid || (name === 'view' && page.table !== '')) parameters.set(name, page[name]);
  }
  if (page.step !== null) parameters.set('step', String(page.step));
  const { a, b } = page.pair;
  const isDefault = a === defaultPageSettings.pair.a && b === defaultPageSettings.pair.b;
  // A larger modulus of a file leaves pairs behind that these settings do not have.
  if (!isDefault && a < configuration.p && b < configuration.p) parameters.set('pair', `${a},${b}`);
  return parameters.toString();
}
