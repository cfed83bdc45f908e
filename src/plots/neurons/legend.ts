/**
 * The legend: a mark, a name and a count for each frequency, as buttons that show only this one.
 */

import { createHtml, createSvg } from '../inside/elements.ts';
import type { NeuronsData } from './data.ts';
import type { NeuronCategory } from './groups.ts';
import { shapePath } from './marks.ts';
import { categoryText, countedText } from './wording.ts';
import { words } from './words.ts';

const ICON_AREA = 44;

export interface NeuronsLegend {
  readonly element: HTMLElement;
  write(categories: readonly NeuronCategory[], data: NeuronsData): void;
  clear(): void;
  /** Style of the only category that is shown; undefined while all are. */
  only(): number | undefined;
}

type Key = number | 'others';

/** @param onChange other categories are shown now */
export function createNeuronsLegend(onChange: () => void): NeuronsLegend {
  const element = createHtml('ul', 'neurons-legend');
  element.setAttribute('aria-label', words('legend'));
  const entries = new Map<Key, HTMLElement>();
  let known: readonly NeuronCategory[] = [];
  let pressed: Key | undefined;

  function press(key: Key) {
    pressed = pressed === key ? undefined : key;
    showPressed();
    onChange();
  }

  function showPressed() {
    for (const [key, entry] of entries) {
      entry.querySelector('button')?.setAttribute('aria-pressed', String(key === pressed));
      entry.classList.toggle('neurons-legend-off', pressed !== undefined && key !== pressed);
    }
  }

  /** Entries stay the same elements, so that a button keeps the focus it has. */
  function entryOf(category: NeuronCategory): HTMLElement {
    const key = keyOf(category);
    const entry = entries.get(key) ?? createEntry(() => press(key));
    entries.set(key, entry);
    const mark = entry.querySelector('path');
    mark?.setAttribute('d', shapePath(category.style, ICON_AREA));
    mark?.style.setProperty('fill', `var(--neurons-${category.style + 1})`);
    const name = entry.querySelector('span');
    if (name) name.textContent = categoryText(category);
    return entry;
  }

  return {
    element,
    write(categories, data) {
      known = categories;
      const keys = categories.map(keyOf);
      if (pressed !== undefined && !keys.includes(pressed)) pressed = undefined;
      for (const key of entries.keys()) if (!keys.includes(key)) entries.delete(key);
      const counted = countedText(data);
      const wanted = [
        ...categories.map(entryOf),
        ...(counted ? [createHtml('li', 'neurons-legend-text', counted)] : []),
        createHtml('li', 'neurons-legend-note', words('wrapping')),
      ];
      replaceKeepingFocus(element, wanted);
      showPressed();
    },
    clear() {
      known = [];
      pressed = undefined;
      entries.clear();
      element.replaceChildren();
    },
    only: () => known.find((category) => keyOf(category) === pressed)?.style,
  };
}

function keyOf({ k }: NeuronCategory): Key {
  return k ?? 'others';
}

function createEntry(onPress: () => void): HTMLElement {
  const entry = createHtml('li', 'neurons-legend-entry');
  const button = createHtml('button', 'neurons-legend-button');
  button.type = 'button';
  button.addEventListener('click', onPress);
  const icon = createSvg('svg', { width: 12, height: 12, viewBox: '-6 -6 12 12' });
  icon.setAttribute('aria-hidden', 'true');
  icon.append(createSvg('path', {}));
  button.append(icon, createHtml('span', 'neurons-legend-name'));
  entry.append(button);
  return entry;
}

/** An element that is moved loses the focus: those in place already stay where they are. */
function replaceKeepingFocus(parent: HTMLElement, wanted: readonly HTMLElement[]) {
  for (const child of [...parent.children]) {
    if (!wanted.includes(child as HTMLElement)) child.remove();
  }
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child)
      parent.insertBefore(child, parent.children[index] ?? null);
  });
  if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus();
}
