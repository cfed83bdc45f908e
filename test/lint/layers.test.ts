import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';

/** An import: the folder it stands in, and the module it names. */
type Import = [folder: string, module: string];

const forbidden: Import[] = [
  ['src/math', '../model/dataset.ts'],
  ['src/math', 'd3'],
  ['src/math', 'node:fs'],
  ['src/math', '../trust/worker-scripts.ts'],
  ['src/trust', '../math/dense.ts'],
  ['src/trust', 'valibot'],
  ['src/math', '../messages/words.ts'],
  ['src/messages', '../model/fields.ts'],
  ['src/messages', 'react'],
  ['src/offline', '../messages/words.ts'],
  ['src/offline', '../state/store.ts'],
  ['src/offline', 'zustand'],
  ['src/model', '../analysis/clock.ts'],
  ['src/model', '../engine/engine.ts'],
  ['src/analysis', '../engine/engine.ts'],
  ['src/analysis', '@tensorflow/tfjs-core'],
  ['src/formats', '../analysis/clock.ts'],
  ['src/formats', 'node:fs/promises'],
  ['src/engine', '../analysis/clock.ts'],
  ['src/engine/kernels', '../../worker/contract.ts'],
  ['src/engine', 'react'],
  ['src/engine', '../bench/case.ts'],
  ['src/engine', '@jax-js/jax'],
  ['src/bench', '../worker/contract.ts'],
  ['src/bench', '../cli/gpu.ts'],
  ['src/bench/contenders', '../../ui/app.tsx'],
  ['src/bench', '@tensorflow/tfjs-core'],
  ['src/bench', 'node:os'],
  ['src/runs', '../worker/contract.ts'],
  ['src/runs', '../cli/gpu.ts'],
  ['src/engine', '../runs/train-runs.ts'],
  ['src/ui', '../runs/train-runs.ts'],
  ['src/worker', '../state/store.ts'],
  ['src/worker', '@jax-js/jax'],
  ['src/worker', '@tensorflow/tfjs'],
  ['src/state', '../worker/client.ts'],
  ['src/state', '../worker/inspection-client.ts'],
  ['src/state', '../math/dense.ts'],
  ['src/state', '../ui/app.tsx'],
  ['src/state', 'react'],
  ['src/plots', '../model/dataset.ts'],
  ['src/plots', '../state/store.ts'],
  ['src/plots/marks', '../../ui/app.tsx'],
  ['src/plots', 'react'],
  ['src/plots', 'react-dom/client'],
  ['src/plots', 'zustand'],
  ['src/ui', '../engine/engine.ts'],
  ['src/ui', '../trust/worker-scripts.ts'],
  ['src/ui', '../bench/table.ts'],
  ['src/ui', '../worker/contract.ts'],
  ['src/ui', '../analysis/clock.ts'],
  ['src/ui/controls', '../../story/chapter.tsx'],
  ['src/ui', 'd3'],
  ['src/story', '../plots/loss.ts'],
  ['src/story', '../state/store.ts'],
  ['src/embed', '../math/dense.ts'],
  ['src/embed', '../model/fields.ts'],
  ['src/embed', 'react'],
  ['src/cli', '../ui/app.tsx'],
  ['src/cli', '../worker/client.ts'],
  ['src/cli', 'webgpu'],
  ['src/cli', '@jax-js/jax'],
  ['src/cli', '@tensorflow/tfjs-core/dist/index.js'],
  ['src', '@tensorflow/tfjs'],
];

const allowed: Import[] = [
  ['src/math', './dense.ts'],
  ['src/math/transforms', '../dense.ts'],
  ['src/messages', '@lingui/core'],
  ['src/offline', 'workbox-core'],
  ['src/plots', '../messages/words.ts'],
  ['src/model', '../messages/words.ts'],
  ['src/model', '../math/dense.ts'],
  ['src/model', 'valibot'],
  ['src/analysis', '../model/dataset.ts'],
  ['src/formats', '../math/dense.ts'],
  ['src/engine', '@tensorflow/tfjs-core'],
  ['src/engine', 'webgpu'],
  ['src/engine/kernels', '../../model/dataset.ts'],
  ['src/bench', '../engine/engine.ts'],
  ['src/bench', '../analysis/clock.ts'],
  ['src/bench/contenders', '../../model/dataset.ts'],
  ['src/bench/contenders', '@jax-js/jax'],
  ['src/worker', '../engine/engine.ts'],
  ['src/worker', '../bench/case.ts'],
  ['src/worker', '../analysis/clock.ts'],
  ['src/worker', 'comlink'],
  ['src/worker', '../trust/worker-scripts.ts'],
  ['src/state', '../worker/contract.ts'],
  ['src/state', '../worker/inspection-contract.ts'],
  ['src/state', '../model/fields.ts'],
  ['src/state', 'zustand/vanilla'],
  ['src/plots', '../math/dense.ts'],
  ['src/plots', 'd3'],
  ['src/ui', '../plots/loss.ts'],
  ['src/ui', '../state/store.ts'],
  ['src/ui', '../model/fields.ts'],
  ['src/ui', './story/note.tsx'],
  ['src/ui', 'react'],
  ['src/story', '../ui/app.tsx'],
  ['src/cli', '../engine/engine.ts'],
  ['src/cli', '../runs/train-runs.ts'],
  ['src/worker', '../runs/train-runs.ts'],
  ['src/state', '../worker/sweep-contract.ts'],
  ['src/state', '../worker/table-contract.ts'],
  ['src/cli', '../bench/case.ts'],
  ['src/cli', '../setup/software-vulkan.mjs'],
  ['src/cli', 'node:fs'],
  ['src', './ui/app.tsx'],
  ['src', './trust/worker-scripts.ts'],
  ['test/model', '../../src/engine/engine.ts'],
];

describe('the layer rule', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  let messages: Map<string, string>;

  // One run over all examples: starting the linter costs more than linting them.
  beforeAll(() => {
    cpSync(`${root}biome.json`, join(folder, 'biome.json'));
    for (const [index, example] of [...forbidden, ...allowed].entries()) {
      const path = join(folder, nameExample(example, index));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import '${example[1]}';\n`);
    }
    messages = lint(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(forbidden.map((example, index) => ({ example, index })))(
    'forbids $example.0 to import $example.1',
    ({ example, index }) => {
      expect(messages.get(nameExample(example, index))).toMatch(/only|nothing|knows?/i);
    },
  );

  it.each(allowed.map((example, index) => ({ example, index: forbidden.length + index })))(
    'allows $example.0 to import $example.1',
    ({ example, index }) => {
      expect(messages.get(nameExample(example, index))).toBeUndefined();
    },
  );

  it('says what is allowed instead', () => {
    expect(messages.get(nameExample(['src/math', '../model/dataset.ts'], 0))).toBe(
      'src/math imports nothing but its own files.',
    );
  });

  it.each([
    ["import type { Engine } from '../engine/engine.ts';", 'a type'],
    ["export * from '../engine/engine.ts';", 'a re-export'],
    ["await import('../engine/engine.ts');", 'a dynamic import'],
  ])('sees %s', (code) => {
    const path = join(folder, 'src/ui/form.ts');
    writeFileSync(path, `${code}\n`);
    expect(lint(path, folder).get('src/ui/form.ts')).toContain('src/ui may import only');
  });
});

function nameExample([folder]: Import, index: number): string {
  return `${folder}/example${index}.ts`;
}

/** Runs the layer rule alone; maps each file, relative to the folder, to the first complaint. */
function lint(target: string, folder = target): Map<string, string> {
  const biome = `${root}node_modules/@biomejs/biome/bin/biome`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      biome,
      'lint',
      '--only=style/noRestrictedImports',
      '--max-diagnostics=none',
      '--reporter=json',
      target,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (!stdout.startsWith('{')) throw new Error(`The linter gave no report: ${stderr}`);
  const report: { diagnostics: { message: string; location: { path: string } }[] } =
    JSON.parse(stdout);
  return new Map(
    report.diagnostics.map(({ message, location }) => [
      location.path.replace(`${folder}/`, ''),
      message,
    ]),
  );
}
