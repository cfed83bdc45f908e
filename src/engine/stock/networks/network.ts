/** What a network is to the trainer: parameters on the tape in, logits of all pairs out. */
import type { RunConfiguration } from '../../../model/configuration.ts';
import type { Node, Tape } from '../tape.ts';

/** Looks up a parameter leaf by its state-dict name. */
export type ParameterLookup = (name: string) => Node;

/**
 * Logits of all pairs, p²×vocabulary, row a·p + b, recorded on the tape.
 *
 * @param parameters leaves by state-dict name
 * @param causalMask positions see only themselves and earlier ones; differs from two layers on
 */
export type NetworkForward = (
  tape: Tape,
  configuration: RunConfiguration,
  parameters: ParameterLookup,
  causalMask?: boolean,
) => Node;
