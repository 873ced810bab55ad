import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { missingServers, PACKAGES } from './servers.ts';

// Run before the tests of the output: installs the web server and the copier that they drive, where apt can.
const install = `apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${PACKAGES}`;
const ways = existsSync('/usr/bin/apt-get') ? [process.getuid?.() === 0 ? install : `sudo -n sh -c '${install}'`] : [];
for (const command of ways) {
  if (missingServers().length > 0) spawnSync(command, { stdio: ['ignore', 'ignore', 'inherit'], shell: true });
}
const missing = missingServers();
if (missing.length > 0) {
  console.error(
    `Not on this machine: ${missing.join(', ')}. Install it (Debian: ${PACKAGES}), and run the tests again.`,
  );
  process.exitCode = 1;
}
