import { readFile } from 'node:fs/promises';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { buildMathml } from '../../src/story/formulas/build.mjs';
import { Formula } from '../../src/story/formulas/Formula.tsx';
import { mathml } from '../../src/story/formulas/mathml.ts';

describe('the formulas of the story', () => {
  it('are made from their TeX (npm run formulas)', async () => {
    expect(buildMathml()).toBe(await readFile(`${root}src/story/formulas/mathml.ts`, 'utf8'));
  });

  it.each(Object.keys(mathml) as (keyof typeof mathml)[])('%s is set and said in words', (name) => {
    const markup = renderToStaticMarkup(createElement(Formula, { name }));
    expect(markup).toMatch(/^<div class="formula" tabindex="0"><math display="block">/);
    expect(markup).toMatch(/<mi>[a-zA-Z]+<\/mi>/);
    expect(markup).toMatch(/<p>In words: .{20,}\.<\/p><\/div>$/);
    expect(markup).not.toMatch(/undefined|\[object|class="tml/);
  });
});
