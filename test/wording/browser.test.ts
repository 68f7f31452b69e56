import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesUnder } from './files.js';

it('the wording runs in a browser: it imports nothing of Node and reads no process', () => {
  const files = filesUnder('wording');
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((path) => /from 'node:|\bprocess\.|\brequire\(/.test(readFileSync(path, 'utf8')))).toEqual([]);
});
