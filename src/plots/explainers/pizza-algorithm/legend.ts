/** Words beside the circle: its marks with their names and numbers, and the accompanying circle. */

import { modulo } from '../../../math/modular.ts';
import { createHtml, writeText } from '../../inside/elements.ts';
import type { CompanionRing } from './companion.ts';
import type { PizzaAlgorithmData } from './data.ts';
import { signedLength, strengths } from './votes.ts';
import { strengthText, words } from './wording.ts';

export interface PizzaLegend {
  readonly element: HTMLElement;
  write(data: PizzaAlgorithmData): void;
}

export function createPizzaLegend(companion: CompanionRing): PizzaLegend {
  const element = createHtml('div', 'pizza-algorithm-aside');
  const list = createHtml('div', 'pizza-algorithm-legend');
  const answer = entry('answer', 'a + b');
  const middle = entry('middle', words('midpointAt'));
  const first = entry('kept', words('thisCircle'));
  const second = entry('added', '');
  list.append(answer.row, middle.row, first.row, second.row);
  element.append(companion.element, list);

  return {
    element,
    write(data) {
      const { p, k, a, b, accompanied } = data;
      const strength = strengths(data);
      writeText(answer.value, String(modulo(a + b, p)));
      const signed = signedLength(data);
      writeText(middle.value, strengthText(data.absolute ? Math.abs(signed) : signed));
      writeText(first.value, strengthText(strength.first));
      writeText(second.name, words('circle', { k: modulo(2 * k, p) }));
      writeText(second.value, strengthText(strength.second));
      first.row.hidden = second.row.hidden = !accompanied;
      companion.element.style.display = accompanied ? '' : 'none';
      companion.element.toggleAttribute('hidden', !accompanied);
    },
  };
}

function entry(kind: string, text: string) {
  const row = createHtml('div', 'pizza-algorithm-entry');
  const name = createHtml('span', '', text);
  const value = createHtml('span', 'pizza-algorithm-value');
  row.append(createHtml('span', `pizza-algorithm-swatch pizza-algorithm-swatch-${kind}`));
  row.append(name, value);
  return { row, name, value };
}
