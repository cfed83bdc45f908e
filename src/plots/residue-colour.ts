/**
 * Colours of residues. The hue is the residue's angle on one particular circle, so an ordered
 * circle shows an even rainbow and a disordered plane shows confetti.
 */

/** The two numbers of the theme that every residue's colour shares. */
export interface ResiduePalette {
  readonly lightness: string;
  readonly chroma: string;
}

/** Hue in degrees, 0 ≤ hue < 360: the nominal angle of residue t on the circle of frequency k. */
export function residueHue(k: number, t: number, p: number): number {
  return (360 * ((k * t) % p)) / p;
}

/** CSS colour of a residue for HTML and SVG; it follows the theme by itself. */
export function residueColour(k: number, t: number, p: number): string {
  const hue = residueHue(k, t, p).toFixed(2);
  return `oklch(var(--residue-lightness) var(--residue-chroma) ${hue})`;
}

/** Colours of all p residues for a canvas, which cannot resolve CSS variables. */
export function residueColours(k: number, p: number, palette: ResiduePalette): string[] {
  return Array.from({ length: p }, (_, t) => {
    const hue = residueHue(k, t, p).toFixed(2);
    return `oklch(${palette.lightness} ${palette.chroma} ${hue})`;
  });
}

/** Reads the theme's palette where an element stands. */
export function readResiduePalette(style: CSSStyleDeclaration): ResiduePalette {
  return {
    lightness: style.getPropertyValue('--residue-lightness').trim() || '0.66',
    chroma: style.getPropertyValue('--residue-chroma').trim() || '0.14',
  };
}
