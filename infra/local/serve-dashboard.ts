import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { DIGESTS, POINTER } from '../../contracts/run/keys.js';
import { MAILS_SAID } from '../../contracts/run/teams.js';
import { BUILT, buildDashboard } from '../shared/build-dashboard.js';
import { contentTypeOf } from '../shared/content-types.js';
import { CONTENT_SECURITY_POLICY } from '../shared/page-safety.js';
import { parseRange } from './byte-range.js';
import { packed } from './packed.js';
import { isOfStore, keyFor, LEADERSHIP, meOf } from './readers.js';
import { servePreferences } from './serve-preferences.js';

const SAFETY = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

export interface ServeOptions {
  /** The store's folder. What a run published for readers appears under /store/ and /of/<place>/, nothing else does. */
  store: string;
  /** 0 lets the system choose. */
  port: number;
  host?: string;
  /** Regions whose teams it serves, or ALL for leadership, which is the default. */
  places?: readonly string[];
  /** Takes the one line printed when the app has to be built. */
  say?: (line: string) => void;
}

/**
 * Serves the dashboard and the published part of a store, for reading only. Builds the app first when it was never
 * built or its sources are newer. Resolves once listening. Throws when the store is no folder or the port is taken.
 */
export async function serveDashboard({
  store,
  port,
  host = '127.0.0.1',
  places = LEADERSHIP,
  say = (line) => process.stderr.write(`${line}\n`),
}: ServeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const root = await realpath(resolve(store)).catch(() => {
    throw new Error(`${store}: no such store folder; run a night first (npm run nightly) or name one with --store`);
  });
  await buildDashboard(say);
  const served: Served = { store: root, pages: await realpath(BUILT), places };
  const server = createServer((request, response) => {
    if (!isForUs(request.headers.host, host)) return refuse(response, 421, 'ask for this server by the address it printed');
    if (servePreferences(request, response, root)) return;
    answer(request, response, served).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'could not read it');
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken on ${host}; choose another with --port`) : error),
    );
    server.listen(port, host, listening);
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/**
 * Whether a request names this server: by the host it listens on, or as this machine. why: a page of somebody else's may have its own
 * name resolve to this machine, and the browser would let it read all that is served.
 */
function isForUs(asked: string | undefined, host: string): boolean {
  const name = (asked ?? '').toLowerCase().replace(/:\d+$/, '');
  return [host.includes(':') ? `[${host}]` : host, 'localhost', '127.0.0.1', '[::1]'].includes(name);
}

interface Served {
  /** Folders. */
  store: string;
  pages: string;
  /** Whose readers are served. */
  places: readonly string[];
}

async function answer(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return refuse(response, 405, 'only GET and HEAD');
  }
  const path = (request.url ?? '/').split('?', 1)[0]!;
  if (path === '/me.json') return sendJson(request, response, meOf(served.places));
  const found = isOfStore(path) ? keyFor(served.places, path) : undefined;
  if (found && 'status' in found) return refuse(response, found.status, found.because);
  const file = await (found ? fileAt(served.store, found.key.split('/')) : locate(served.pages, path));
  if (!file) return refuse(response, 404, 'no such object');
  if (found?.policies) return sendPolicies(request, response, file);

  const facts = await stat(file, { bigint: true });
  const size = Number(facts.size);
  const etag = `"${facts.size.toString(16)}-${facts.mtimeNs.toString(16)}"`;
  const headers: Record<string, string | number> = {
    ...SAFETY,
    'accept-ranges': 'bytes',
    'cache-control': caching(found?.key ?? path),
    'content-type': contentTypeOf(file) ?? 'application/octet-stream',
    etag,
  };
  if (request.headers['if-none-match']?.split(/\s*,\s*/).some((seen) => seen.replace(/^W\//, '') === etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const changed = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag;
  const range = changed || request.method === 'HEAD' ? 'whole' : parseRange(request.headers.range, size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${size}`, 'content-length': 0 }).end();
    return;
  }
  if (range === 'whole') {
    const type = String(headers['content-type']);
    const small = await packed(request, { type, bytes: size, name: `${file} ${etag}`, read: () => readFile(file) });
    if (small) {
      response.writeHead(200, { ...headers, ...small.headers, etag: `W/${etag}` }).end(small.body);
      return;
    }
    response.writeHead(200, { ...headers, 'content-length': size });
    return send(request, response, file, 0, size - 1);
  }
  response.writeHead(206, {
    ...headers,
    'content-range': `bytes ${range.first}-${range.last}/${size}`,
    'content-length': range.last - range.first + 1,
  });
  return send(request, response, file, range.first, range.last);
}

/** The policies of a run without who is mailed: no page needs the addresses. */
async function sendPolicies(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  const { mails: _, ...policies } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await sendJson(request, response, policies);
}

async function sendJson(request: IncomingMessage, response: ServerResponse, value: unknown): Promise<void> {
  const body = JSON.stringify(value);
  const headers = { ...SAFETY, 'cache-control': 'no-cache', 'content-type': contentTypeOf('me.json')! };
  const bytes = Buffer.byteLength(body);
  const small = await packed(request, { type: headers['content-type'], bytes, read: async () => Buffer.from(body) });
  if (small) {
    response.writeHead(200, { ...headers, ...small.headers }).end(small.body);
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': bytes });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function send(request: IncomingMessage, response: ServerResponse, file: string, first: number, last: number): void {
  if (request.method === 'HEAD' || last < first) {
    response.end();
    return;
  }
  const bytes = createReadStream(file, { start: first, end: last });
  bytes.on('error', () => response.destroy());
  response.on('close', () => bytes.destroy());
  bytes.pipe(response);
}

/** The pointer moves; digests, and what mails said, are added to: they are asked for every time. Runs and hashed assets never change. */
function caching(path: string): string {
  const moves = path === POINTER || path.startsWith(DIGESTS) || path.includes(`/${MAILS_SAID}/`);
  return (!moves && /^(runs|published)\//.test(path)) || path.startsWith('/assets/')
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
}

/** The page's file that a request path names, or undefined: for a missing file, a hidden one, one outside of the pages. */
async function locate(folder: string, path: string): Promise<string | undefined> {
  let segments: string[];
  try {
    segments = path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  if (path === '/') segments = ['index.html'];
  if (segments.some((name) => name === '' || name.startsWith('.') || /[/\\\0]/.test(name))) return undefined;
  return fileAt(folder, segments);
}

async function fileAt(folder: string, segments: readonly string[]): Promise<string | undefined> {
  const named = join(folder, ...segments);
  // why exactly itself: a link inside the store may lead to what is not for readers.
  const file = await realpath(named).catch(() => undefined);
  if (file !== named) return undefined;
  return (await stat(file)).isFile() ? file : undefined;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...SAFETY, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
