import { expect, test } from 'vitest';
import { FolderStore } from '../../../infra/local/object-store.js';
import { DuckEngine } from '../../../infra/local/query-engine.js';

const engine = new DuckEngine(new FolderStore('/nowhere'), () => Promise.reject(new Error('nothing is asked')));

test.each([
  ['scorecards', 4_096],
  ['standings', 4_096],
  ['metric_standings', 20_480],
  ['seller_metrics', 10_000],
  ['region_daily', undefined],
  ['order_outcomes', undefined],
])('rows of %s stand in groups of %s where a page reads one seller of them', (dataset, rows) => {
  expect(/ROW_GROUP_SIZE (\d+)/.exec(engine.wrap('SELECT 1', dataset, 'runs/2026-11-16/001/x/'))?.[1]).toBe(rows?.toString());
});
