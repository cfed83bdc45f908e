import { configDefaults, defineConfig } from 'vitest/config';

/** Figures in other pages, and what is shared of them: a third of all browser tests. */
const guests = ['test/browser/embed-*.test.ts', 'test/browser/share-*.test.ts'];

/**
 * Three projects: `node` holds everything that runs without a browser, `browser` drives Chromium
 * against the built page, and `guests` does for embedded figures and for sharing. A test that needs a
 * DOM says so itself in its first line: `// @vitest-environment happy-dom`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'test/browser/**', 'test/output/**'],
          testTimeout: 30_000,
          // Analyses of whole networks, on a machine that does other things too.
          hookTimeout: 120_000,
          // Two cores is what the smallest machines have; more workers only fight over them.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...guests],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One browser at a time: parallel ones starve each other and time out.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'guests',
          environment: 'node',
          include: guests,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // They train little and wait much: two at a time take not much longer than one.
          maxWorkers: 2,
        },
      },
    ],
  },
});
