/** Quartiles of y in bins of x: a stepped median over the dots, in a band. */

import { select } from 'd3';
import type { MapBin, PhaseMapData } from './data.ts';
import type { MapLayout } from './layout.ts';
import { mapScales } from './layout.ts';
import type { PixelScale } from './scale.ts';

export interface MapBins {
  draw(data: PhaseMapData, layout: MapLayout): void;
}

interface Scales {
  readonly across: PixelScale;
  readonly up: PixelScale;
}

/** @param plot the group whose top left corner is the plot's */
export function createMapBins(plot: SVGGElement): MapBins {
  const path = (name: string) => select(plot).append('path').attr('class', `phase-map-${name}`);
  const [band, halo, median] = [path('band'), path('median-halo'), path('median')];
  return {
    draw(data, layout) {
      const scales = mapScales(data, layout);
      const bins = data.bins.filter(({ median: value }) => Number.isFinite(value));
      const steps = medianPath(bins, scales);
      band.attr('d', bandPath(bins, scales));
      halo.attr('d', steps);
      median.attr('d', steps);
    },
  };
}

/** Level in every bin, upright where the next one begins; bins apart are not joined. */
export function medianPath(bins: readonly MapBin[], { across, up }: Scales): string {
  return bins
    .map(({ from, to, median }, index) => {
      const isJoined = bins[index - 1]?.to === from;
      const [x, y] = [across(from).toFixed(1), up(median).toFixed(1)];
      return `${isJoined ? `V${y}` : `M${x},${y}`}H${across(to).toFixed(1)}`;
    })
    .join('');
}

/** One box a bin, from the lower to the upper quartile. */
export function bandPath(bins: readonly MapBin[], { across, up }: Scales): string {
  return bins
    .map(({ from, to, low, high }) => {
      const [left, right] = [across(from).toFixed(1), across(to).toFixed(1)];
      return `M${left},${up(high).toFixed(1)}H${right}V${up(low).toFixed(1)}H${left}Z`;
    })
    .join('');
}
