import { defineConfig } from 'vitest/config';
import './support/compile-cache.ts';

export default defineConfig({
  test: {
    projects: [
      // Modules by themselves. None is measured by time, and other steps of `npm test` are at work beside them.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      // Whole builds: what is on disk afterwards. One at a time, since builds share the .astro folder.
      {
        test: {
          name: 'output',
          include: ['tests/output/**/*.test.ts'],
          globalSetup: ['tests/output/setup.ts'],
          fileParallelism: false,
          hookTimeout: 120_000,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
