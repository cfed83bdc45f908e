/** Where everything stands in the pair inspector, by its width. Pixels from the top left corner. */

/** A row's band of the vote plot. */
export interface Band {
  readonly top: number;
  readonly height: number;
}

export interface PairLayout {
  readonly width: number;
  readonly height: number;
  /** Words stand above a row on narrow figures, left of its ring on wide ones. */
  readonly isNarrow: boolean;
  /** Width of the words, of which the narrow figure has the whole row. */
  readonly textWidth: number;
  readonly header: number;
  readonly ring: { readonly left: number; readonly width: number; readonly height: number };
  /** Mean radius of the drawn points. */
  readonly radius: number;
  /** Left edge of c = 0's stripe and right edge of c = p − 1's. */
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly rowTop: number;
  /** From one row's top to the next one's. */
  readonly pitch: number;
  readonly rowHeight: number;
  /** Bands of the circles, in order. */
  readonly bands: readonly Band[];
  readonly sumBand: Band;
}

const WIDE_FROM = 520;
const TOP = 20;
const AXIS = 34;
const SUM_HEIGHT = 118;
/** Height of a ring, and of a band of votes; a label may reach into the gap between rows. */
const BAND = 92;
const RADIUS = 35;

/** @param width of the figure, from 300 px up @param count of circles */
export function pairLayout(width: number, count: number): PairLayout {
  const isNarrow = width < WIDE_FROM;
  const textWidth = isNarrow ? width : Math.min(178, Math.max(144, Math.round(0.17 * width)));
  const header = isNarrow ? 40 : 0;
  const ringWidth = BAND + 8;
  const ringLeft = isNarrow ? -6 : textWidth;
  const gutter = isNarrow ? 32 : 44;
  const rowHeight = header + BAND;
  const pitch = rowHeight + (isNarrow ? 10 : 8);
  const sumTop = TOP + count * pitch + 8;
  return {
    width,
    height: sumTop + SUM_HEIGHT + AXIS,
    isNarrow,
    textWidth,
    header,
    ring: { left: ringLeft, width: ringWidth, height: BAND },
    radius: RADIUS,
    plotLeft: ringLeft + ringWidth + gutter,
    plotRight: width - 6,
    rowTop: TOP,
    pitch,
    rowHeight,
    bands: Array.from({ length: count }, (_, index) => ({
      top: TOP + index * pitch + header,
      height: BAND,
    })),
    sumBand: { top: sumTop, height: SUM_HEIGHT },
  };
}

/** Centre of an answer's stripe. @param c may lie between two answers while it moves */
export function answerX({ plotLeft, plotRight }: PairLayout, c: number, p: number): number {
  return plotLeft + ((c + 0.5) * (plotRight - plotLeft)) / p;
}

/** The answer whose stripe a pixel lies in. */
export function answerAt({ plotLeft, plotRight }: PairLayout, x: number, p: number): number {
  const c = Math.floor(((x - plotLeft) / (plotRight - plotLeft)) * p);
  return Math.min(p - 1, Math.max(0, c));
}
