import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { headers, policyOfPage } from '../../src/setup/policy.ts';
import { isBuiltScript } from '../../src/trust/worker-scripts.ts';

describe('the policy', () => {
  it.each([policyOfPage, headers['Content-Security-Policy']])('is strict: %s', (policy) => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/'unsafe-(?:inline|eval|hashes)'|\*|http:/);
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
    // It stands in an attribute, and in lines of files.
    expect(policy).not.toMatch(/["\r\n]/);
  });

  it('gives the page itself no code from elsewhere, no connections and no workers from memory', () => {
    expect(policyOfPage).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policyOfPage).toContain("connect-src 'self';");
    expect(policyOfPage).toMatch(/worker-src 'self'$/);
  });

  it('is the same in the file for static hosts', async () => {
    const lines = (await readFile(`${root}public/_headers`, 'utf8')).split('\n');
    const rules = lines.filter((line) => line !== '' && !line.startsWith('#'));
    const written = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
    expect(rules).toEqual(['/*', ...written]);
  });

  it('is the same in the notes for other hosts', async () => {
    const notes = await readFile(`${root}SECURITY.md`, 'utf8');
    for (const [name, value] of Object.entries(headers)) {
      expect(notes).toContain(`add_header ${name} "${value}" always;`);
    }
  });
});

describe('a script that may become a worker', () => {
  const beside = 'https://example.org/a/b/assets/index-DqEtlVm8.js';

  it.each(['training-worker-DM6d3Ebx.js', 'lane-worker-_-.js'])(
    'lies beside the page’s: %s',
    (name) => {
      expect(isBuiltScript(new URL(name, beside).href, beside)).toBe(true);
    },
  );

  it.each([
    'https://example.net/a/b/assets/worker.js',
    'https://example.org/a/b/assets.example.net/worker.js',
    'https://example.org/a/b/assets/deeper/worker.js',
    'https://example.org/a/b/assets/../worker.js',
    'https://example.org/a/b/worker.js',
    'https://example.org/a/b/assets/worker.js?x=1',
    'https://example.org/a/b/assets/worker.js#x',
    'https://example.org/a/b/assets/picture.svg',
    'https://example.org/a/b/assets/',
    'blob:https://example.org/2c5ea4c0',
    'data:text/javascript,1',
    'javascript:1',
    'worker.js',
    '',
  ])('is nothing else: %s', (address) => {
    expect(isBuiltScript(address, beside)).toBe(false);
  });
});
