import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  circlesOnly,
  packedPicture,
  packPicture,
  unpackPicture,
} from '../../src/formats/run-picture.ts';

const numbers = (length: number, seed: number) =>
  Float32Array.from({ length }, (_, index) => Math.sin(seed + 1.7 * index) * (1 + (index % 7)));

describe('packed pictures', () => {
  it('give back circles and heatmap to a hundredth of their range, in 6 kilobytes at p = 59', () => {
    const p = 59;
    const picture = { planes: numbers(29 * p * 2, 1), correctLogits: numbers(p * p, 2) };
    const frequencies = Array.from({ length: 29 }, (_, index) => ({
      k: index + 1,
      powerFraction: (index * 5) % 29,
    }));
    const packed = packPicture(picture, frequencies, p);
    expect(JSON.stringify(packed).length).toBeLessThan(8000);
    expect(packed.circles).toHaveLength(6);
    expect(v.is(packedPicture(p), packed)).toBe(true);
    const back = unpackPicture(packed, p);
    for (const k of packed.circles) {
      for (let place = (k - 1) * p * 2; place < k * p * 2; place++) {
        const difference = (back.planes[place] as number) - (picture.planes[place] as number);
        expect(Math.abs(difference)).toBeLessThan(packed.reach / 200);
      }
    }
    const [low = Number.NaN, high = Number.NaN] = packed.logitRange ?? [];
    const range = high - low;
    back.correctLogits.forEach((value, index) => {
      expect(Math.abs(value - (picture.correctLogits[index] as number))).toBeLessThan(range / 500);
    });
  });

  it('hold for any modulus, flat pictures and silent embeddings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.boolean(), (p, silent) => {
        const half = Math.floor(p / 2);
        const picture = {
          planes: silent ? new Float32Array(half * p * 2) : numbers(half * p * 2, p),
          correctLogits: silent ? new Float32Array(p * p) : numbers(p * p, p),
        };
        const frequencies = Array.from({ length: half }, (_, index) => ({
          k: index + 1,
          powerFraction: 1 / half,
        }));
        const packed = packPicture(picture, frequencies, p);
        expect(v.is(packedPicture(p), packed)).toBe(true);
        const back = unpackPicture(packed, p);
        expect(back.planes.every(Number.isFinite)).toBe(true);
        if (silent) expect(back).toEqual(picture);
      }),
    );
  });

  it('have empty logits where these were left out', () => {
    const p = 5;
    const picture = { planes: numbers(2 * p * 2, 1), correctLogits: numbers(p * p, 2) };
    const whole = packPicture(picture, [{ k: 1, powerFraction: 1 }], p);
    const light = circlesOnly(whole);
    expect(v.is(packedPicture(p), light)).toBe(true);
    expect(light).toEqual(
      packPicture(
        { ...picture, correctLogits: new Float32Array() },
        [{ k: 1, powerFraction: 1 }],
        p,
      ),
    );
    const { planes } = unpackPicture(whole, p);
    expect(unpackPicture(light, p)).toEqual({ planes, correctLogits: new Float32Array() });
  });

  it('are refused when their sizes do not fit', () => {
    const packed = packPicture(
      { planes: numbers(2 * 5 * 2, 1), correctLogits: numbers(25, 2) },
      [{ k: 1, powerFraction: 1 }],
      5,
    );
    for (const broken of [
      { ...packed, circles: [3] },
      { ...packed, circles: [1, 2] },
      { ...packed, logits: `${packed.logits}AAAA` },
      { ...packed, logits: undefined },
      { ...packed, logitRange: undefined },
      { ...packed, planes: '<script>' },
      { ...packed, reach: Number.NaN },
      null,
    ]) {
      expect(v.is(packedPicture(5), broken)).toBe(false);
    }
    expect(v.is(packedPicture(7), packed)).toBe(false);
  });

  it.each([2, 3, 5, 6])('are refused when they are a byte short or long: p = %i', (p) => {
    const packed = packPicture(
      { planes: numbers(Math.floor(p / 2) * p * 2, 1), correctLogits: numbers(p * p, 2) },
      [{ k: 1, powerFraction: 1 }],
      p,
    );
    for (const name of ['planes', 'logits'] as const) {
      const text = packed[name] ?? '';
      for (const ending of ['', '=', '==']) {
        // As many letters, but some of them only fill up.
        const other = text.slice(0, text.length - ending.length).replaceAll('=', 'A') + ending;
        const isWhole = atob(other).length === atob(text).length;
        expect(v.is(packedPicture(p), { ...packed, [name]: other }), other).toBe(isWhole);
      }
    }
  });
});
