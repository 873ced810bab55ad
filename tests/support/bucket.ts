import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

/** Something that was asked of the bucket and changed it. */
export interface Change {
  method: 'PUT' | 'DELETE';
  key: string;
  type: string | undefined;
  cache: string | undefined;
}

export interface Bucket {
  /** As rclone names it. */
  target: string;
  /** For rclone, which reads its remotes from the environment too. */
  environment: NodeJS.ProcessEnv;
  /** In the order in which the server saw them. */
  changes: Change[];
  stored: Map<string, { body: Buffer; headers: IncomingHttpHeaders }>;
  /** Called with each change, before it is answered. */
  onChange(change: Change): void;
  stop(): void;
}

/** A server that speaks as much of S3 as rclone needs to list, copy and delete, and writes down what it is asked. */
export async function startBucket(): Promise<Bucket> {
  const changes: Change[] = [];
  const stored: Bucket['stored'] = new Map();
  const told = (change: Change) => {
    changes.push(change);
    bucket.onChange(change);
  };
  const server = createServer((request, response) => {
    answer(request, response, stored, told).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const bucket: Bucket = {
    target: 'testing:bucket',
    environment: {
      // Nothing of the machine's own settings stands between rclone and this server.
      AWS_CA_BUNDLE: undefined,
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
      RCLONE_CONFIG: '/dev/null',
      RCLONE_CONFIG_TESTING_TYPE: 's3',
      RCLONE_CONFIG_TESTING_PROVIDER: 'Other',
      RCLONE_CONFIG_TESTING_ENDPOINT: `http://127.0.0.1:${port}`,
      RCLONE_CONFIG_TESTING_ACCESS_KEY_ID: 'key',
      RCLONE_CONFIG_TESTING_SECRET_ACCESS_KEY: 'none',
      RCLONE_CONFIG_TESTING_REGION: 'us-east-1',
      RCLONE_CONFIG_TESTING_FORCE_PATH_STYLE: 'true',
    },
    changes,
    stored,
    onChange: () => undefined,
    stop: () => server.close(),
  };
  return bucket;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  stored: Bucket['stored'],
  tell: (change: Change) => void,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, , ...rest] = pathname.split('/');
  const key = rest.map(decodeURIComponent).join('/');
  const { method, headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (key === '') {
    if (method === 'GET')
      response.writeHead(200, { 'content-type': 'application/xml' }).end(list(searchParams, stored));
    else response.writeHead(200).end();
    return;
  }
  const found = stored.get(key);
  if (method === 'PUT') {
    stored.set(key, { body, headers });
    tell({ method, key, type: headers['content-type'], cache: headers['cache-control'] });
    response.writeHead(200, { etag: etagOf(body) }).end();
  } else if (method === 'DELETE') {
    stored.delete(key);
    tell({ method, key, type: undefined, cache: undefined });
    response.writeHead(204).end();
  } else if (!found) response.writeHead(404).end();
  else {
    const told = { etag: etagOf(found.body), 'content-length': found.body.length, 'last-modified': WHEN.toUTCString() };
    response.writeHead(200, told).end(method === 'HEAD' ? undefined : found.body);
  }
}

const WHEN = new Date('2026-01-01T00:00:00Z');

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

/** The keys below a folder; what is in folders below that is named by its folder, where the question has a delimiter. */
function list(question: URLSearchParams, stored: Bucket['stored']): string {
  const prefix = question.get('prefix') ?? '';
  const delimiter = question.get('delimiter') ?? '';
  // Only who asks for it gets names that are encoded as in an address.
  const written = question.get('encoding-type') === 'url' ? encodeURIComponent : escapeXml;
  const folders = new Set<string>();
  const contents: string[] = [];
  for (const [key, { body }] of [...stored].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    if (end >= 0) folders.add(key.slice(0, end + 1));
    else {
      const facts = `<LastModified>${WHEN.toISOString()}</LastModified><ETag>${etagOf(body)}</ETag><Size>${body.length}</Size>`;
      contents.push(`<Contents><Key>${written(key)}</Key>${facts}</Contents>`);
    }
  }
  const common = [...folders].map((name) => `<CommonPrefixes><Prefix>${written(name)}</Prefix></CommonPrefixes>`);
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}${common.join('')}</ListBucketResult>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
