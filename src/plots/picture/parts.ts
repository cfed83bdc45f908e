/** What a picture is made of. */

import type { Figure } from '../figure.ts';

/** Where a picture comes from: printed around it and kept inside the file. */
export interface PictureOrigin {
  /** Printed above, and the file's title. */
  readonly title: string;
  /** Printed below in small type: settings and step. */
  readonly caption: string;
  /** The full address that opens this state again: kept in the file, not printed. */
  readonly address: string;
}

/** Where a part stands in the picture, in CSS pixels. Its height is its own. */
export interface PicturePlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** A figure that is drawn once more, unseen, at the width of its place. */
export interface FigurePart extends PicturePlace {
  /** Parts of an animation's moments that share this function share one figure, too. */
  readonly create: (host: HTMLElement) => Figure<unknown>;
  readonly data: unknown;
  /** Classes of the element that the figure is mounted in. */
  readonly className?: string | undefined;
  /** The element beside which it is drawn, so that it inherits the same styles; else the page. */
  readonly context?: Element | undefined;
}

/** An element of the page that is taken as it stands. */
export interface ElementPart extends PicturePlace {
  readonly element: Element;
}

export type PicturePart = FigurePart | ElementPart;

/** A part of a figure whose data have the right type. */
export function figurePart<Data>(
  create: (host: HTMLElement) => Figure<Data>,
  data: NoInfer<Data>,
  place: PicturePlace & Pick<FigurePart, 'className' | 'context'>,
): FigurePart {
  return { ...place, create, data };
}

/** A finished picture. */
export interface FigurePicture {
  /** A whole SVG file. */
  readonly svg: string;
  /** Size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** One moment of an animation: the same figures with other data. */
export interface AnimationMoment {
  readonly parts: readonly PicturePart[];
  readonly caption: string;
}
