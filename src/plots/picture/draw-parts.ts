/** Parts as SVG, each at its place. Figures stay mounted between the moments of an animation. */

import type { DrawnParts, PageTheme } from './composition.ts';
import { elementMarkup } from './html.ts';
import { group, shift } from './markup.ts';
import type { FigurePart, PicturePart } from './parts.ts';
import { createSheet } from './sheet.ts';
import type { Stage } from './stage.ts';
import { openStage } from './stage.ts';

/** Scales this near to 1 are none. */
const SAME_SIZE = 0.002;

export interface PartsDrawer {
  draw(parts: readonly PicturePart[], theme: PageTheme, signal?: AbortSignal): Promise<DrawnParts>;
  /** Removes all figures. To be called in any case. */
  close(): void;
}

export function createPartsDrawer(): PartsDrawer {
  const stages = new Map<number, { readonly stage: Stage; readonly part: FigurePart }>();

  /** The figure of the part with this number, the same one as before where it can be. */
  function stageOf(index: number, part: FigurePart): Stage {
    const open = stages.get(index);
    if (open && isSameFigure(open.part, part)) return open.stage;
    open?.stage.remove();
    stages.delete(index);
    const stage = openStage(part);
    stages.set(index, { stage, part });
    return stage;
  }

  /** Feeds a figure, or finds the element that is taken. */
  async function elementOf(part: PicturePart, index: number): Promise<Element> {
    if ('element' in part) return part.element;
    const stage = stageOf(index, part);
    await stage.show(part.data);
    return stage.host;
  }

  return {
    async draw(parts, { family }, signal) {
      signal?.throwIfAborted();
      const elements = await Promise.all(parts.map(elementOf));
      signal?.throwIfAborted();
      const drawn = parts.map((part, index) => drawPart(part, elements[index], index, family));
      const join = (name: 'content' | 'definitions') => drawn.map((part) => part[name]).join('\n');
      return {
        content: join('content'),
        definitions: join('definitions').trim(),
        width: Math.max(0, ...drawn.map(({ width }) => width)),
        height: Math.max(0, ...drawn.map(({ height }) => height)),
      };
    },
    close() {
      for (const { stage } of stages.values()) stage.remove();
      stages.clear();
    },
  };
}

function drawPart(
  part: PicturePart,
  element: Element | undefined,
  index: number,
  family: string,
): DrawnParts {
  if (!element) return { content: '', definitions: '', width: 0, height: 0 };
  const box = element.getBoundingClientRect();
  const sheet = createSheet(box, family, `p${index + 1}`);
  const inner = elementMarkup(element, sheet);
  // An element may stand in another width than the one it is to have here.
  const scale = box.width > 0 ? part.width / box.width : 1;
  const isScaled = Math.abs(scale - 1) > SAME_SIZE;
  const moved = [shift(part.left, part.top), isScaled ? `scale(${scale.toFixed(4)})` : undefined];
  const transform = moved.filter(Boolean).join(' ') || undefined;
  return {
    content: group({ transform }, inner),
    definitions: sheet.definitions(),
    width: part.left + part.width,
    height: part.top + box.height * (isScaled ? scale : 1),
  };
}

function isSameFigure(before: FigurePart, part: FigurePart): boolean {
  return (
    before.create === part.create &&
    before.width === part.width &&
    before.className === part.className &&
    before.context === part.context
  );
}
