import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './browser.ts';

// Run before the browser tests: installs a browser where none is found, by whichever way works on this machine.
const apt = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
const ways = [
  'npx playwright install chromium',
  ...(apt ? ['apt-get update -qq && apt-get install -y -qq chromium'] : []),
];
for (const command of ways) {
  if (!findBrowser()) spawnSync(command, { stdio: 'inherit', shell: true });
}
if (!findBrowser()) {
  console.error('No browser for the browser tests: install Chrome or Chromium, and run the tests again.');
  process.exitCode = 1;
}
