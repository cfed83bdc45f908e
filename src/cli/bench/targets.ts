/**
 * What the stock operations allow on the machine the numbers were first taken on (two cores, no
 * GPU), and how close to it a step should be. Other machines are faster or slower: there only the
 * ratio to automatic differentiation can be compared.
 */
import type { RunConfiguration } from '../../model/configuration.ts';

/** A step may take this much longer. */
const allowance = 1.2;

/** The target for one case. */
export interface Target {
  /** Milliseconds a step on the reference machine. */
  readonly referenceMilliseconds: number;
  readonly allowedMilliseconds: number;
}

/** The target, for p = 59, width 128 on WebAssembly at the two ends of the attention rate. */
export function targetOf(configuration: RunConfiguration, backend: string): Target | undefined {
  const { p, width, attentionRate } = configuration;
  const known = p === 59 && width === 128 && backend === 'wasm';
  const milliseconds = attentionRate === 0 ? 40 : attentionRate === 1 ? 102 : undefined;
  return known && milliseconds !== undefined
    ? { referenceMilliseconds: milliseconds, allowedMilliseconds: milliseconds * allowance }
    : undefined;
}
