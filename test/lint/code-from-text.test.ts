/** No file of the page makes code or markup of text: what cannot be written cannot be exploited. */
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';

/** Ways to do it, each with a line that does. None of them is needed, so none is excused. */
const ways: readonly (readonly [name: string, pattern: RegExp, example: string])[] = [
  ['innerHTML', /\b(?:inner|outer)HTML\b/, 'place.innerHTML = text;'],
  ['insertAdjacentHTML', /\binsertAdjacentHTML\b/, "place.insertAdjacentHTML('end', text);"],
  ['setHTML', /\bsetHTML(?:Unsafe)?\b|\bparseHTML(?:Unsafe)?\b/, 'place.setHTMLUnsafe(text);'],
  ['d3’s html', /\.html\(/, 'selection.html(text);'],
  ['React’s way', /\bdangerouslySetInnerHTML\b/, '<p dangerouslySetInnerHTML={x} />'],
  ['document.write', /\bdocument\.write(?:ln)?\b/, 'document.write(text);'],
  ['srcdoc', /\bsrcdoc\b/i, 'frame.srcdoc = text;'],
  ['parsing markup', /\bDOMParser\b|\bcreateContextualFragment\b/, 'new DOMParser();'],
  ['eval', /(?<![.\w])eval\(|\bglobalThis\.eval\b/, 'eval(text);'],
  ['Function', /\bnew Function\b|(?<![.\w])Function\(/, "new Function('return 1');"],
  ['timers with text', /\bset(?:Timeout|Interval)\(\s*['"`]/, "setTimeout('go()', 10);"],
  ['importScripts', /\bimportScripts\b/, 'importScripts(address);'],
  ['code in an address', /javascript:/i, "link.href = 'javascript:go()';"],
  [
    'handlers in attributes',
    /(?:setAttribute|attr)\(\s*['"`]on/,
    "x.setAttribute('onclick', text);",
  ],
  ['style attributes', /(?:setAttribute|attr)\(\s*['"`]style['"`]/, "x.attr('style', text);"],
  ['modules by name', /\bimport\((?!\s*['"`])/, 'await import(address);'],
];

const folders = ['src', 'public/examples'];

/** What never runs in a page. */
const tools = /^src\/(?:cli|setup)\/|\/build\.mjs$|\/node-thread\.mjs$/;

async function sources(): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(`${root}${folder}`, { recursive: true });
      return names.map((name) => `${folder}/${name}`);
    }),
  );
  return found.flat().filter((path) => /\.(?:tsx?|m?js)$/.test(path) && !tools.test(path));
}

/** What stands in a file besides comments. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<=^|\s)\/\/.*$/gm, '');
}

describe('the page', () => {
  it('makes no code and no markup of text', async () => {
    const paths = await sources();
    expect(paths.length).toBeGreaterThan(400);
    const found: string[] = [];
    for (const path of paths) {
      const code = codeOf(await readFile(`${root}${path}`, 'utf8'));
      for (const [name, pattern] of ways) if (pattern.test(code)) found.push(`${path}: ${name}`);
    }
    expect(found).toEqual([]);
  });

  it.each(ways)('would be caught at it: %s', (_name, pattern, example) => {
    expect(pattern.test(codeOf(`// a comment\n${example}\n`))).toBe(true);
    expect(pattern.test(codeOf(`// ${example}\n/* ${example} */\n`))).toBe(false);
  });

  it('has neither scripts nor styles in its documents', async () => {
    const documents = ['index.html', 'public/examples/index.html'];
    documents.push('public/examples/blog-post.html', 'public/examples/strict-csp.html');
    for (const path of documents) {
      const text = await readFile(`${root}${path}`, 'utf8');
      expect(text, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
    }
  });
});
