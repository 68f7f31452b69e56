import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { emptyScratch } from '../../infra/aws/parts/scratch.js';

const root = mkdtempSync(join(tmpdir(), 'disk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('what functions left on the disk that were ended is gone when the next begins; what is another’s, or of one at work, stays', () => {
  // why: no system gives a process this number.
  const ended = `scorecards-${2 ** 22 + 1}`;
  const mine = `scorecards-${process.pid}`;
  const atWork = `scorecards-${process.ppid}`;
  for (const name of [ended, mine, atWork, 'somebody-else']) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'left'), 'x');
  }
  const scratch = emptyScratch(root);
  expect(scratch).toBe(join(root, mine));
  expect(readdirSync(scratch)).toEqual([]);
  expect(existsSync(join(root, ended))).toBe(false);
  for (const name of [atWork, 'somebody-else']) expect(readdirSync(join(root, name))).toEqual(['left']);
});
