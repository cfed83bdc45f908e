/** Is a second thread worth its while? */
import { modelDimensions, type RunConfiguration } from '../../../model/configuration.ts';
import { canShareMemory, processorCount } from '../../threads/thread.ts';

/**
 * Hidden values of all pairs, from which on two threads were faster than one: below, what is done by
 * one thread alone and the handing over (a tenth of a millisecond) outweigh what is shared.
 */
const leastHiddenValues = 100_000;

/** 2 where threads can share memory, there is a processor for each, and the network is large enough. */
export function usefulThreads(configuration: RunConfiguration): 1 | 2 {
  return canShareMemory() && processorCount() > 1 && isLarge(configuration) ? 2 : 1;
}

function isLarge(configuration: RunConfiguration): boolean {
  const { hiddenWidth } = modelDimensions(configuration);
  return configuration.p ** 2 * hiddenWidth >= leastHiddenValues;
}
