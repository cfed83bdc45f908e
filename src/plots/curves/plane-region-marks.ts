/** The verdict plane's two tinted regions and their names. */

import type { Layer } from '../axes.ts';
import { approximateTextWidth, type PixelPoint } from './label-layout.ts';
import { words } from './plane-words.ts';

/** The plane's size, and where the regions meet, in pixels. */
export interface PlaneGeometry {
  readonly width: number;
  readonly height: number;
  /** Position of the symmetricity threshold, from the left. */
  readonly thresholdX: number;
  /** Position of the irrelevance threshold, from the top. */
  readonly thresholdY: number;
}

/** A region of the plane, in pixels. */
export interface PlaneRegion {
  readonly key: 'clock' | 'pizza';
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A corner of a region. */
export type Corner = 'bottom-left' | 'bottom-right' | 'top-left' | 'top-right';
/** In which corner of its region each name stands. */
export type NameCorners = Readonly<Record<PlaneRegion['key'], Corner>>;

/** Corners in which paths seldom end. */
export const firstNameCorners: NameCorners = { clock: 'bottom-left', pizza: 'top-right' };
const otherCorners: readonly Corner[] = ['bottom-right', 'top-right', 'bottom-left', 'top-left'];
const nameHeight = 16;
const inset = 9;
/** Room to keep around the points that a name must not cover. */
const clearance = 10;

/** The regions: Clock above and left of where the thresholds cross, Pizza below and right. */
export function planeRegions(geometry: PlaneGeometry): PlaneRegion[] {
  const { width, height, thresholdX, thresholdY } = geometry;
  return [
    { key: 'clock', name: words('clock'), left: 0, top: 0, right: thresholdX, bottom: thresholdY },
    {
      key: 'pizza',
      name: words('pizza'),
      left: thresholdX,
      top: thresholdY,
      right: width,
      bottom: height,
    },
  ];
}

/** Middle of a region's name in a corner. */
function nameCentre({ name, left, right, top, bottom }: PlaneRegion, corner: Corner): PixelPoint {
  const aside = inset + approximateTextWidth(name, nameHeight) / 2;
  const away = 4 + nameHeight / 2;
  return {
    x: corner.endsWith('left') ? left + aside : right - aside,
    y: corner.startsWith('top') ? top + away : bottom - away,
  };
}

/** Moves a name to another corner, but only when one of some points comes upon it. */
export function avoidPoints(
  regions: readonly PlaneRegion[],
  corners: NameCorners,
  points: readonly PixelPoint[],
): NameCorners {
  if (points.length === 0) return firstNameCorners;
  const next = { ...corners };
  for (const region of regions) {
    const isFree = (corner: Corner) => {
      const centre = nameCentre(region, corner);
      const reach = approximateTextWidth(region.name, nameHeight) / 2 + clearance;
      return points.every(
        ({ x, y }) =>
          Math.abs(x - centre.x) > reach || Math.abs(y - centre.y) > nameHeight / 2 + clearance,
      );
    };
    if (!isFree(next[region.key])) {
      next[region.key] = otherCorners.find(isFree) ?? firstNameCorners[region.key];
    }
  }
  return next;
}

/** Tints the regions and writes their names. */
export function drawRegions(
  layer: Layer,
  regions: readonly PlaneRegion[],
  corners: NameCorners,
): void {
  layer
    .selectAll<SVGRectElement, PlaneRegion>('rect')
    .data(regions, ({ key }) => key)
    .join('rect')
    .attr('class', ({ key }) => `plane-region plane-region-${key}`)
    .attr('x', ({ left }) => left)
    .attr('y', ({ top }) => top)
    .attr('width', ({ left, right }) => right - left)
    .attr('height', ({ top, bottom }) => bottom - top);
  layer
    .selectAll<SVGTextElement, PlaneRegion>('text')
    .data(regions, ({ key }) => key)
    .join('text')
    .attr('class', ({ key }) => `plane-name plane-name-${key}`)
    .attr('x', (region) => nameCentre(region, corners[region.key]).x)
    .attr('y', (region) => nameCentre(region, corners[region.key]).y)
    .attr('dy', '0.33em')
    .attr('text-anchor', 'middle')
    .text(({ name }) => name);
}
