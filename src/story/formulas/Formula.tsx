/** A formula of the story: set as mathematics, and said in words. */
import { createElement, type ReactNode } from 'react';
import english from '../../messages/en/story/formulas.json';
import { createWords } from '../../messages/words.ts';
import { type MathNode, mathml } from './mathml.ts';

const words = createWords('story/formulas', english);

/** A formula on a line of its own, with its words below. */
export function Formula({ name }: { readonly name: keyof typeof mathml }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls a long formula sideways.
    <div className="formula" tabIndex={0}>
      {createElement('math', { display: 'block' }, ...elementsOf(mathml[name]))}
      <p>{words(name)}</p>
    </div>
  );
}

function elementsOf(nodes: readonly MathNode[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (typeof node === 'string') return node;
    const [name, attributes, children] = node;
    // The order never changes: the index is a name.
    return createElement(name, { ...attributes, key: index }, ...elementsOf(children));
  });
}
