/** The lines that a browser broke a paragraph into. */

import { ascentShare } from './text-style.ts';

/** A text and the style it is set in. */
export interface TextRun {
  readonly node: Text;
  readonly style: CSSStyleDeclaration;
}

export interface TextPiece {
  text: string;
  readonly style: CSSStyleDeclaration;
}

/** One line, in the window's pixels. */
export interface TextLine {
  readonly pieces: TextPiece[];
  readonly left: number;
  right: number;
  readonly baseline: number;
}

/** Differences in height, in pixels, that do not make another line. */
const SAME_LINE = 2;

export function textLines(runs: readonly TextRun[]): TextLine[] {
  const lines: TextLine[] = [];
  const range = document.createRange();
  let isSpaced = false;

  function add(run: TextRun, from: number, text: string) {
    range.setStart(run.node, from);
    range.setEnd(run.node, from + text.length);
    const rects = range.getClientRects();
    // A word that was broken, as after a hyphen.
    if (rects.length > 1 && text.length > 1) {
      for (let index = 0; index < text.length; index++) {
        add(run, from + index, text.charAt(index));
        isSpaced = false;
      }
    } else if (rects[0]) addWord(lines, run.style, text, rects[0], isSpaced);
  }

  for (const run of runs) {
    let end = 0;
    const { data } = run.node;
    for (const { index, 0: word } of data.matchAll(/[^ \t\n\r]+/g)) {
      isSpaced ||= index > end;
      end = index + word.length;
      add(run, index, transformed(word, run.style));
      isSpaced = false;
    }
    isSpaced ||= end < data.length;
  }
  return lines;
}

function addWord(
  lines: TextLine[],
  style: CSSStyleDeclaration,
  word: string,
  { left, right, top, height }: DOMRect,
  isSpaced: boolean,
): void {
  const baseline = top + ascentShare(style) * height;
  const line = lines.at(-1);
  if (!line || Math.abs(line.baseline - baseline) > SAME_LINE || left < line.left) {
    lines.push({ pieces: [{ text: word, style }], left, right, baseline });
    return;
  }
  const text = isSpaced ? ` ${word}` : word;
  const last = line.pieces.at(-1);
  if (last?.style === style) last.text += text;
  else line.pieces.push({ text, style });
  line.right = right;
}

/** Letters as CSS shows them. Those that then are more letters stay as they are. */
function transformed(word: string, { textTransform }: CSSStyleDeclaration): string {
  const changed =
    { uppercase: word.toUpperCase(), lowercase: word.toLowerCase() }[textTransform] ?? word;
  return changed.length === word.length ? changed : word;
}
