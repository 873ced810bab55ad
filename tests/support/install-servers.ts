import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { missingServers, PACKAGES } from './servers.ts';

// Run before the tests of the output: installs the web server and the copier that they drive, where apt can.
const install = `apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${PACKAGES}`;
// A machine that runs tests for others may be changed; that of a person only by who is its administrator.
const ways = [
  ...(process.getuid?.() === 0 ? [install] : []),
  ...(process.env.CI === undefined ? [] : [`sudo -n sh -c '${install}'`]),
];
for (const command of ways) {
  if (missingServers().length > 0 && existsSync('/usr/bin/apt-get'))
    spawnSync(command, { stdio: ['ignore', 'ignore', 'inherit'], shell: true });
}
const missing = missingServers();
if (missing.length > 0) {
  console.error(
    `Not on this machine: ${missing.join(', ')}. Install it (Debian: ${PACKAGES}), and run the tests again.`,
  );
  process.exitCode = 1;
}
