import { execFile } from 'node:child_process';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const bench = (...args: string[]) => promisify(execFile)('npx', ['tsx', 'bench/bench.ts', ...args], { maxBuffer: 16_000_000 });

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'scorecards-bench-command-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

it('prints JSON alone, a ratio that was not measured with its reason, and leaves no files behind', {
  timeout: 240_000,
}, async () => {
  const { stdout } = await bench(
    '--orders',
    '3000',
    '--history',
    '30',
    '--pairs',
    '1',
    '--memory',
    '1GB',
    '--work',
    work,
    '--json',
  );
  const { ratios, not_measured, steps, equal_rows, peak_mb } = JSON.parse(stdout);
  expect(Object.keys(ratios)).toEqual(['full', 'next', 'next_365', 'next_365_to_90', 'accept_to_copy']);
  expect(ratios.full).toBeGreaterThan(0);
  expect(ratios.next).toBeGreaterThan(0);
  expect(ratios.accept_to_copy).toBeGreaterThan(0);
  expect(ratios.next_365).toBeNull();
  expect(not_measured.next_365).toContain('--history 365');
  // Its next night reuses what the first night judged; its full night does not.
  expect(steps.next[0].base_run_date).toBe('2026-07-29');
  expect(steps.full[0].base_run_date).toBeNull();
  expect(equal_rows).toBeGreaterThan(30);
  expect(peak_mb).toBeGreaterThan(50);
  await expect(access(join(work, '3000-over-30'))).rejects.toThrow('ENOENT');
});

it('explains its options and ratios', { timeout: 60_000 }, async () => {
  const { stdout } = await bench('--help');
  for (const word of ['--orders', '--history', '--json', 'next_365_to_90', 'accept_to_copy']) expect(stdout).toContain(word);
});
