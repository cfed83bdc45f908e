/** Where an explanation lies: near its button, and whole within the window. */

/** Space to the edges of the window, and to the button, pixels. */
const margin = 8;
const gap = 6;

/** A rectangle of the window. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Below the button where there is room, else above it, else as near as it stays whole.
 *
 * @param button in the window
 * @param note its size
 * @param room size of the window
 */
export function placeOf(
  button: Box,
  note: Pick<Box, 'width' | 'height'>,
  room: Pick<Box, 'width' | 'height'>,
): { readonly left: number; readonly top: number } {
  const middle = button.left + button.width / 2 - note.width / 2;
  const left = Math.max(margin, Math.min(middle, room.width - note.width - margin));
  const below = button.top + button.height + gap;
  const above = button.top - gap - note.height;
  const lowest = room.height - note.height - margin;
  const near = below <= lowest || above < margin ? below : above;
  return { left, top: Math.max(margin, Math.min(near, lowest)) };
}

/** Moves an element that is positioned in the window to its button. */
export function placeBeside(note: HTMLElement, button: HTMLElement): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const { offsetWidth, offsetHeight } = note;
  const { left, top } = placeOf(
    button.getBoundingClientRect(),
    { width: offsetWidth, height: offsetHeight },
    { width, height },
  );
  note.style.left = `${left}px`;
  note.style.top = `${top}px`;
}
