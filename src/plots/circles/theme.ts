/** The theme's colours as a canvas needs them: resolved. */

import type { ResiduePalette } from '../residue-colour.ts';
import { readResiduePalette } from '../residue-colour.ts';

/** Colours a canvas needs from the theme. */
export interface CirclesTheme {
  readonly line: string;
  readonly mark: string;
  readonly ink: string;
  readonly surface: string;
  readonly palette: ResiduePalette;
}

/** Reads the theme where an element stands. */
export function readCirclesTheme(element: Element): CirclesTheme {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim() || 'gray';
  return {
    line: read('--hairline-strong'),
    mark: read('--ink-faint'),
    ink: read('--ink'),
    surface: read('--surface'),
    palette: readResiduePalette(style),
  };
}
