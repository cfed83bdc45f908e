/** The two kinds of cells, and how many there are of each. */

import { createHtml, writeText } from '../../inside/elements.ts';
import type { TaskTableData } from './data.ts';
import { legendTexts } from './wording.ts';

export interface TableLegend {
  readonly element: HTMLElement;
  write(data: TaskTableData): void;
}

export function createTableLegend(): TableLegend {
  const element = createHtml('div', 'task-table-legend');
  const given = createHtml('span', 'task-table-given');
  const heldBack = createHtml('span', 'task-table-held-back');
  element.append(given, heldBack);

  return {
    element,
    write(data) {
      const texts = legendTexts(data);
      writeText(given, texts.given);
      writeText(heldBack, texts.heldBack);
    },
  };
}
