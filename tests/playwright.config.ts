import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/browser.ts';
import { LONG } from './support/long.ts';
import { PORT } from './support/port.ts';
import { RETURNING } from './support/returning.ts';
import { TRANSLATED } from './support/translated.ts';

/**
 * The sites that are read: the sample, a town with everything that a publication can have, one of very long lists, one in
 * several languages, one with words of all kinds, and one that is written from right to left.
 */
const SITES = [
  {
    name: 'sample',
    content: 'content',
    folder: 'tests/.output/browser-site',
    port: 4329,
    testIgnore: '{long-*,port-*,xss-*,returning,right-to-left,offline,search,translated}.test.ts',
  },
  {
    name: 'port',
    content: PORT.content,
    folder: 'tests/.output/browser-port',
    port: 4330,
    testMatch: 'port-*.test.ts',
  },
  {
    name: 'returning',
    content: RETURNING.content,
    folder: 'tests/.output/browser-returning',
    port: 4332,
    testMatch: 'returning.test.ts',
  },
  {
    name: 'search',
    content: 'tests/publications/good/search/content',
    folder: 'tests/.output/browser-search',
    port: 4333,
    testMatch: 'search.test.ts',
  },
  {
    name: 'right-to-left',
    content: 'tests/publications/right-to-left/content',
    folder: 'tests/.output/browser-right-to-left',
    port: 4335,
    testMatch: 'right-to-left.test.ts',
  },
  {
    name: 'translated',
    content: TRANSLATED.content,
    folder: 'tests/.output/browser-translated',
    port: 4336,
    testMatch: 'translated.test.ts',
  },
  {
    name: 'long',
    content: LONG.folder,
    folder: 'tests/.output/browser-long',
    port: 4334,
    testMatch: 'long-*.test.ts',
    write: 'node tests/support/write-long.ts && ',
  },
];

/** What is served beside: the last site as it was before. It is built first, and its content is written for both. */
const EARLIER = {
  command: `node tests/support/returning.ts && ${serving('tests/.output/browser-earlier', RETURNING.earlierPort)}`,
  env: { READOUT_CONTENT: RETURNING.content, SOURCE_DATE_EPOCH: RETURNING.earlier },
  port: RETURNING.earlierPort,
};

/** Builds a site, and serves it with the headers that the build wrote, its policy among them. */
function serving(folder: string, port: number): string {
  return `npm run build -- --outDir ${folder} && node tests/support/serve.ts ${folder} ${port}`;
}

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
    // A site whose host goes away.
    { name: 'offline-site', testMatch: '**/offline-site.setup.ts', dependencies: ['xss-site'] },
    { name: 'offline', testMatch: '**/offline.test.ts', dependencies: ['offline-site'] },
  ],
  // Each is started once the one before it answers, so that no two builds run at a time: they share the .astro folder.
  webServer: [
    EARLIER,
    ...SITES.map(({ content, folder, port, write = '' }) => ({
      command: write + serving(folder, port),
      env: { READOUT_CONTENT: content },
      port,
    })),
  ].map(({ command, env, port }) => ({
    command,
    env,
    cwd: '..',
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  })),
});
