/** What a part of a picture is drawn on: where it begins, and what its marks refer to. */

import { tag } from './markup.ts';

export interface Sheet {
  /** The sheet's top left corner in the window, in pixels. */
  readonly left: number;
  readonly top: number;
  /** Fonts of the whole picture, which need not be named again. */
  readonly family: string;
  /** A name that is used once in the picture. */
  newName(): string;
  /** The picture's name for something that is called otherwise on the page. */
  nameOf(id: string): string;
  /** Adds a gradient, clip or pattern and names it. */
  define(
    name: string,
    attributes: Readonly<Record<string, string | number>>,
    content: string,
  ): string;
}

/** @param prefix parts the names of one part from those of the others */
export function createSheet(
  { left, top }: { readonly left: number; readonly top: number },
  family: string,
  prefix: string,
): Sheet & { definitions(): string } {
  const names = new Map<string, string>();
  let definitions = '';
  let count = 0;
  const newName = () => `${prefix}-${++count}`;

  return {
    left,
    top,
    family,
    newName,
    nameOf(id) {
      const name = names.get(id) ?? newName();
      names.set(id, name);
      return name;
    },
    define(element, attributes, content) {
      const id = newName();
      definitions += tag(element, { id, ...attributes }, content);
      return id;
    },
    definitions: () => definitions,
  };
}
