import { expect, it } from 'vitest';
import { openDuck } from '../../lambdas/shared/duck.js';
import { landedColumns, rowsOfInputs } from '../../lambdas/shared/landed-rows.js';

const source = { kind: 'accepted', dataset: 'orders', run_prefix: 'runs/2026-11-16/001', days: ['2026-11-16'] } as const;

/** What the night reads of an order placed at ten on 5 January 2026. */
async function read(moments: Record<string, string>): Promise<Record<string, unknown>> {
  const columns = landedColumns(source).map(({ name, sql }) => {
    const value = { placed_at: '2026-01-05 10:00:00', file_id: 'f', delivered_day: '2026-01-05', ...moments }[name];
    return `CAST(${value === undefined ? 'NULL' : `'${value}'`} AS ${sql}) AS ${name}`;
  });
  const duck = await openDuck();
  const rows = rowsOfInputs(source, {
    rows: `(SELECT ${columns.join(', ')})`,
    file_id: 'landed.file_id',
    inputs: "(SELECT 'f' AS file_id, 'orders' AS dataset, 1 AS accepted)",
  });
  const [row] = await duck.run(`SELECT * FROM ${rows} AS r`);
  duck.close();
  return row!;
}

it.each([
  ['delivered_at', '2026-01-05 09:59:00', '2026-01-05 09:58:59'],
  ['first_scan_at', '2025-07-09 10:00:00', '2025-07-09 09:59:59'],
  ['confirmed_at', '2026-01-04 10:00:00', '2026-01-04 09:59:59'],
])('%s is read as unknown where it lies too long before the order, and is told of', async (column, earliest, impossible) => {
  expect(await read({ [column]: earliest })).toMatchObject({ [column]: expect.anything(), cannot_be: '' });
  expect(await read({ [column]: impossible })).toMatchObject({ [column]: null, cannot_be: ` ${column}` });
});

it('with the moment goes its local day', async () => {
  expect((await read({ delivered_at: '2026-01-05 11:00:00' })).delivered_day).not.toBeNull();
  expect((await read({ delivered_at: '2026-01-05 09:00:00' })).delivered_day).toBeNull();
});
