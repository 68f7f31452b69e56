import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRange } from '../../infra/local/byte-range.js';
import { serveDashboard } from '../../infra/local/serve-dashboard.js';

const CONTENT = 'PAR1-0123456789-PAR1';
const FILE = '/store/runs/2026-11-20/001/outcome_details/part-0.parquet';

let folder: string;
let server: Awaited<ReturnType<typeof serveDashboard>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  const write = async (key: string, text: string) => {
    await mkdir(join(folder, 'store', key, '..'), { recursive: true });
    await writeFile(join(folder, 'store', key), text);
  };
  await write('runs/2026-11-20/001/outcome_details/part-0.parquet', CONTENT);
  await write('runs/2026-11-20/001/outcome_details/empty.parquet', '');
  await write('runs/2026-11-20/001/outcome_details/.writing-1234.parquet', 'half');
  await write('runs/2026-11-20/001/manifest.json', '{}');
  await write('runs/2026-11-20/001/policies.json', '{"regions":[],"mails":{"leadership":["boss@market.example"]}}');
  await write('runs/2026-11-21/001/orders/part-0.parquet', 'what the night worked with');
  await symlink('orders', join(folder, 'store/runs/2026-11-21/001/scorecards'));
  await write('runs/2026-11-20/001/orders/part-0.parquet', 'what the night worked with');
  await write('runs/2026-11-20/001/mail/plan.json', 'addresses');
  await write('published/digests/GB/2026-11-15.pdf', '%PDF');
  await write('published/log/2026-11-20-001.json', '{}');
  await write('published/current.json', '{"run_id":"2026-11-20-001"}');
  await write('accepted/orders/part.parquet', 'not for readers');
  await writeFile(join(folder, 'secret.txt'), 'outside of the store');
  await symlink(join(folder, 'secret.txt'), join(folder, 'store/runs/2026-11-20/001/outcome_details/leads-out.parquet'));
  await symlink(join(folder, 'store/accepted/orders'), join(folder, 'store/runs/2026-11-20/001/scorecards'));
  server = await serveDashboard({ store: join(folder, 'store'), port: 0, say: () => {} });
}, 60_000);

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

/** Asks with the path exactly as written; fetch would tidy `..` away before sending. */
const ask = (path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) =>
  new Promise<{ status: number; headers: Record<string, string>; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers as Record<string, string>,
          body: Buffer.concat(parts).toString(),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
const range = (value: string) => ({ headers: { range: value } });

describe('a browser that reads by range', () => {
  test.each([
    ['bytes=0-3', 'PAR1', 'bytes 0-3/20'],
    ['bytes=5-14', '0123456789', 'bytes 5-14/20'],
    ['bytes=16-', 'PAR1', 'bytes 16-19/20'],
    ['bytes=-4', 'PAR1', 'bytes 16-19/20'],
    ['bytes=16-999', 'PAR1', 'bytes 16-19/20'],
    ['bytes=-999', CONTENT, 'bytes 0-19/20'],
  ])('asks for %s and gets just that', async (asked, body, contentRange) => {
    const answer = await ask(FILE, range(asked));
    expect(answer).toMatchObject({ status: 206, body });
    expect(answer.headers).toMatchObject({ 'content-range': contentRange, 'content-length': String(body.length) });
  });

  test.each(['bytes=20-', 'bytes=20-30', 'bytes=-0'])('is told the size when %s lies beyond the end', async (asked) => {
    const answer = await ask(FILE, range(asked));
    expect(answer).toMatchObject({ status: 416, body: '' });
    expect(answer.headers['content-range']).toBe('bytes */20');
  });

  test.each(['bytes=4-2', 'bytes=-', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=a-b'])(
    'gets the whole file for %s, which is no single range',
    async (asked) => {
      expect(await ask(FILE, range(asked))).toMatchObject({ status: 200, body: CONTENT });
    },
  );

  test('learns the length from HEAD without any bytes', async () => {
    const answer = await ask(FILE, { method: 'HEAD' });
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers).toMatchObject({ 'content-length': '20', 'accept-ranges': 'bytes' });
  });

  test('gets an empty file as empty', async () => {
    expect(await ask('/store/runs/2026-11-20/001/outcome_details/empty.parquet')).toMatchObject({ status: 200, body: '' });
    expect(await ask('/store/runs/2026-11-20/001/outcome_details/empty.parquet', range('bytes=0-'))).toMatchObject({
      status: 416,
    });
  });

  test('need not fetch again what has not changed, and gets the whole file when its copy is of another version', async () => {
    const { etag } = (await ask(FILE)).headers;
    expect(await ask(FILE, { headers: { 'if-none-match': etag! } })).toMatchObject({ status: 304, body: '' });
    expect(await ask(FILE, { headers: { 'if-none-match': '"another"' } })).toMatchObject({ status: 200 });
    expect(await ask(FILE, { headers: { range: 'bytes=0-3', 'if-range': etag! } })).toMatchObject({ status: 206 });
    expect(await ask(FILE, { headers: { range: 'bytes=0-3', 'if-range': '"another"' } })).toMatchObject({
      status: 200,
      body: CONTENT,
    });
  });

  test('asks for the pointer every time and for a run once', async () => {
    expect((await ask('/store/published/current.json')).headers['cache-control']).toBe('no-cache');
    expect((await ask(`${FILE}?v=1`)).headers['cache-control']).toContain('immutable');
  });

  test('finds the manifest of a run', async () => {
    expect(await ask('/store/runs/2026-11-20/001/manifest.json')).toMatchObject({ status: 200, body: '{}' });
  });
});

describe('what is not published stays inside', () => {
  test.each([
    '/store/accepted/orders/part.parquet',
    '/store/',
    '/store/runs',
    '/store/runs/',
    '/store/runs/2026-11-20',
    '/store/runs/../accepted/orders/part.parquet',
    '/store/runs/%2e%2e/accepted/orders/part.parquet',
    '/store/runs/..%2faccepted/orders/part.parquet',
    '/store/runs/..%5caccepted/orders/part.parquet',
    '/store/../secret.txt',
    '/store/runs/2026-11-20/001/outcome_details/leads-out.parquet',
    '/store/runs/2026-11-20/001/scorecards/part.parquet',
    '/store/runs/2026-11-20/001/outcome_details/.writing-1234.parquet',
    '/store/runs/2026-11-20/001/outcome_details',
    '/store/runs/2026-11-20/001/orders/part-0.parquet',
    '/store/runs/2026-11-20/001/mail/plan.json',
    '/store/runs/2026-11-20/001/outcome_details/..%2forders%2fpart-0.parquet',
    '/store/runs/%00',
    '/store/runs/%ff',
    '/../package.json',
    '/%2e%2e/package.json',
    '//etc/passwd',
  ])('%s is not found', async (path) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 404, body: 'no such object\n' });
  });

  test.each(['POST', 'PUT', 'DELETE'])('nothing can be changed: %s is refused', async (method) => {
    const answer = await ask('/store/published/current.json', { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  test('the page may load nothing from elsewhere', async () => {
    const answer = await ask('/');
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<title>Seller scorecards</title>');
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    expect(answer.body).not.toMatch(/https?:/);
  });
});

test('a store that is not there is named, with what to do', async () => {
  await expect(serveDashboard({ store: join(folder, 'nowhere'), port: 0 })).rejects.toThrow(
    /nowhere: no such store folder; run a night/,
  );
});

test('a port that is taken is named, with what to do', async () => {
  const port = Number(new URL(server.url).port);
  await expect(serveDashboard({ store: join(folder, 'store'), port, say: () => {} })).rejects.toThrow(
    `port ${port} is taken on 127.0.0.1; choose another with --port`,
  );
});

test('a range of an object without bytes cannot be satisfied', () => {
  expect(parseRange('bytes=0-0', 0)).toBe('unsatisfiable');
  expect(parseRange(undefined, 0)).toBe('whole');
});

describe('a page of somebody else', () => {
  test.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example', 'localhost:1:2'])(
    'that has %j resolve to this machine reads nothing',
    async (host) => {
      expect((await ask(FILE, { headers: { host } })).status).toBe(421);
    },
  );

  test.each(['localhost', 'LOCALHOST:4173', '127.0.0.1:4173', '[::1]:4173'])(
    'may not be told from a reader who says %s',
    async (host) => {
      expect((await ask(FILE, { headers: { host } })).status).toBe(200);
    },
  );

  test('cannot frame the dashboard, move its links or post from it', async () => {
    const policy = (await ask('/')).headers['content-security-policy']!;
    for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"]) expect(policy).toContain(part);
  });
});

describe('digests of weeks', () => {
  test('are read as what they are, and nothing beside them', async () => {
    const answer = await ask('/store/published/digests/GB/2026-11-15.pdf');
    expect(answer).toMatchObject({ status: 200, body: '%PDF', headers: { 'content-type': 'application/pdf' } });
    expect((await ask('/store/published/log/2026-11-20-001.json')).status).toBe(404);
    expect((await ask('/store/published/digests/GB/../../log/2026-11-20-001.json')).status).toBe(404);
  });
});

describe('what is not for readers', () => {
  test('stays unread when a link of the same run leads there', async () => {
    expect((await ask('/store/runs/2026-11-21/001/scorecards/part-0.parquet')).status).toBe(404);
  });

  test('the addresses of those who are mailed are left out of the policies', async () => {
    const answer = await ask('/store/runs/2026-11-20/001/policies.json');
    expect(answer).toMatchObject({ status: 200, body: '{"regions":[]}' });
  });
});
