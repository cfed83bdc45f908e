/** What all line figures share: the element, the line of text, the drawing, and their width. */

import { type Selection, select } from 'd3';
import { createReadingLine, type ReadingLine } from '../tooltip.ts';
import { approximateTextWidth } from './label-layout.ts';
import { words } from './words.ts';
import '../curves.css';

/** Height of the text above the drawing, in pixels: one line, on a narrow figure two. */
const headerHeight = { wide: 20, narrow: 36 };
const narrowWidth = 360;
/** Width assumed while the host has none, for example before it is in the document. */
const assumedWidth = 340;

let frames = 0;

/** What an axis shows, in full and for narrow figures. */
export interface AxisName {
  readonly long: string;
  readonly short: string;
}

/** The frame of a mounted figure. */
export interface FigureFrame {
  readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;
  readonly readingLine: ReadingLine;
  /** Unique per figure, for references inside the drawing. */
  readonly identifier: string;
  /** Current width of the figure, in pixels. */
  width(): number;
  /** Current height of the drawing, without the text above it, in pixels. */
  drawingHeight(): number;
  /**
   * Fits text and drawing to the width, and names the vertical axis as fully as there is room
   * beside the longest reading to expect.
   */
  fit(names: AxisName, longestReading: string): void;
  destroy(): void;
}

/**
 * @param host the element that receives the figure
 * @param kind part of the class name
 * @param height of the whole figure, in pixels
 * @param onResize called when the width has changed
 */
export function createFigureFrame(
  host: HTMLElement,
  kind: string,
  height: number,
  onResize: () => void,
): FigureFrame {
  frames += 1;
  const identifier = `curves-${frames}`;
  const document = host.ownerDocument;
  const root = document.createElement('div');
  root.className = `curves-figure curves-${kind}`;
  const readingLine = createReadingLine(document);
  const hint = document.createElement('span');
  hint.id = `${identifier}-hint`;
  hint.className = 'curves-hidden';
  hint.textContent = words('reading');
  root.append(readingLine.element);
  const svg = select(root)
    .append('svg')
    .attr('class', 'curves-drawing')
    .attr('role', 'img')
    .attr('tabindex', 0)
    .attr('aria-describedby', hint.id);
  root.append(hint);
  host.append(root);

  let width = root.clientWidth || assumedWidth;
  const observer = new ResizeObserver(([entry]) => {
    const measured = entry?.contentRect.width ?? 0;
    if (measured === 0 || Math.abs(measured - width) < 0.5) return;
    width = measured;
    onResize();
  });
  observer.observe(root);
  const isNarrow = () => width < narrowWidth;
  const drawingHeight = () => height - headerHeight[isNarrow() ? 'narrow' : 'wide'];
  // At once: waiting for the first drawing would move everything below.
  svg.attr('width', width).attr('height', drawingHeight());

  return {
    svg,
    readingLine,
    identifier,
    width: () => width,
    drawingHeight,
    fit(names, longestReading) {
      svg.attr('width', width).attr('height', drawingHeight());
      root.classList.toggle('curves-narrow', isNarrow());
      const beside = isNarrow() ? 0 : approximateTextWidth(longestReading, 12) + 12;
      const fits = approximateTextWidth(names.long) <= width - beside;
      readingLine.name(fits ? names.long : names.short);
    },
    destroy() {
      observer.disconnect();
      root.remove();
    },
  };
}
