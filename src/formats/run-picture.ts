/**
 * The circles and the heatmap of one moment in a few kilobytes: what the pictures show, not more.
 * Planes of the strongest circles in 8 bits a coordinate, the heatmap in 8 bits a pair. The heatmap
 * is most of it, and can be left out where only circles are to be shown.
 */
import * as v from 'valibot';

/** Pictures as they are kept in a line of a sweep and in a recording. */
export interface PackedPicture {
  /** Frequencies of the circles, the strongest first. */
  readonly circles: readonly number[];
  /** Largest coordinate of all circles. */
  readonly reach: number;
  /** Base64 of circles.length·p·2 signed bytes: x and y of every residue. */
  readonly planes: string;
  /** Smallest and largest correct logit. Left out together with the logits. */
  readonly logitRange?: readonly [number, number];
  /** Base64 of p² bytes, index a·p + b. */
  readonly logits?: string;
}

/** What pictures are drawn from (see `Snapshot`). */
export interface Picture {
  /** Index ((k−1)·p + t)·2; zero where a frequency is not kept. */
  readonly planes: Float32Array<ArrayBuffer>;
  /** p², index a·p + b; empty where they were left out. */
  readonly correctLogits: Float32Array<ArrayBuffer>;
}

/** Circles that are kept: as many as the page shows. */
export const keptCircles = 6;

/** @param frequencies of the embedding, in any order */
export function packPicture(
  { planes, correctLogits }: { readonly [Key in keyof Picture]: Float32Array },
  frequencies: readonly { readonly k: number; readonly powerFraction: number }[],
  p: number,
): PackedPicture {
  const circles = [...frequencies]
    .sort((left, right) => right.powerFraction - left.powerFraction)
    .slice(0, keptCircles)
    .map(({ k }) => k);
  const kept = circles.map((k) => planes.subarray((k - 1) * p * 2, k * p * 2));
  const reach = kept.reduce((most, plane) => plane.reduce(larger, most), 0);
  const bytes = new Int8Array(circles.length * p * 2);
  kept.forEach((plane, index) => {
    bytes.set(
      plane.map((value) => Math.round((127 * value) / (reach || 1))),
      index * p * 2,
    );
  });
  return {
    circles,
    reach: rounded(reach),
    planes: toBase64(new Uint8Array(bytes.buffer)),
    ...packLogits(correctLogits),
  };
}

function packLogits(correctLogits: Float32Array): Pick<PackedPicture, 'logitRange' | 'logits'> {
  if (correctLogits.length === 0) return {};
  const low = correctLogits.reduce((least, value) => Math.min(least, value), Infinity);
  const high = correctLogits.reduce((most, value) => Math.max(most, value), -Infinity);
  const shades = Uint8Array.from(correctLogits, (value) =>
    Math.round((255 * (value - low)) / (high - low || 1)),
  );
  return { logitRange: [rounded(low), rounded(high)], logits: toBase64(shades) };
}

/** The picture without its heatmap. */
export function circlesOnly({ circles, reach, planes }: PackedPicture): PackedPicture {
  return { circles, reach, planes };
}

/** Back to what figures draw. @param packed one that `packedPicture(p)` has accepted */
export function unpackPicture(packed: PackedPicture, p: number): Picture {
  const planes = new Float32Array(Math.floor(p / 2) * p * 2);
  const bytes = new Int8Array(fromBase64(packed.planes).buffer);
  packed.circles.forEach((k, index) => {
    for (let place = 0; place < p * 2; place++) {
      const value = bytes[index * p * 2 + place] as number;
      planes[(k - 1) * p * 2 + place] = (value / 127) * packed.reach;
    }
  });
  return { planes, correctLogits: unpackLogits(packed) };
}

function unpackLogits({ logits, logitRange }: PackedPicture): Float32Array<ArrayBuffer> {
  if (logits === undefined || logitRange === undefined) return new Float32Array();
  const [low, high] = logitRange;
  return Float32Array.from(fromBase64(logits), (shade) => low + (shade / 255) * (high - low));
}

/** Checks pictures of networks of modulus p. */
export function packedPicture(p: number) {
  const finite = v.pipe(v.number(), v.minValue(-1e9), v.maxValue(1e9));
  // To the byte: a picture that is a byte short would have a place without a number.
  const bytes = (length: number) =>
    v.pipe(
      v.string(),
      v.length(4 * Math.ceil(length / 3)),
      v.regex(new RegExp(`^[A-Za-z0-9+/]*={${(3 - (length % 3)) % 3}}$`)),
    );
  const frequency = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Math.floor(p / 2)));
  return v.pipe(
    v.object({
      circles: v.pipe(v.array(frequency), v.maxLength(keptCircles)),
      reach: v.pipe(finite, v.minValue(0)),
      planes: v.string(),
      logitRange: v.optional(v.tuple([finite, finite])),
      logits: v.optional(bytes(p * p)),
    }),
    v.check(
      ({ circles, planes }) => v.is(bytes(circles.length * p * 2), planes),
      'planes do not fit the circles',
    ),
    v.check(
      ({ logits, logitRange }) => (logits === undefined) === (logitRange === undefined),
      'logits and their range come together',
    ),
  );
}

/** False where weights have grown so large that there is nothing to draw. */
export function isPicture(packed: PackedPicture, p: number): boolean {
  return v.is(packedPicture(p), packed);
}

function larger(most: number, value: number): number {
  return Math.max(most, Math.abs(value));
}

/** Enough digits for a picture. */
function rounded(value: number): number {
  return Number(value.toPrecision(7));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
