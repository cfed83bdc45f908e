/** Parts as SVG, each at its place. Figures stay mounted between the moments of an animation. */

import type { DrawnParts, PageTheme } from './composition.ts';
import { elementMarkup } from './html.ts';
import { tag } from './markup.ts';
import type { FigurePart, PicturePart } from './parts.ts';
import { translation } from './recorded-canvas.ts';
import { createSheet } from './sheet.ts';
import type { Stage } from './stage.ts';
import { openStage } from './stage.ts';

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

  async function drawPart(part: PicturePart, index: number, family: string) {
    let element: Element;
    if ('element' in part) element = part.element;
    else {
      const stage = stageOf(index, part);
      await stage.show(part.data);
      element = stage.host;
    }
    const box = element.getBoundingClientRect();
    const sheet = createSheet(box, family, `p${index + 1}`);
    const inner = elementMarkup(element, sheet);
    // An element may stand in another width than the one it is to have here.
    const scale = box.width > 0 ? part.width / box.width : 1;
    const isScaled = Math.abs(scale - 1) > 0.002;
    const sized = isScaled ? ` scale(${Number(scale.toFixed(4))})` : '';
    const transform = translation(part.left, part.top) + sized;
    return {
      content: tag('g', { transform }, inner),
      definitions: sheet.definitions(),
      width: part.left + part.width,
      height: part.top + box.height * (isScaled ? scale : 1),
    };
  }

  return {
    async draw(parts, { family }, signal) {
      const drawn: DrawnParts[] = [];
      for (const [index, part] of parts.entries()) {
        signal?.throwIfAborted();
        drawn.push(await drawPart(part, index, family));
      }
      signal?.throwIfAborted();
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

function isSameFigure(before: FigurePart, part: FigurePart): boolean {
  return (
    before.create === part.create &&
    before.width === part.width &&
    before.className === part.className &&
    before.context === part.context
  );
}
