import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodingFor, packed } from '../../infra/local/packed.js';

const text = Buffer.from('orders and sellers '.repeat(200));
const asked = (accepted: string | undefined, method = 'GET') => ({ method, headers: { 'accept-encoding': accepted } });
const given = { type: 'text/javascript; charset=utf-8', bytes: text.length, read: async () => text };

describe('text on its way to a browser', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5', 'br'],
    ['identity', undefined],
    ['brotli', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('is packed as the browser may have it: %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });

  test('unpacks to what it was, and says how it is packed', async () => {
    const br = await packed(asked('br'), given);
    expect(br!.headers).toEqual({ 'content-encoding': 'br', 'content-length': br!.body.length, vary: 'accept-encoding' });
    expect(brotliDecompressSync(br!.body)).toEqual(text);
    expect(gunzipSync((await packed(asked('gzip'), given))!.body)).toEqual(text);
    expect(br!.body.length).toBeLessThan(text.length / 10);
  });

  test('is packed once for all readers where it has a name, and anew where it has none', async () => {
    let reads = 0;
    const read = async () => {
      reads += 1;
      return text;
    };
    for (const name of ['a', 'a', undefined, undefined]) await packed(asked('br'), { ...given, read, ...(name ? { name } : {}) });
    expect(reads).toBe(3);
  });

  test('goes as it is where it is short, packed already, or only asked about', async () => {
    expect(await packed(asked('br'), { ...given, bytes: 999 })).toBeUndefined();
    expect(await packed(asked('br'), { ...given, type: 'application/vnd.apache.parquet' })).toBeUndefined();
    expect(await packed(asked('br', 'HEAD'), given)).toBeUndefined();
  });
});
