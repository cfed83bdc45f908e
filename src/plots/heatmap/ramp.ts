/**
 * The one sequential colour ramp: dark plum, rose, pale sand. Defined in OKLab with lightness
 * rising in equal steps, so that equal differences of value look equally large.
 */

/** Red, green and blue, 0 … 255. */
export type RampColour = readonly [red: number, green: number, blue: number];

/** Lightness, chroma and hue of equally spaced stops. Lightness is linear in the position. */
const DARKEST = 0.24;
const PALEST = 0.92;
const CHROMA_AND_HUE: readonly (readonly [chroma: number, hue: number])[] = [
  [0.09, 325],
  [0.13, 345],
  [0.135, 5],
  [0.115, 35],
  [0.06, 80],
];

const SIZE = 256;

/** The ramp's colours from low to high, three bytes each. */
export const rampBytes: Uint8ClampedArray = computeRamp();

/** Lightness of the ramp in OKLab. @param position 0 … 1 */
function rampLightness(position: number): number {
  return DARKEST + (PALEST - DARKEST) * position;
}

/** Colour of a position; positions beyond the ends take the ends' colours. */
export function rampColour(position: number): RampColour {
  const index = 3 * rampIndex(position);
  return [
    rampBytes[index] as number,
    rampBytes[index + 1] as number,
    rampBytes[index + 2] as number,
  ];
}

/** Number of the ramp's colour for a position, 0 … 255. */
export function rampIndex(position: number): number {
  return Math.round((SIZE - 1) * Math.min(1, Math.max(0, position)));
}

/**
 * The ramp as a CSS gradient from left to right.
 *
 * @param from part of the width, 0 … 1, before which the lowest colour stands
 * @param to part of the width after which the highest colour stands
 */
export function rampGradient(from: number, to: number): string {
  const stops = Array.from({ length: 13 }, (_, index) => {
    const position = index / 12;
    const place = 100 * (from + (to - from) * position);
    return `rgb(${rampColour(position).join(' ')}) ${place.toFixed(1)}%`;
  });
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

function computeRamp(): Uint8ClampedArray {
  const bytes = new Uint8ClampedArray(3 * SIZE);
  for (let index = 0; index < SIZE; index++) {
    const position = index / (SIZE - 1);
    const [a, b] = chromaticity(position);
    bytes.set(toRgb(rampLightness(position), a, b), 3 * index);
  }
  return bytes;
}

/** The two colour coordinates of OKLab, straight between the stops. */
function chromaticity(position: number): [number, number] {
  const scaled = position * (CHROMA_AND_HUE.length - 1);
  const lower = Math.min(CHROMA_AND_HUE.length - 2, Math.floor(scaled));
  const part = scaled - lower;
  const [from, to] = [lower, lower + 1].map((stop) => {
    const [chroma, hue] = CHROMA_AND_HUE[stop] as readonly [number, number];
    const angle = (hue * Math.PI) / 180;
    return [chroma * Math.cos(angle), chroma * Math.sin(angle)] as const;
  }) as [readonly [number, number], readonly [number, number]];
  return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
}

/** OKLab to sRGB bytes, with the matrices of Ottosson's definition of OKLab. */
function toRgb(lightness: number, a: number, b: number): [number, number, number] {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toByte(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    toByte(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    toByte(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function toByte(linear: number): number {
  const encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, encoded)));
}
