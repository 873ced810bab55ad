import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/browser.ts';

const PORT = 4329;

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
    baseURL: `http://localhost:${PORT}/`,
    launchOptions: findBrowser() ?? {},
  },
  webServer: {
    command: [
      'npm run build -- --outDir tests/.output/browser-site',
      `npm run preview -- --outDir tests/.output/browser-site --port ${PORT}`,
    ].join(' && '),
    cwd: '..',
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
