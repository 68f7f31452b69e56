import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('measures a year of history and its last 90 days in one run of the benchmark', async () => {
  const work = await mkdtemp(join(tmpdir(), 'scorecards-bench-history-'));
  try {
    const { stdout } = await promisify(execFile)(
      'npx',
      ['tsx', 'bench/bench.ts', '--orders', '20000', '--history', '365', '--pairs', '1', '--work', work, '--json'],
      { maxBuffer: 16_000_000 },
    );
    const { ratios, steps } = JSON.parse(stdout);
    for (const name of ['full', 'next', 'next_365', 'next_365_to_90']) expect(ratios[name], name).toBeGreaterThan(0);
    expect(ratios.next_365).toBe(ratios.next);
    // Both next nights reuse the night of the day before.
    expect(steps.next[0].base_run_date).toBe('2027-06-29');
    expect(steps.next_90[0].base_run_date).toBe('2027-06-29');
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
