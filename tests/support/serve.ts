import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { headersFor, readHeadersFile } from './headers-file.ts';

// Serves a built site as a static host does that follows its `_headers`: node tests/support/serve.ts <folder> <port>
const [folder = 'dist', port = '4321'] = process.argv.slice(2);

/** What such hosts know by themselves. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/vnd.microsoft.icon',
  '.ics': 'text/calendar',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

const rules = readHeadersFile(readFileSync(join(folder, '_headers'), 'utf8'));

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = join(folder, decodeURIComponent(pathname));
  const hidden = /^\/_(headers|redirects)$|\/\.(?!well-known\/)/.test(pathname);
  const found = !hidden && existsSync(path) ? statSync(path) : undefined;
  if (found?.isDirectory() && !pathname.endsWith('/')) {
    response.writeHead(301, { location: `${pathname}/` }).end();
    return;
  }
  const file = found?.isDirectory() ? join(path, 'index.html') : path;
  if (found && existsSync(file)) send(response, 200, file, pathname);
  else send(response, 404, join(folder, '404.html'), pathname);
}).listen(Number(port));

function send(response: ServerResponse, status: number, file: string, pathname: string): void {
  const known = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' };
  const given = Object.fromEntries(headersFor(rules, pathname));
  response.writeHead(status, { ...known, ...given }).end(readFileSync(file));
}
