import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Names and places of Chrome and Chromium on the systems that people test on. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** How to start a browser that is on this machine: Playwright's own, else one of the system; undefined if there is none. */
export function findBrowser(): LaunchOptions | undefined {
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  // The sandbox of Chromium does not work for root, whom containers and CI machines often run as.
  const options = { args, chromiumSandbox: process.getuid?.() !== 0 && process.env.CI === undefined };
  if (existsSync(chromium.executablePath())) return options;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(existsSync);
  return found === undefined ? undefined : { ...options, executablePath: found };
}
