import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Two projects: `node` holds everything that runs without a browser, `browser` drives Chromium
 * against the built page. A test that needs a DOM says so itself in its first line:
 * `// @vitest-environment happy-dom`.
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One browser at a time: parallel ones starve each other and time out.
          fileParallelism: false,
        },
      },
    ],
  },
});
