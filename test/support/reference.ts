/**
 * The reference folder: the authors' checkpoints and values recomputed from them in float64. It may
 * lie beside the project; tests that need it are skipped where it does not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/reference/', import.meta.url));

/** Why a test that needs the folder is skipped; undefined where the folder exists. */
export const missingReference: string | undefined = existsSync(folder)
  ? undefined
  : 'there is no folder ../shared/reference beside the project';

/** Path of one of its files. */
export function referencePath(name: string): string {
  return `${folder}${name}`;
}

/** Contents of one of its JSON files. */
export function readReferenceJson(name: string): unknown {
  return JSON.parse(readFileSync(referencePath(name), 'utf8'));
}
