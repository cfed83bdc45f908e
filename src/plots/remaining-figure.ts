/**
 * The correct logits of what remains of a network when some of its circles are switched off: the
 * ordinary heatmap, in which a pair can be picked.
 */

import english from '../messages/en/plots/remaining.json';
import { createWords } from '../messages/words.ts';
import type { Figure } from './figure.ts';
import type { HeatmapOptions, HeatmapOrder, SelectedPair } from './heatmap.ts';
import { createHeatmapFigure } from './heatmap.ts';

/** What remains. No logits: nothing has been analysed yet. */
export interface RemainingData {
  readonly p: number;
  /** Logit of a + b mod p for every pair with the kept circles, length p², pair (a, b) at a·p + b. */
  readonly correctLogits: Float32Array;
  readonly order: HeatmapOrder;
  readonly selectedPair: SelectedPair | null;
}

export type RemainingOptions = Pick<HeatmapOptions, 'onPickPair'>;

const words = createWords('plots/remaining', english);

/** Mounts the heatmap of what remains. Colours glide when circles are switched. */
export function createRemainingFigure(
  host: HTMLElement,
  options: RemainingOptions = {},
): Figure<RemainingData> {
  return createHeatmapFigure(host, {
    invitation: words('invitation'),
    subject: words('subject'),
    ...options,
  });
}
