import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
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

/** The compressed forms that may stand beside a file, the smaller first, and what a browser calls them. */
const CODINGS = [
  { coding: 'br', ending: '.br' },
  { coding: 'gzip', ending: '.gz' },
];

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
  const answer = found && existsSync(file) ? { status: 200, file } : { status: 404, file: join(folder, '404.html') };
  send(request, response, { ...answer, pathname });
}).listen(Number(port));

interface Answer {
  status: number;
  file: string;
  pathname: string;
}

function send(request: IncomingMessage, response: ServerResponse, { status, file, pathname }: Answer): void {
  const known = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' };
  const given = Object.fromEntries(headersFor(rules, pathname));
  const forms = CODINGS.filter(({ ending }) => existsSync(file + ending));
  const form = forms.find(({ coding }) => accepts(request, coding));
  const coded = {
    ...(forms.length > 0 && { vary: 'accept-encoding' }),
    ...(form && { 'content-encoding': form.coding }),
  };
  response.writeHead(status, { ...known, ...given, ...coded }).end(readFileSync(form ? file + form.ending : file));
}

/** Whether a browser names a coding, and not to refuse it (RFC 9110, 12.5.3). */
function accepts({ headers }: IncomingMessage, coding: string): boolean {
  const named = [headers['accept-encoding'] ?? ''].flat().join().toLowerCase().split(',');
  return named.some((item) => {
    const [name = '', weight = 'q=1'] = item.split(';').map((part) => part.trim());
    return name === coding && Number(weight.replace('q=', '')) > 0;
  });
}
