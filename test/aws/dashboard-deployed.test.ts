/** What a deployment of the dashboard does beside its stacks: signing keys, and the pages. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { signingKeyAt } from '../../infra/aws/dashboard/names.js';
import { builtPages } from '../../infra/aws/dashboard/pages.js';
import { haveSigningKey } from '../../infra/aws/dashboard/signing-keys.js';

const AT = { stage: 'dev', group: 'europe' };

test('a signing key is made once, its private half as a secret; half a key is refused', async () => {
  const held = new Map<string, { value: string; secret: boolean }>();
  const parameters = {
    get: async (name: string) => held.get(name)?.value,
    put: async (name: string, value: string, secret: boolean) => void held.set(name, { value, secret }),
  };
  expect(await haveSigningKey(parameters, AT, 1)).toBe('made');
  const [secret, open] = [held.get(signingKeyAt(AT, 1, 'private'))!, held.get(signingKeyAt(AT, 1, 'public'))!];
  expect([secret.secret, open.secret]).toEqual([true, false]);
  const signature = sign('RSA-SHA1', Buffer.from('x'), createPrivateKey(secret.value));
  expect(verify('RSA-SHA1', Buffer.from('x'), createPublicKey(open.value), signature)).toBe(true);
  expect(await haveSigningKey(parameters, AT, 1)).toBe('was there');
  expect(held.get(signingKeyAt(AT, 1, 'private'))).toBe(secret);
  held.delete(signingKeyAt(AT, 1, 'public'));
  await expect(haveSigningKey(parameters, AT, 1)).rejects.toThrow('signing-key-1/private: stands without its other half');
});

test('pages are put after what they ask for, each with its type; what is named by its content is kept for ever', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  for (const path of ['index.html', 'assets/index-abc.js', 'assets/index-abc.css', 'assets/mark.svg']) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), path);
  }
  const pages = await builtPages(folder);
  expect(pages.at(-1)).toMatchObject({ key: 'index.html', contentType: 'text/html; charset=utf-8', cacheControl: 'no-cache' });
  expect(pages.slice(0, -1).every(({ cacheControl }) => cacheControl.includes('immutable'))).toBe(true);
  expect(pages.map(({ contentType }) => contentType.split(';')[0])).toEqual([
    'text/css',
    'text/javascript',
    'image/svg+xml',
    'text/html',
  ]);
  await writeFile(join(folder, 'assets/x.exe'), '');
  await expect(builtPages(folder)).rejects.toThrow('does not know its type');
  await rm(folder, { recursive: true });
});
