/** Names of files that are saved, the same everywhere: which run, which step, what of it. */
import { describeConfiguration, type RunConfiguration } from '../../model/configuration.ts';

/** What a name says besides the settings. */
export interface FileNameParts {
  /** Step of the run; left out where the file is of no single step. */
  readonly step?: number | null;
  /** One word for what of the run it is, where the ending does not say it: "measures", "circles". */
  readonly what?: string;
  /** Without a full stop, as in "run". */
  readonly ending: string;
}

/**
 * As in "p59-width128-attention0-seed1-step300-measures.json": letters, digits, hyphens, underscores
 * and full stops, which every system can store.
 */
export function runFileName(
  configuration: RunConfiguration,
  { step, what, ending }: FileNameParts,
): string {
  const moment = typeof step === 'number' ? [`step${step}`] : [];
  const parts = [describeConfiguration(configuration), ...moment, ...(what ? [what] : [])];
  return `${parts.map(storable).join('-')}.${storable(ending)}`;
}

function storable(text: string): string {
  return text.replace(/[^\w.-]+/g, '-');
}
