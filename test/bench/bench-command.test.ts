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

it('prints JSON alone, with every ratio of a year of history, and leaves no files behind', { timeout: 240_000 }, async () => {
  const { stdout } = await bench(
    '--orders',
    '4000',
    '--history',
    '365',
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
  for (const [name, ratio] of Object.entries(ratios))
    if (ratio === null) expect(not_measured[name], name).toMatch(/\w/);
    else expect(ratio, name).toBeGreaterThan(0);
  for (const name of ['full', 'next', 'next_365', 'next_365_to_90']) expect(ratios[name], name).not.toBeNull();
  // Its next night reuses what the first night judged; its full night does not.
  expect(steps.next[0].base_run_date).not.toBeNull();
  expect(steps.next_90[0].base_run_date).not.toBeNull();
  expect(steps.full[0].base_run_date).toBeNull();
  expect(equal_rows).toBeGreaterThan(50);
  expect(peak_mb).toBeGreaterThan(50);
  await expect(access(join(work, '4000-over-365'))).rejects.toThrow('ENOENT');
});

it('explains its options and ratios', { timeout: 60_000 }, async () => {
  const { stdout } = await bench('--help');
  for (const word of ['--orders', '--history', '--json', 'next_365_to_90', 'accept_to_copy']) expect(stdout).toContain(word);
});
