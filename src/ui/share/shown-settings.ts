/** Settings an embed is given so that it shows what is on screen, and no more than that. */
import { defaultConfiguration, fieldEntries } from '../../model/fields.ts';
import { embeddedFigure, type FigureName } from '../../state/embedding/figures.ts';
import { onceFor } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { decodeAddress, defaultPageSettings, encodeAddress } from '../../state/url.ts';
import { sharedQuery } from './shared-address.ts';

/** Settings that say something of certain figures only. */
const settingsOfFigures: Readonly<Record<string, readonly FigureName[]>> = {
  heatmap: ['heatmap', 'inside', 'lab', 'isolation'],
  circles: ['circles', 'learning', 'inside', 'lab'],
  neuron: ['neurons', 'neuron'],
  pair: ['pair', 'isolation', 'circle-by-circle', 'inside'],
};

/** Settings of the map, by their names. */
const settingsOfMap = ['map', 'circular', 'setting', 'colour', 'form', 'filter', 'table'];

/** What an address says that changes nothing. */
const usual = [...new URLSearchParams(encodeAddress(defaultConfiguration, defaultPageSettings))];

/** Never part of an embed: it has a view and a theme of its own. */
const left = ['view', 'theme', 'embed', 'backend'];

/** @param run recorded run to be shown in place of what is on screen */
export function shownSettings(
  state: PageState,
  name: FigureName,
  run: string,
): Readonly<Record<string, string>> {
  const { subject } = embeddedFigure(name);
  if (subject === 'idea') return {};
  const said = new URLSearchParams(shortQuery(state));
  const kept = [...said].filter(([key]) => {
    if (left.includes(key)) return false;
    if (subject === 'map') return settingsOfMap.includes(key);
    if (settingsOfMap.includes(key)) return false;
    const figures = settingsOfFigures[key];
    if (figures !== undefined) return figures.includes(name);
    // A recording brings its settings; a step is one of the run that is on screen.
    if (run !== '') return key === 'step' && state.page.run === run;
    // What trains anew begins at the beginning.
    return key !== 'run' && key !== 'step';
  });
  return { ...(run === '' || subject === 'map' ? {} : { run }), ...Object.fromEntries(kept) };
}

/**
 * The query string that shows again what is on screen, and says no more than that. Several parts of the
 * page ask for it at every change: it is worked out once a state.
 */
export const shortQuery = onceFor((state: PageState) => withoutUsual(sharedQuery(state)));

/** A query without everything that goes without saying. */
export function withoutUsual(query: string): string {
  const parameters = new URLSearchParams(query);
  // A recorded run brings its settings with it.
  if (parameters.has('run')) for (const [, { name }] of fieldEntries) parameters.delete(name);
  for (const [name, value] of usual) {
    if (parameters.get(name) === value) parameters.delete(name);
  }
  // What says nothing at all opens the story.
  const { view } = decodeAddress(query).page;
  if (decodeAddress(parameters.toString()).page.view !== view) parameters.set('view', view);
  return parameters.toString();
}
