import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/ui/help/place-beside.ts';

const room = { width: 360, height: 640 };
const note = { width: 300, height: 120 };

describe('the place of an explanation', () => {
  it('is below its button, or above where there is no room', () => {
    expect(placeOf({ left: 100, top: 40, width: 24, height: 24 }, note, room)).toEqual({
      left: 8,
      top: 70,
    });
    expect(placeOf({ left: 330, top: 600, width: 24, height: 24 }, note, room)).toEqual({
      left: 52,
      top: 474,
    });
  });

  it('is whole within the window, wherever the button is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 400 }),
        fc.integer({ min: -900, max: 900 }),
        (x, y) => {
          const place = placeOf({ left: x, top: y, width: 24, height: 24 }, note, room);
          expect(place.left).toBeGreaterThanOrEqual(8);
          expect(place.left + note.width).toBeLessThanOrEqual(room.width - 8);
          expect(place.top + note.height).toBeLessThanOrEqual(room.height);
        },
      ),
    );
  });
});
