import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderFailure } from '../../emails/failure.js';
import { expectGolden } from './golden.js';

describe('the mail about a night that stopped', () => {
  it('names what stopped, the rows that prove it, what readers still see, and the next step', async () => {
    const mail = await renderFailure({
      run_date: '2026-11-16',
      run_id: '2026-11-16-001',
      what: '2 checks failed',
      where: 'gate',
      because: [
        'region_days: a region that must have orders daily has none; ask its feed, or correct regions.yaml 1 row, first {"region":"GB"}',
        'All rows: runs/2026-11-16/001/gate.json',
      ],
      proof: [
        {
          description: 'region_days: a region that must have orders daily has none; ask its feed, or correct regions.yaml',
          rows: [{ region: 'GB', run_date: '2026-11-16', orders: 0, newest_day: '2026-11-15' }],
        },
        {
          description: 'rejected_share: more rows of a dataset were rejected than its contract allows',
          rows: Array.from({ length: 12 }, (_, n) => ({
            dataset: 'orders',
            file: `orders/dt=2026-11-16/part-${n}.jsonl.gz`,
            line: 100 + n,
            reasons: ['ship_by: not a moment', 'currency: missing'],
          })),
          more: 36,
        },
      ],
      published: { run_id: '2026-11-15-001', run_date: '2026-11-15' },
      next: [
        'Fix the source of the rows shown, or land what is missing.',
        'Run the night again: npm run nightly -- --date 2026-11-16',
      ],
      nothing_public: true,
    });
    expectGolden('failure-gate', mail);
  });

  it('can be drawn by a process that was started in another folder', () => {
    const house = join(import.meta.dirname, '../..');
    const program = `import { Frame } from '${house}/emails/frame.tsx'; process.stdout.write(String(Frame({ lang: 'en', preview: 'p', children: [] }) !== undefined));`;
    const tsx = join(house, 'node_modules/tsx/dist/loader.mjs');
    const ran = spawnSync(process.execPath, ['--import', tsx, '--input-type=module', '-e', program], {
      ...{ cwd: tmpdir(), encoding: 'utf8' },
    });
    expect(ran).toMatchObject({ stdout: 'true', status: 0 });
  });
});
