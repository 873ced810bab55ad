import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/browser.ts';
import { LONG } from './support/long.ts';
import { PORT } from './support/port.ts';

/** The sites that are read: the sample, and a town with everything that a publication can have, and one of very long lists. */
const SITES = [
  {
    name: 'sample',
    content: 'content',
    folder: 'tests/.output/browser-site',
    port: 4329,
    testIgnore: '{long,port,xss}-*.test.ts',
  },
  {
    name: 'port',
    content: PORT.content,
    folder: 'tests/.output/browser-port',
    port: 4330,
    testMatch: 'port-*.test.ts',
  },
  {
    name: 'long',
    content: LONG.folder,
    folder: 'tests/.output/browser-long',
    port: 4331,
    testMatch: 'long-*.test.ts',
    write: 'node tests/support/write-long.ts && ',
  },
];

export default defineConfig({
  testDir: './e2e',
  outputDir: './.output/browser',
  fullyParallel: true,
  workers: 2,
  // Some tests go through every page of the site.
  timeout: 90_000,
  forbidOnly: true,
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    launchOptions: findBrowser() ?? {},
  },
  projects: [
    ...SITES.map(({ name, port, testIgnore, testMatch = '*.test.ts' }) => ({
      name,
      testMatch: `**/${testMatch}`,
      ...(testIgnore && { testIgnore: `**/${testIgnore}` }),
      use: { baseURL: `http://localhost:${port}/` },
    })),
    // Hostile text: a site that is read from its folder, without what a server adds. Built once the others are.
    { name: 'xss-site', testMatch: '**/xss-site.setup.ts' },
    { name: 'xss', testMatch: '**/xss-*.test.ts', dependencies: ['xss-site'] },
  ],
  // Each is served with the headers that the build wrote, its policy among them. It is started once the one before it answers,
  // so that no two builds run at a time: they share the .astro folder.
  webServer: SITES.map(({ content, folder, port, write = '' }) => ({
    command: `${write}npm run build -- --outDir ${folder} && node tests/support/serve.ts ${folder} ${port}`,
    cwd: '..',
    env: { READOUT_CONTENT: content },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  })),
});
