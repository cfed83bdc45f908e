import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';

const tokens = readFileSync(`${root}src/ui/styles/tokens.css`, 'utf8');

type Colour = readonly [red: number, green: number, blue: number];

/** A token of one theme as linear light, 0 … 1. */
function token(theme: 'light' | 'dark', name: string): Colour {
  const [light = '', dark = ''] = tokens.split(':root[data-theme="dark"]');
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(theme === 'dark' ? dark : light)?.[1];
  if (hex === undefined) throw new Error(`There is no --${name} in the ${theme} theme.`);
  return [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
}

/** OKLab: lightness, green to red, blue to yellow. */
function lab([red, green, blue]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** What people without red, green or blue cones see (Machado, Oliveira and Fernandes 2009). */
const blindness: Readonly<Record<string, readonly (readonly number[])[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenWith(name: string, colour: Colour): Colour {
  const rows = blindness[name] as readonly (readonly number[])[];
  return rows.map((row) =>
    Math.max(
      0,
      row.reduce((sum, factor, at) => sum + factor * (colour[at] as number), 0),
    ),
  ) as unknown as Colour;
}

function distance(one: Colour, other: Colour): number {
  const [first, second] = [lab(one), lab(other)];
  return Math.hypot(...first.map((value, at) => value - (second[at] as number)));
}

function contrast(one: Colour, other: Colour): number {
  const luminance = ([red, green, blue]: Colour) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('the colours of Clock and Pizza, %s', (theme) => {
  const [clock, pizza] = [token(theme, 'clock'), token(theme, 'pizza')];

  it('differ in greyscale', () => {
    expect(Math.abs(lab(clock)[0] - lab(pizza)[0])).toBeGreaterThan(0.12);
  });

  it.each(Object.keys(blindness))('differ with %s', (name) => {
    expect(distance(seenWith(name, clock), seenWith(name, pizza))).toBeGreaterThan(0.2);
  });

  it('can be read as words', () => {
    for (const ground of ['surface', 'ground']) {
      for (const word of ['clock', 'pizza-ink']) {
        expect(contrast(token(theme, word), token(theme, ground))).toBeGreaterThan(4.5);
      }
    }
  });
});
