import { describe, expect, it } from 'vitest';
import { createFrameWatch, type FrameWatch } from '../../src/plots/frame-watch.ts';

/** Frames so far apart, in each of which a figure asks for the next. @returns the last one's time */
function move(watch: FrameWatch, from: number, apart: number, frames: number): number {
  for (let frame = 1; frame <= frames; frame++) {
    watch.drawing(from + frame * apart, () => watch.requested());
  }
  return from + frames * apart;
}

describe('a device that cannot keep up', () => {
  it('is one whose figures move in slow frames for a while', () => {
    const watch = createFrameWatch();
    const time = move(watch, 0, 80, 15);
    expect(watch.isSlow()).toBe(false);
    move(watch, time, 80, 10);
    expect(watch.isSlow()).toBe(true);
  });

  it('is none whose frames are slow now and then', () => {
    const watch = createFrameWatch();
    let time = 0;
    for (let round = 0; round < 50; round++) {
      time = move(watch, time, 80, 5);
      time = move(watch, time, 16, 6);
    }
    expect(watch.isSlow()).toBe(false);
  });

  it('is none on which figures are drawn seldom', () => {
    const watch = createFrameWatch();
    for (let frame = 1; frame < 100; frame++) {
      watch.requested();
      watch.drawing(300 * frame, () => undefined);
    }
    expect(watch.isSlow()).toBe(false);
  });

  it('counts a frame once, however many figures draw in it', () => {
    const watch = createFrameWatch();
    for (let frame = 1; frame <= 15; frame++) {
      for (let figure = 0; figure < 6; figure++) {
        watch.drawing(80 * frame, () => watch.requested());
      }
    }
    expect(watch.isSlow()).toBe(false);
  });

  it('is given another chance', () => {
    const watch = createFrameWatch();
    const time = move(watch, 0, 80, 30);
    expect(watch.isSlow()).toBe(true);
    watch.drawing(time + 31_000, () => undefined);
    expect(watch.isSlow()).toBe(false);
  });

  it('goes on after a figure that could not be drawn', () => {
    const watch = createFrameWatch();
    const fail = () => {
      throw new Error('no');
    };
    expect(() => watch.drawing(10, fail)).toThrow('no');
    watch.requested();
    for (let frame = 1; frame < 60; frame++) watch.drawing(10 + 90 * frame, () => undefined);
    expect(watch.isSlow()).toBe(false);
  });
});
