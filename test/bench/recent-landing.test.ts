import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { linkRecentLanding } from '../../bench/recent-landing.js';

it('lands what came on or after a day, and every seller', async () => {
  const work = await mkdtemp(join(tmpdir(), 'scorecards-recent-landing-'));
  try {
    for (const file of ['orders/dt=2026-07-01', 'orders/dt=2026-07-02', 'orders/dt=2026-07-03', 'sellers/dt=2026-07-01']) {
      const path = join(work, 'all', file, 'day.parquet');
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file);
    }
    await linkRecentLanding(join(work, 'all'), join(work, 'recent'), '2026-07-02');
    const files = (await readdir(join(work, 'recent'), { recursive: true })).filter((name) => name.endsWith('.parquet'));
    expect(files.sort()).toEqual([
      'orders/dt=2026-07-02/day.parquet',
      'orders/dt=2026-07-03/day.parquet',
      'sellers/dt=2026-07-01/day.parquet',
    ]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
