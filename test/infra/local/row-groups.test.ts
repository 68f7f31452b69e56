import { expect, test } from 'vitest';
import { FolderStore } from '../../../infra/local/object-store.js';
import { DuckEngine } from '../../../infra/local/query-engine.js';
import { rowGroupIn } from '../../../infra/local/split-into-folders.js';

const engine = new DuckEngine(new FolderStore('/nowhere'), () => Promise.reject(new Error('nothing is asked')));

test.each([
  ['scorecards', 4_096],
  ['standings', 4_096],
  ['metric_standings', 4_096],
  ['score_parts', 20_480],
  ['decision_records', 2_048],
  ['seller_metrics', 4_096],
  ['next_tiers', 2_048],
  ['region_daily', 2_048],
  ['seller_regions', 20_480],
  ['region_metrics', undefined],
  ['order_outcomes', undefined],
])('rows of %s stand in groups of %s where a page reads one seller of them', (dataset, rows) => {
  expect(/ROW_GROUP_SIZE (\d+)/.exec(engine.wrap('SELECT 1', dataset, 'runs/2026-11-16/001/x/'))?.[1]).toBe(rows?.toString());
});

test('groups in a bucket are as many as let the footer and one group together weigh least', () => {
  const held = { rows: 600_000, bytes: 10_400_000, columns: 49, folders: 32 };
  const weight = (group: number) => (94 * held.columns * held.rows) / held.folders / group + (group * held.bytes) / held.rows;
  const best = rowGroupIn(held);
  expect(best % 2_048).toBe(0);
  for (let other = 2_048; other <= 40_960; other += 2_048) expect(weight(best), `${other}`).toBeLessThanOrEqual(weight(other));
  expect(rowGroupIn({ ...held, rows: 9_000_000, bytes: 156_000_000 })).toBeGreaterThan(best);
  expect(rowGroupIn({ ...held, rows: 4_000, bytes: 69_000 })).toBe(2_048);
});
