/** Notices a device that cannot keep up with moving figures: there they had better jump. */

/** Frames further apart than this do not look like motion, milliseconds. */
const slowest = 50;
/** So many more slow frames than quick ones, and figures stop moving … */
const enough = 20;
/** … for this long, milliseconds; then they try again. */
const rest = 30_000;

/** Watches frames in which figures draw. */
export interface FrameWatch {
  /** A figure has asked for a frame: while it draws, because it moves on. */
  requested(): void;
  /** A figure draws in a frame. @param time of the frame, milliseconds */
  drawing(time: number, draw: () => void): void;
  /** True while figures had better not move. */
  isSlow(): boolean;
}

export function createFrameWatch(): FrameWatch {
  let last = 0;
  let isDrawing = false;
  let movesOn = false;
  let slow = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;

  function note(time: number): void {
    slow = Math.max(0, slow + (time - last > slowest ? 1 : -1));
    if (slow < enough) return;
    restsUntil = time + rest;
    slow = 0;
  }

  return {
    requested() {
      if (isDrawing) movesOn = true;
    },
    drawing(time, draw) {
      // All figures of one frame are told the same time.
      if (time !== last) {
        if (movesOn) note(time);
        movesOn = false;
        last = time;
      }
      isDrawing = true;
      try {
        draw();
      } finally {
        isDrawing = false;
      }
    },
    isSlow: () => last < restsUntil,
  };
}
