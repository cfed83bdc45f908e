import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** What only computes: its files may share a process, and the modules that are loaded there. */
const pure = [
  ...['analysis', 'embed', 'formats', 'math', 'model', 'plots', 'state', 'story', 'ui'],
].map((folder) => `test/${folder}/**/*.test.ts`);

/**
 * What runs on every backend. Files share a process, and so a GPU that is computed in software
 * compiles a kernel once for all of them.
 */
const onBackends = [
  ...['gradients', 'resumed-run', 'self-check', 'training-oracle', 'training-run'],
  ...['gpu/agreement', 'gpu/batch', 'gpu/training-run'],
  ...['stock/networks', 'stock/optimiser', 'stock/pair-loss'],
].map((name) => `test/engine/${name}.test.ts`);

/** What measures times, or needs both processors to itself. */
const alone = ['budgets', 'faults-gpu', 'responsiveness', 'second-thread'].map(
  (name) => `test/browser/${name}.test.ts`,
);

/** Two cores is what the smallest machines have; more workers only fight over them. */
const maxWorkers = 2;

const browser = {
  environment: 'node',
  // Every file closes what it opened; loading the server and the driver of browsers again costs seconds.
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A page may take its time on a busy machine; one second, as usual, is not much then.
  expect: { poll: { timeout: 20_000 } },
} as const;

/**
 * Everything that runs without a browser is `node`, or `node-pure` and `node-backends` where files may
 * share a process. `browser` drives Chromium against the built page; `alone` does so with one file at a
 * time. A test that needs a DOM says so itself in its first line: `// @vitest-environment happy-dom`.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [
            ...configDefaults.exclude,
            'test/browser/**',
            'test/output/**',
            ...pure,
            ...onBackends,
          ],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'node-pure',
          environment: 'node',
          include: pure,
          testTimeout: 60_000,
          // Analyses of whole networks, on a machine that does other things too.
          hookTimeout: 120_000,
          isolate: false,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'node-backends',
          environment: 'node',
          include: onBackends,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          isolate: false,
          maxWorkers,
        },
      },
      {
        test: {
          ...browser,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...alone],
          maxWorkers,
        },
      },
      { test: { ...browser, name: 'alone', include: alone, fileParallelism: false } },
    ],
  },
});
