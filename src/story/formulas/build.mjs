/**
 * Turns the story's TeX into MathML and writes it as nested arrays into `mathml.ts`: the page needs no
 * typesetting library, and no markup is ever inserted as text. Run it with `npm run formulas`.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import temml from 'temml';
import { formulas } from './formulas.mjs';

/** Attributes that browsers need to set a formula; the library's classes and styles are its own. */
const kept = new Set([
  'mathvariant',
  'stretchy',
  'fence',
  'form',
  'separator',
  'lspace',
  'rspace',
  'width',
  'displaystyle',
  'scriptlevel',
  'minsize',
  'maxsize',
  'symmetric',
]);

/**
 * The text of `mathml.ts`.
 *
 * @returns {string}
 */
export function buildMathml() {
  const entries = Object.entries(formulas).map(([name, tex]) => {
    const root = parse(temml.renderToString(tex, { displayMode: true, throwOnError: true }));
    return `  ${name}: ${JSON.stringify(root[2])},`;
  });
  return `/** Made from \`formulas.mjs\` by \`npm run formulas\`: not to be edited. */

/** An element of MathML: its name, its attributes and what is in it. */
export type MathNode =
  | string
  | readonly [string, Readonly<Record<string, string>>, readonly MathNode[]];

/** Formulas by name. */
// biome-ignore format: long lines of data.
export const mathml = {
${entries.join('\n')}
} as const satisfies Readonly<Record<string, readonly MathNode[]>>;
`;
}

/** @typedef {string | [string, Record<string, string>, Node[]]} Node */

/**
 * Reads the library's well-formed markup: [name, attributes, children].
 *
 * @param {string} markup
 * @returns {[string, Record<string, string>, Node[]]}
 */
function parse(markup) {
  /** @type {[string, Record<string, string>, Node[]]} */
  const root = ['root', {}, []];
  const open = [root];
  for (const [, closing, name = '', attributes = '', empty, text] of markup.matchAll(
    /<(\/?)([a-z]+)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent[2].push(withoutEntities(text));
    else if (closing) open.pop();
    else {
      /** @type {[string, Record<string, string>, Node[]]} */
      const node = [name, keptAttributes(attributes), []];
      parent[2].push(node);
      if (!empty) open.push(node);
    }
  }
  return /** @type {[string, Record<string, string>, Node[]]} */ (root[2][0]);
}

/** @param {string} text */
function keptAttributes(text) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const [, key = '', value = ''] of text.matchAll(/([\w-]+)="([^"]*)"/g)) {
    if (kept.has(key)) found[key] = value;
  }
  return found;
}

/** @param {string} text */
function withoutEntities(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL('mathml.ts', import.meta.url), buildMathml());
}
