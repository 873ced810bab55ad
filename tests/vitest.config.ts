import { defineConfig } from 'vitest/config';
import './support/compile-cache.ts';

export default defineConfig({
  test: {
    projects: [
      // Modules by themselves.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
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
