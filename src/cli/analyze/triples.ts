/** The triples gradient symmetricity is averaged over, from a file: to repeat a published number. */
import * as v from 'valibot';
import type { Triple } from '../../analysis/gradient-symmetricity.ts';
import { UsageError } from '../arguments.ts';

const tripleList = v.array(v.tuple([v.number(), v.number(), v.number()]));
const schema = v.union([tripleList, v.object({ triples: tripleList })]);

/**
 * Reads [[a, b, c], …] or {"triples": [[a, b, c], …]}.
 *
 * @throws UsageError when it is something else, or names a number that is not below p
 */
export function readTriples(text: string, p: number, path: string): readonly Triple[] {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is not JSON: it should hold [[a, b, c], …].`);
  }
  const read = v.safeParse(schema, raw);
  if (!read.success) {
    throw new UsageError(
      `${path} holds no triples: it should hold [[a, b, c], …] or {"triples": [[a, b, c], …]}.`,
    );
  }
  const triples = Array.isArray(read.output) ? read.output : read.output.triples;
  const wrong = triples.find((triple) =>
    triple.some((value) => !Number.isInteger(value) || value < 0 || value >= p),
  );
  if (wrong !== undefined) {
    throw new UsageError(`${path} names the triple ${wrong.join(', ')}: all must be below ${p}.`);
  }
  if (triples.length === 0) throw new UsageError(`${path} holds no triple.`);
  return triples;
}
