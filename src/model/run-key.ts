/** What tells runs apart. */
import type { RunConfiguration } from './configuration.ts';
import { namedSettings } from './fields.ts';

/** The same text for the same run, and only for it. */
export function runKey(configuration: RunConfiguration): string {
  return JSON.stringify(Object.values(namedSettings(configuration)));
}
