/** The page's colours for the canvas, which cannot resolve CSS variables. */

import { color } from 'd3';

export interface MapTheme {
  readonly pizza: string;
  readonly clock: string;
  readonly between: string;
  readonly surface: string;
  /** Runs left out. */
  readonly faint: string;
  /** Runs whose colour was not measured. */
  readonly grey: string;
}

const usual: MapTheme = {
  pizza: '#dd5a30',
  clock: '#1f4fb8',
  between: '#6f6a5c',
  surface: '#ffffff',
  faint: '#c9c5b8',
  grey: '#8b8892',
};

const variables: Readonly<Record<keyof MapTheme, string>> = {
  pizza: '--pizza',
  clock: '--clock',
  between: '--between',
  surface: '--surface',
  faint: '--ink-faint',
  grey: '--ink-faint',
};

/** Reads the theme where an element stands. */
export function readMapTheme(style: CSSStyleDeclaration): MapTheme {
  const names = Object.keys(variables) as (keyof MapTheme)[];
  const read = (name: keyof MapTheme) => {
    const text = style.getPropertyValue(variables[name]).trim();
    return color(text) ? text : usual[name];
  };
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as MapTheme;
}
