/** What the parts of the factored transformer share. */
import type { RunConfiguration } from '../../../../model/configuration.ts';
import type { FlatParameters } from '../../flat-parameters.ts';
import type { Layout, Matrix } from '../../layout.ts';
import type { PairTables } from '../../pair-tables.ts';
import type { Machine } from '../plan.ts';
import type { TokenRows } from '../token-rows.ts';

/** Settings and places known before any kernel runs. */
export interface FactoredContext {
  readonly configuration: RunConfiguration;
  readonly parameters: FlatParameters;
  readonly layout: Layout;
  readonly tables: PairTables;
  readonly tokens: TokenRows;
}

/** From parameters to the tables of pairs, and back. */
export interface TokenPhase {
  prepare(): void;
  /** The gradients of the tables are in the first lane. */
  finish(): void;
}

/** Makes a token phase once the memory exists. */
export type TokenPhasePlan = (machine: Machine) => TokenPhase;

/** Gradients of the tables, summed over the lanes. */
export function tableGradientSums(tables: PairTables): { toTables: Matrix; toHeads: Matrix } {
  const [lane] = tables.lanes;
  if (lane === undefined) throw new RangeError('There are no lanes.');
  return lane;
}
