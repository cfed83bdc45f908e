/** Everything that follows from the data and the room, worked out once and only when needed. */

import type { PhaseMapData } from './data.ts';
import type { MapLayout } from './layout.ts';
import { nearestRun, walkingOrder } from './picking.ts';
import type { MapPlaces } from './places.ts';
import { placeRuns } from './places.ts';

export interface MapPicture {
  readonly layout: MapLayout;
  readonly places: MapPlaces;
  /** The run at a place, in pixels from the figure's top left corner. */
  at(x: number, y: number): number | undefined;
  order(): readonly number[];
}

export function createPicture(data: PhaseMapData, layout: MapLayout): MapPicture {
  const places = placeRuns(data, layout);
  let nearest: ReturnType<typeof nearestRun> | undefined;
  let order: readonly number[] | undefined;
  return {
    layout,
    places,
    at(x, y) {
      nearest ??= nearestRun(places);
      return nearest(x - layout.left, y - layout.top);
    },
    order() {
      order ??= walkingOrder(data, places);
      return order;
    },
  };
}
