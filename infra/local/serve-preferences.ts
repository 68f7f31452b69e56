import type { IncomingMessage, ServerResponse } from 'node:http';
import { mailPreferences } from '../../lambdas/mail-preferences/handler.js';
import { linkKeysOfStore } from '../shared/link-keys.js';
import { FolderStore } from './object-store.js';

/** Where the page lies on the server of a laptop; on AWS it is all that its server has. */
const PAGE = '/mail-preferences';
/** More than any form of ours; what is longer is refused by the page itself. */
const MOST_BYTES = 20_000;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    parts.push(part as Buffer);
    bytes += (part as Buffer).length;
    if (bytes > MOST_BYTES) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Answers what is asked of the page of preferences; false for any other address. The code is that of AWS. */
export function servePreferences(request: IncomingMessage, response: ServerResponse, folder: string): boolean {
  const [path, query = ''] = (request.url ?? '').split('?', 2);
  if (path !== PAGE) return false;
  answer(request, response, { folder, query }).catch(() => response.writeHead(500).end());
  return true;
}

async function answer(request: IncomingMessage, response: ServerResponse, { folder, query }: { folder: string; query: string }) {
  const store = new FolderStore(folder);
  const ask = mailPreferences({ store, keys: () => linkKeysOfStore(store), now: () => new Date() });
  const { statusCode, headers, body } = await ask({
    requestContext: { http: { method: request.method ?? 'GET' } },
    rawQueryString: query,
    headers: { 'accept-language': String(request.headers['accept-language'] ?? '') },
    body: await bodyOf(request),
  });
  response.writeHead(statusCode, headers).end(body);
}
