/** A sweep as it comes out of the browser's database: whoever writes there by hand may have put anything. */
import * as v from 'valibot';
import type { SweepPlan } from './plan.ts';

/** A sweep as it was kept. */
export interface KeptSweep {
  /** Told apart from a sweep that another tab has put in its place. */
  readonly id: string;
  readonly plan: SweepPlan;
  /** Lines of the finished runs. */
  readonly lines: readonly string[];
}

/** Longest grid and longest line: both are far longer than any that this page writes. */
const longestGrid = 20_000;
const longestLine = 1e6;
/** More lines than any sweep of the page has runs. */
const mostLines = 10_000;

const planSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(200)),
  grid: v.pipe(v.string(), v.maxLength(longestGrid)),
  stopsEarly: v.boolean(),
});

/** Undefined where no sweep was kept, or none that makes sense. Lines that make no sense are left out. */
export function keptSweepOf(stored: unknown, lines: readonly unknown[]): KeptSweep | undefined {
  const result = v.safeParse(planSchema, stored);
  if (!result.success) return undefined;
  const { id, ...plan } = result.output;
  const isLine = (line: unknown): line is string =>
    typeof line === 'string' && line.length <= longestLine;
  return { id, plan, lines: lines.filter(isLine).slice(0, mostLines) };
}
