import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './ask.ts';
import { findBrotliModule, findProgram, PACKAGES } from './servers.ts';

export interface Nginx {
  /** Its address, without a slash at its end. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts the nginx of this machine on a free port, with the includes of a built site, as the README says.
 *
 * @param folder of the built site.
 * @param base the path of the site, with a slash at both ends.
 */
export async function startNginx(folder: string, base: string): Promise<Nginx> {
  const { place, configuration, program } = prepare(folder, base, true);
  const port = await freePort();
  writeFileSync(configuration.path, configuration.textFor(port));
  const child = spawn(program, ['-c', configuration.path, '-p', place], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(child, url, () => said);
  return {
    url,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGQUIT');
      await gone;
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** What nginx says of its configuration with the include of a site, and without the module for Brotli. */
export function testWithoutBrotli(folder: string, base: string): { ok: boolean; said: string } {
  const { place, configuration, program } = prepare(folder, base, false);
  writeFileSync(configuration.path, configuration.textFor(8080));
  const { status, stderr } = spawnSync(program, ['-t', '-c', configuration.path, '-p', place], { encoding: 'utf8' });
  rmSync(place, { recursive: true, force: true });
  return { ok: status === 0, said: stderr };
}

function prepare(folder: string, base: string, brotli: boolean) {
  const program = findProgram('nginx');
  const module = findBrotliModule();
  if (!program || !module) throw new Error(`There is no nginx with brotli_static here: install ${PACKAGES}.`);
  const place = mkdtempSync(join(tmpdir(), 'readout-nginx-'));
  const site = resolve(folder);
  const root = base === '/' ? site : join(place, 'root');
  if (base !== '/') {
    const link = join(root, base.slice(0, -1));
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(site, link);
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${place}/${name};`,
  );
  const textFor = (port: number) =>
    [
      'daemon off;',
      // Root's own files are for nobody else to read, the temporary folder among them.
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      'worker_processes 1;',
      `pid ${place}/pid;`,
      'error_log stderr warn;',
      ...(brotli ? [`load_module ${module};`] : []),
      'events {}',
      'http {',
      '  access_log off;',
      ...temporary,
      '  server {',
      `    listen 127.0.0.1:${port};`,
      `    root ${root};`,
      `    include ${site}/.nginx/site.conf;`,
      ...(brotli ? [`    include ${site}/.nginx/brotli.conf;`] : []),
      '  }',
      '}',
      '',
    ].join('\n');
  return { place, program, configuration: { path: join(place, 'nginx.conf'), textFor } };
}

async function untilItAnswers(child: ChildProcess, url: string, said: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) break;
    try {
      await ask(url);
      return;
    } catch {
      await pause(50);
    }
  }
  child.kill();
  throw new Error(`nginx does not answer.\n${said()}`);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolvePort, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolvePort(address.port);
        else reject(new Error('No free port'));
      });
    });
  });
}
