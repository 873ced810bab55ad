import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

export interface SiteServer {
  /** Without a slash at its end. */
  address: string;
  stop: () => void;
}

/**
 * Serves a built site with its headers, and with the compressed files that stand in it.
 *
 * @returns once it answers.
 * @throws Error when it does not within ten seconds, such as where the port is taken.
 */
export async function serveSite(folder: string, port: number): Promise<SiteServer> {
  const server = spawn(process.execPath, ['tests/support/serve.ts', folder, String(port)], { stdio: 'inherit' });
  const address = `http://localhost:${port}`;
  const stop = () => void server.kill();
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    const answers = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answers && server.exitCode === null) return { address, stop };
    await delay(100);
  }
  stop();
  throw new Error(`No site is served at ${address}`);
}
