/** A whole SVG file: title, parts, caption, and where it all comes from. */

import { plainColour } from './colour.ts';
import { escapeXml, short, tag } from './markup.ts';
import type { FigurePicture, PictureOrigin } from './parts.ts';
import { addressMarkup } from './svg-address.ts';
import { textWidth } from './text-style.ts';

const PADDING = 16;
const TITLE = { size: 15, line: 20, weight: 600, below: 10 };
const CAPTION = { size: 11, line: 15, weight: 400, above: 12 };

/** Colours and fonts of the page. */
export interface PageTheme {
  readonly surface: string;
  readonly ink: string;
  readonly softInk: string;
  readonly family: string;
}

/** What all parts together look like. */
export interface DrawnParts {
  readonly content: string;
  readonly definitions: string;
  readonly width: number;
  readonly height: number;
}

export function readPageTheme(element: Element): PageTheme {
  const style = getComputedStyle(element);
  const read = (name: string, otherwise: string) =>
    style.getPropertyValue(name).trim() || otherwise;
  return {
    surface: read('--surface', '#ffffff'),
    ink: read('--ink', '#000000'),
    softInk: read('--ink-soft', '#555555'),
    family: read('--font-text', 'sans-serif'),
  };
}

export function composePicture(
  parts: DrawnParts,
  origin: PictureOrigin,
  theme: PageTheme,
): FigurePicture {
  const { surface, ink, softInk, family } = theme;
  const room = Math.max(160, parts.width);
  const title = linesOf(origin.title, TITLE, family, room);
  const caption = linesOf(origin.caption, CAPTION, family, room);
  const partsTop = PADDING + blockHeight(title, TITLE.line, TITLE.below);
  const captionTop = partsTop + parts.height + (caption.length > 0 ? CAPTION.above : 0);
  const width = Math.ceil(room + 2 * PADDING);
  const height = Math.ceil(captionTop + blockHeight(caption, CAPTION.line, 0) + PADDING);
  const content = [
    tag('title', {}, escapeXml(origin.title)),
    tag('desc', {}, escapeXml(origin.caption)),
    tag('metadata', {}, addressMarkup(origin.address)),
    parts.definitions === '' ? '' : tag('defs', {}, parts.definitions),
    tag('rect', { width, height, fill: plainColour(surface).hex }),
    textBlock(title, PADDING, TITLE, ink),
    tag('g', { transform: `translate(${PADDING} ${short(partsTop)})` }, parts.content),
    textBlock(caption, captionTop, CAPTION, softInk),
  ].join('\n');
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': family,
  };
  return { svg: `${tag('svg', attributes, `\n${content}\n`)}\n`, width, height };
}

interface Type {
  readonly size: number;
  readonly line: number;
  readonly weight: number;
}

function blockHeight(lines: readonly string[], line: number, below: number): number {
  return lines.length > 0 ? lines.length * line + below : 0;
}

function textBlock(lines: readonly string[], top: number, type: Type, colour: string): string {
  return lines
    .map((line, index) => {
      const attributes = {
        x: PADDING,
        y: top + index * type.line + 0.5 * type.line + 0.35 * type.size,
        'font-size': type.size,
        'font-weight': type.weight === 400 ? undefined : type.weight,
        fill: plainColour(colour).hex,
      };
      return tag('text', attributes, escapeXml(line));
    })
    .join('');
}

function linesOf(text: string, { size, weight }: Type, family: string, room: number): string[] {
  const font = `${weight} ${size}px ${family}`;
  return wrapText(text, room, (line) => textWidth(font, line));
}

/**
 * Breaks a text between words so that its lines fit, and between Chinese characters, which have no
 * spaces. A word too long for a line has its own.
 */
export function wrapText(text: string, room: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    unbrokenParts(word).forEach((part, index) => {
      const last = lines.at(-1);
      const longer = index === 0 ? `${last} ${part}` : `${last}${part}`;
      if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
      else lines.push(part);
    });
  }
  return lines;
}

const chinese = /\p{Script=Han}/u;
const chineseStop = /[，。：；、！？）》]/;
/** What does not begin a line, and what does not end one. */
const closing = /[，。：；、！？）》”’…),.;:!?%]/;
const opening = /[（《“‘(]/;

/** The parts of a word between which a line may end: the whole word where nothing is Chinese. */
function unbrokenParts(word: string): string[] {
  const parts: string[] = [];
  let before = '';
  for (const letter of word) {
    const isBreak =
      (chinese.test(before) || chineseStop.test(before) || chinese.test(letter)) &&
      !closing.test(letter) &&
      !opening.test(before);
    if (parts.length === 0 || isBreak) parts.push(letter);
    else parts[parts.length - 1] += letter;
    before = letter;
  }
  return parts;
}
