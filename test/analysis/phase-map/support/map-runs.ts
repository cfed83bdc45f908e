/** Runs of the phase map: made-up ones, the authors' tables, and the sweep that is shipped. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  type MapRun,
  mapRunOf,
  mapRunOfMeasures,
} from '../../../../src/analysis/phase-map/map-run.ts';
import { readAuthorsTable } from '../../../../src/formats/authors-table.ts';
import { readRunTable } from '../../../../src/formats/run-table.ts';
import { root } from '../../../../src/setup/command.mjs';
import { referencePath } from '../../../support/reference.ts';

/** A measured, circular run that answers everything. */
export function mapRun(
  changes: Partial<Omit<MapRun, 'settings'>> & { readonly attentionRate?: number } = {},
): MapRun {
  const { attentionRate = 0, ...rest } = changes;
  const run = mapRunOfMeasures({
    id: 'made up',
    attentionRate,
    width: 128,
    layers: 1,
    heads: 4,
    p: 59,
    weightDecay: 2,
    trainFraction: 0.8,
    steps: 3000,
    activation: 'relu',
    separateEmbeddings: false,
    equalsToken: false,
    gradientSymmetricity: 0.99,
    distanceIrrelevance: 0.2,
    distanceIrrelevanceWrongLogit: 0.25,
    circularity: 0.997,
    trainAccuracy: 1,
    testAccuracy: 1,
  });
  return { ...run, ...rest };
}

/** Runs of one layer without the appendix's variants, from one of the authors' tables. */
export function authorsPlainRuns(name: '1l_fixedwidth.csv' | '1l_varywidth.csv'): MapRun[] {
  return readAuthorsTable(readFileSync(referencePath(`tables/${name}`), 'utf8'))
    .map((run) => mapRunOfMeasures(run))
    .filter(
      ({ settings }) =>
        settings.layers === 1 &&
        settings.activation === 'relu' &&
        !settings.separateEmbeddings &&
        !settings.equalsToken,
    );
}

/** The sweep on the page. */
export function shippedRuns(): MapRun[] {
  const text = gunzipSync(readFileSync(`${root}public/sweeps/paper.runs`)).toString('utf8');
  return readRunTable(text).map((run) =>
    mapRunOf({
      configuration: run.configuration,
      result: run,
      diverged: run.verdict === 'diverged',
    }),
  );
}
