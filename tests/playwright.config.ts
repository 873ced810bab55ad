import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/browser.ts';
import { SERVED } from './support/browser-sites.ts';
import './support/compile-cache.ts';

/** The tests of each site that is served; all others are those of the sample. */
const TESTS = {
  port: 'port-*.test.ts',
  returning: 'returning.test.ts',
  search: 'search.test.ts',
  'right-to-left': 'right-to-left.test.ts',
  translated: 'translated.test.ts',
  long: 'long-*.test.ts',
} as const;

const ofOthers = [...Object.values(TESTS), 'xss-*.test.ts', 'offline.test.ts'].map((tests) => `**/${tests}`);

const use = (name: keyof typeof SERVED) => ({ baseURL: `http://localhost:${SERVED[name].port}/` });

// `tests/support/build-browser-sites.ts` has built all sites before.
export default defineConfig({
  testDir: './e2e',
  outputDir: './.output/browser',
  fullyParallel: true,
  workers: 2,
  // Some tests go through every page of the site, on a machine that does other things meanwhile.
  timeout: 240_000,
  forbidOnly: true,
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    launchOptions: findBrowser() ?? {},
  },
  projects: [
    { name: 'sample', testIgnore: ofOthers, use: use('sample') },
    { name: 'port', testMatch: `**/${TESTS.port}`, use: use('port') },
    { name: 'returning', testMatch: `**/${TESTS.returning}`, use: use('returning') },
    { name: 'search', testMatch: `**/${TESTS.search}`, use: use('search') },
    { name: 'right-to-left', testMatch: `**/${TESTS['right-to-left']}`, use: use('right-to-left') },
    { name: 'translated', testMatch: `**/${TESTS.translated}`, use: use('translated') },
    { name: 'long', testMatch: `**/${TESTS.long}`, use: use('long') },
    { name: 'xss-site', testMatch: '**/xss-site.setup.ts' },
    { name: 'xss', testMatch: '**/xss-*.test.ts', dependencies: ['xss-site'] },
    { name: 'offline', testMatch: '**/offline.test.ts' },
  ],
  // With the headers that the build wrote, its policy among them.
  webServer: Object.values(SERVED).map(({ folder, port }) => ({
    command: `node tests/support/serve.ts ${folder} ${port}`,
    cwd: '..',
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  })),
});
