import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

export interface DevServer {
  /** Where it answers, without a slash at the end. */
  address: string;
  /** Ends when the process has. */
  stop(): Promise<void>;
}

/**
 * Starts `npm run dev` for a publication, and waits until it answers.
 *
 * @param content its content folder.
 * @throws Error with all that was printed if it ends instead, or does not answer.
 */
export async function startDevServer(content: string): Promise<DevServer> {
  const port = String(await freePort());
  // Within the runner of the tests Astro would hand all requests to it.
  const environment = { ...process.env, VITEST: undefined, NODE_ENV: undefined };
  const child = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--ignore-lock', '--host', '127.0.0.1', '--port', port],
    { env: { ...environment, READOUT_CONTENT: content, NO_COLOR: '1' } },
  );
  let printed = '';
  const told = (chunk: Buffer) => {
    printed += String(chunk);
  };
  child.stdout.on('data', told);
  child.stderr.on('data', told);
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  });
  // Whatever ends this process ends the server.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  for (let tries = 0; tries < 120 && child.exitCode === null; tries += 1) {
    // It takes another port where somebody else was faster.
    const address = /Local\s+(http:\S+?)\/?\s/.exec(printed)?.[1];
    const answer = address === undefined ? undefined : await fetch(`${address}/`).catch(() => undefined);
    if (address !== undefined && answer?.ok) return { address, stop };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await stop();
  throw new Error(`The dev server does not answer:\n${printed}`);
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('There is no free port.'));
        else resolve(address.port);
      });
    });
  });
}
