/** Colours as every program understands them: from CSS's newest notations to #rrggbb. */

import { color as parseLegacy } from 'd3';
import type { Attributes } from './markup.ts';

export interface PlainColour {
  /** #rrggbb */
  readonly hex: string;
  /** 0 … 1 */
  readonly opacity: number;
}

/** Red, green and blue of an opaque CSS colour, each 0 … 255. */
export type ColourResolver = (opaque: string) => readonly [number, number, number];

const known = new Map<string, PlainColour>();

/** A CSS colour, resolved as the browser shows it. */
export function plainColour(text: string): PlainColour {
  const before = known.get(text);
  if (before) return before;
  const colour = convertColour(text, resolveByPainting);
  known.set(text, colour);
  return colour;
}

/** Attributes that paint with a colour; a reference to a pattern or gradient stays one. */
export function paintAttributes(name: 'fill' | 'stroke' | 'stop-color', text: string): Attributes {
  if (text === 'none' || text === '') return { [name]: 'none' };
  const { hex, opacity } = plainColour(text);
  const opacityName = name === 'stop-color' ? 'stop-opacity' : `${name}-opacity`;
  return { [name]: hex, [opacityName]: opacity < 1 ? opacity : undefined };
}

/**
 * The opacity is read from the text: painted colours are kept in bytes times opacity, so that of a
 * faint one little would be left.
 */
export function convertColour(text: string, resolve: ColourResolver): PlainColour {
  const legacy = parseLegacy(text);
  if (legacy) {
    const opacity = Number.isFinite(legacy.opacity) ? legacy.opacity : 1;
    return { hex: legacy.rgb().formatHex(), opacity };
  }
  const [whole, amount] = /\/\s*([\d.]+%?|none)\s*\)$/.exec(text.trim()) ?? [];
  const opaque = whole ? `${text.trim().slice(0, -whole.length).trim()})` : text;
  return { hex: hexOf(resolve(opaque)), opacity: opacityOf(amount) };
}

function opacityOf(amount: string | undefined): number {
  if (amount === undefined) return 1;
  if (amount === 'none') return 0;
  const value = Number.parseFloat(amount) / (amount.endsWith('%') ? 100 : 1);
  return Math.min(1, Math.max(0, value));
}

function hexOf(channels: readonly [number, number, number]): string {
  const digits = channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0'));
  return `#${digits.join('')}`;
}

let pixel: CanvasRenderingContext2D | null | undefined;

/** Paints one pixel and looks at it. */
function resolveByPainting(opaque: string): readonly [number, number, number] {
  if (pixel === undefined) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    pixel = canvas.getContext('2d', { willReadFrequently: true });
  }
  if (!pixel) return [0, 0, 0];
  pixel.fillStyle = '#000000';
  pixel.fillStyle = opaque;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
