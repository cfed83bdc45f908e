/** Puts together what the tensors, a configuration and the caller say of a network. */
import { isTransformer, type RunConfiguration } from '../../model/configuration.ts';
import { configurationFields, defaultConfiguration } from '../../model/fields.ts';
import { FormatError } from '../format-error.ts';
import type { Architecture } from '../layouts/layout.ts';
import { words } from './words.ts';

/** Something a file cannot tell. */
export type Question = 'attentionRate' | 'separateEmbeddings' | 'model';

/** Who says what a file cannot tell. */
export type SettingsSource = 'answer' | 'configuration';

/** What is left to be guessed or asked. */
export interface OpenSettings {
  /** One configuration for each architecture that is still possible; at least one. */
  readonly configurations: readonly RunConfiguration[];
  readonly questions: readonly Question[];
}

/**
 * @param architectures what the shapes allow, at least one
 * @param known settings from a configuration or an answer
 * @param source who says so, for the message
 * @throws FormatError when they contradict each other
 */
export function combineSettings(
  architectures: readonly Architecture[],
  known: Partial<RunConfiguration>,
  source: SettingsSource,
): OpenSettings {
  const possible = architectures.filter(
    (architecture) => contradiction(architecture, known) === undefined,
  );
  if (possible.length === 0) throw contradictionError(architectures, known, source);
  const configurations = possible.map((architecture) => ({
    ...defaultConfiguration,
    ...known,
    ...architecture,
  }));
  const asksRate =
    known.attentionRate === undefined &&
    possible.some((architecture) => architecture.attentionRate === undefined) &&
    configurations.some(isTransformer);
  const differs = (key: 'separateEmbeddings' | 'model') =>
    new Set(configurations.map((configuration) => configuration[key])).size > 1;
  return {
    configurations,
    questions: [
      ...(asksRate ? (['attentionRate'] as const) : []),
      ...(['separateEmbeddings', 'model'] as const).filter(differs),
    ],
  };
}

/** First setting in which the two differ. Linear models have no heads or layers to differ in. */
function contradiction(
  architecture: Architecture,
  known: Partial<RunConfiguration>,
): keyof Architecture | undefined {
  const linear = architecture.model !== 'transformer';
  return (Object.keys(architecture) as (keyof Architecture)[]).find(
    (key) =>
      known[key] !== undefined &&
      known[key] !== architecture[key] &&
      !(linear && configurationFields[key].transformerOnly === true),
  );
}

function contradictionError(
  architectures: readonly Architecture[],
  known: Partial<RunConfiguration>,
  source: SettingsSource,
): FormatError {
  const [architecture] = architectures as [Architecture, ...Architecture[]];
  const key = contradiction(architecture, known) ?? 'model';
  return new FormatError(
    words('contradiction', {
      source,
      said: describe(key, known[key]),
      present: describe(key, architecture[key]),
    }),
  );
}

function describe(key: keyof Architecture, value: unknown): string {
  const text = typeof value === 'boolean' ? words(value ? 'on' : 'off') : String(value);
  return words('setting', { label: configurationFields[key].label, value: text });
}
