/**
 * Transformers of any depth, with or without the "=" token. The first block's projections are
 * computed once per token; from then on every pair has rows of its own. The last block is computed at
 * the reading position only, and its output weights are folded into the unembedding.
 *
 * Thirteen launches for one layer, eleven more for each layer after it. Where a network would need
 * much memory the pairs are worked through in parts, by the first number, and gradients add up.
 */
import type { RunConfiguration } from '../../../model/configuration.ts';
import type { Plan } from '../plan.ts';
import { PlanBuilder } from '../plan-builder.ts';
import { addBackward } from './deep/backward.ts';
import { addForward } from './deep/forward.ts';
import { layOutDeep, type PairPart } from './deep/layout.ts';
import { addTableGradients, addTables } from './deep/tables.ts';

/** Bytes that a network takes at most where a few parts are enough for it. */
const wantedBytes = 2 ** 29;

/** Each part has launches of its own: beyond this many memory is used up first. */
const fewParts = 8;

/** The plan of a transformer. @param attends false where α is 0 */
export function planDeep(
  configuration: RunConfiguration,
  attends: boolean,
  largestBuffer: number,
): Plan {
  const wanted = Math.min(largestBuffer, wantedBytes);
  return (
    planWithin(configuration, attends, wanted, fewParts) ??
    planWithin(configuration, attends, largestBuffer, configuration.p) ??
    // Does not fit: whoever asks for it is told so.
    planInParts(configuration, attends, configuration.p)
  );
}

/** The plan with the fewest parts, 1, 2, 4 …, that takes no more than so many bytes. */
function planWithin(
  configuration: RunConfiguration,
  attends: boolean,
  bytes: number,
  mostParts: number,
): Plan | undefined {
  for (let parts = 1; parts <= mostParts; parts *= 2) {
    const plan = planInParts(configuration, attends, Math.min(parts, configuration.p));
    if (4 * plan.size <= bytes) return plan;
  }
  return undefined;
}

/** The plan with the pairs in so many parts. */
export function planInParts(
  configuration: RunConfiguration,
  attends: boolean,
  wantedParts: number,
): Plan {
  const { p } = configuration;
  const builder = new PlanBuilder(configuration);
  const length = Math.ceil(p / wantedParts);
  const layout = layOutDeep(builder, attends, length);
  const count = Math.ceil(p / length);
  addTables(builder, layout);
  for (let index = 0; index < count; index++) {
    const firstToken = index * length;
    const part: PairPart = {
      firstToken,
      tokens: Math.min(length, p - firstToken),
      isFirst: index === 0,
      isLast: index + 1 === count,
    };
    addForward(builder, layout, part);
    addBackward(builder, layout, part);
  }
  addTableGradients(builder, layout);
  return builder.finish();
}
