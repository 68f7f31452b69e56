import { describe, expect, it } from 'vitest';
import type { AcceptedFile } from '../../contracts/run/inputs.js';
import { expiredFiles } from '../../lambdas/open-run/expired-files.js';
import { refusedFiles } from '../../lambdas/plan-run/refused-files.js';
import { vanishedRows } from '../../lambdas/plan-run/vanished-rows.js';

const file = (key: string, landed: number, file_id = key, more: Partial<AcceptedFile> = {}): AcceptedFile => ({
  ...{ dataset: key.split('/')[0]!, dt: /dt=([^/]+)/.exec(key)![1]!, key, size: 1, version: '1', file_id },
  ...{ landed, accepted: landed, quarantined: 0, extra_columns: [], non_null: {} },
  ...more,
});
const decided = { because: 'as the test wants', on: '2026-11-17' };

describe('landed files that could not be read', () => {
  const refused = (name: string, file_id = name) =>
    file(`orders/dt=2026-11-14/${name}`, 1, file_id, { refused: `landing/orders/dt=2026-11-14/${name}: no known ending` });
  const accept = (name: string, file_id: string) => ({
    accepted_refusals: [{ file: `orders/dt=2026-11-14/${name}`, file_id, ...decided }],
  });

  it('are named with their reason, and counted once each content', () => {
    const found = refusedFiles([refused('a.json'), refused('b.json', 'a.json'), file('reviews/dt=2026-11-14/c', 3)], {
      accepted_refusals: [],
    });
    expect(found.by_dataset).toEqual({ orders: 1 });
    expect(found.open).toBe(2);
    expect(found.first[0]).toEqual({
      ...{ dataset: 'orders', file: 'orders/dt=2026-11-14/a.json', file_id: 'a.json', because: 'no known ending' },
    });
  });

  it('are let pass by name and content together: other bytes under an accepted name are judged anew', () => {
    expect(refusedFiles([refused('a.json', '1')], accept('a.json', '1'))).toEqual({
      by_dataset: { orders: 1 },
      open: 0,
      first: [],
    });
    expect(refusedFiles([refused('a.json', '2')], accept('a.json', '1')).open).toBe(1);
    expect(refusedFiles([refused('b.json', '1')], accept('a.json', '1')).open).toBe(1);
  });
});

describe('rows that the last published run read', () => {
  const last = {
    ...{ run_id: '2026-11-16-001', run_date: '2026-11-16' },
    files: [file('orders/dt=2026-11-15/a', 60), file('orders/dt=2026-11-16/b', 40), file('reviews/dt=2026-11-16/c', 5)],
  };
  const gone = (files: AcceptedFile[], run_date = '2026-11-17') =>
    vanishedRows({ run_date, files }, last).map(({ dataset, gone, rows, first }) => `${dataset} ${gone} of ${rows}: ${first}`);
  const [a, b, c] = last.files as [AcceptedFile, AcceptedFile, AcceptedFile];

  it('are gone with their folder, and new days do not make up for them', () => {
    expect(gone([a, b, file('orders/dt=2026-11-17/new', 90)])).toEqual(['reviews 5 of 5: reviews/dt=2026-11-16/c']);
    expect(gone([a, c, file('orders/dt=2026-11-17/new', 90)])).toEqual(['orders 40 of 100: orders/dt=2026-11-16/b']);
  });

  it('are not gone when they land again under another name, in other files, or are rejected', () => {
    const halves = [file('orders/dt=2026-11-15/a1', 30), file('orders/dt=2026-11-15/a2', 30)];
    expect(gone([...halves, b, c])).toEqual([]);
    expect(gone([file('orders/dt=2026-11-15/moved', 60, a.file_id), b, c])).toEqual([]);
    expect(gone([{ ...a, file_id: 'of other regions', accepted: 0, quarantined: 60 }, b, c])).toEqual([]);
  });

  it('are gone of a file that has become shorter', () => {
    expect(gone([file(a.key, 10, 'shorter'), b, c])).toEqual(['orders 50 of 100: orders/dt=2026-11-15/a']);
  });

  it('are unknown, not gone, where a file can be read no longer', () => {
    expect(gone([file(a.key, 1, 'broken', { refused: 'damaged' }), b, c])).toEqual([]);
  });

  it('are not asked for on a night of an earlier day', () => {
    expect(gone([a], '2026-11-15')).toEqual([]);
    expect(gone([], '2026-11-15')).toEqual(['orders 60 of 60: orders/dt=2026-11-15/a']);
  });
});

describe('landed files that have expired', () => {
  const known = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => file(`orders/dt=${day}/a`, 1));
  const kept = (policy: Parameters<typeof expiredFiles>[2]['policy'], landed: AcceptedFile[] = [], run_date = '2026-01-10') =>
    expiredFiles(known, landed, { policy, run_date }).map(({ dt }) => dt);

  it('are read from the store when they landed before the day that a person named', () => {
    expect(kept({ expired: [] })).toEqual([]);
    expect(kept({ expired: [{ before: '2026-01-03', ...decided }] })).toEqual(['2026-01-01', '2026-01-02']);
    expect(kept({ expired: [{ before: '2026-01-03', ...decided }] }, [known[0]!])).toEqual(['2026-01-02']);
  });

  it('are read from the store when they are older than landing keeps them', () => {
    expect(kept({ expired: [], landing_keeps_days: 8 })).toEqual(['2026-01-01']);
  });

  it('are not seen by a night of an earlier day', () => {
    expect(kept({ expired: [{ before: '2026-01-03', ...decided }] }, [], '2026-01-01')).toEqual(['2026-01-01']);
  });
});
