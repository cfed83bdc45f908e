/** The networks of the authors' release, read as the product reads them. */
import { readFileSync } from 'node:fs';
import { findLayout } from '../../src/formats/layouts.ts';
import { readContents } from '../../src/formats/open-network/contents.ts';
import { combineSettings } from '../../src/formats/open-network/settings.ts';
import { readReleaseConfig } from '../../src/formats/release-config.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import type { ParameterSet } from '../../src/model/parameters.ts';
import { referencePath } from './reference.ts';

/** A released network. */
export interface ReleaseModel {
  readonly configuration: RunConfiguration;
  readonly parameters: ParameterSet;
}

/**
 * The network of a released run. Its full attention rate is read from the run's own configuration
 * file: other places round it.
 */
export function readReleaseModel(runid: string): ReleaseModel {
  const config = readFileSync(referencePath(`models/config_${runid}.json`), 'utf8');
  const file = readFileSync(referencePath(`models/model_${runid}.pt`));
  const { tensors } = readContents(new Uint8Array(file), undefined);
  const { architectures, parameters } = findLayout(tensors).read(tensors);
  const settings = combineSettings(architectures, readReleaseConfig(config), 'configuration');
  const [configuration] = settings.configurations;
  if (configuration === undefined || settings.questions.length > 0) {
    throw new Error(`The configuration of ${runid} leaves questions open.`);
  }
  return { configuration, parameters };
}
