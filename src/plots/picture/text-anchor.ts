/**
 * The end that a line of text holds on to. In the browser's own font it makes no difference; where
 * another program has another font, what was aligned stays aligned.
 */

export type TextAnchor = 'start' | 'middle' | 'end';

/** Where something begins and ends, in pixels. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Distances in pixels that are none. */
const TOUCHING = 1.5;
/** Before a line, in pixels, more than the usual distance from a mark or another word. */
const PUSHED = 18;

/** @param block the element that the line stands in */
export function anchorOf(line: Extent, block: Element): TextAnchor {
  if (block instanceof HTMLElement && isCentred(block)) return 'middle';
  const { textAlign } = getComputedStyle(block);
  if (textAlign === 'center') return 'middle';
  if (textAlign === 'right' || textAlign === 'end') return 'end';
  return anchorIn(line, roomAround(line, block));
}

/** A line at the right of a room, with much space before it, was pushed there. */
export function anchorIn(line: Extent, room: Extent | undefined): TextAnchor {
  if (!room || line.left - room.left < PUSHED) return 'start';
  return Math.abs(line.right - room.right) < TOUCHING ? 'end' : 'start';
}

/** The nearest place around a line that is wider than it: an element's, after what comes before. */
function roomAround({ left, right }: Extent, block: Element): Extent | undefined {
  // A block that the line does not fill begins with something else, which it stays close to.
  if (block.getBoundingClientRect().width > right - left + TOUCHING) return undefined;
  for (let inner = block; inner.parentElement; inner = inner.parentElement) {
    const room = inner.parentElement.getBoundingClientRect();
    if (room.width <= right - left + TOUCHING) continue;
    const before = inner.previousElementSibling?.getBoundingClientRect();
    const isBeside = before !== undefined && before.right <= left + TOUCHING;
    return { left: isBeside ? Math.max(room.left, before.right) : room.left, right: room.right };
  }
  return undefined;
}

/** Whether an element was shifted by half its width, as labels are that stand over a place. */
function isCentred(element: HTMLElement): boolean {
  if (element.style.transform.includes('translate(-50%')) return true;
  const { transform } = getComputedStyle(element);
  const shift = /^matrix\(1, 0, 0, 1, (-[\d.]+),/.exec(transform)?.[1];
  return shift !== undefined && Math.abs(Number(shift) + element.offsetWidth / 2) < 0.6;
}
