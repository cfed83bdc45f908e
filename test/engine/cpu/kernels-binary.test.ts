import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { compileKernels } from '../../../src/engine/cpu/assembly/build.mjs';

it('the kernels that are loaded are those of the source (npm run kernels)', async () => {
  const file = new URL('../../../src/engine/cpu/kernels-binary.ts', import.meta.url);
  expect(await compileKernels()).toBe(await readFile(file, 'utf8'));
}, 60_000);
