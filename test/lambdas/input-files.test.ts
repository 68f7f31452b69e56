import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { INPUT_COLUMNS } from '../../contracts/run/inputs.js';
import { inputFiles, inputsAsParquet, inputTotals } from '../../lambdas/plan-run/input-files.js';
import { openDuck } from '../../lambdas/shared/duck.js';

const landed = (dataset: string, dt: string, file_id: string, rows: number, accepted = rows, key = file_id) => ({
  ...{ dataset, dt, file_id, key: `${dataset}/dt=${dt}/${key}.jsonl`, size: 1, version: '1' },
  ...{ landed: rows, accepted, quarantined: rows - accepted, extra_columns: [], non_null: {} },
});
const files = [
  landed('reviews', '2026-11-16', 'cc', 4),
  landed('orders', '2026-11-16', 'bb', 10, 7),
  landed('orders', '2026-11-14', 'aa', 5),
  landed('orders', '2026-11-14', 'aa', 5, 5, 'the-same-again'),
  landed('orders', '2026-11-15', 'dd', 3, 0),
];
const base = { files: [landed('orders', '2026-11-14', 'aa', 5)] };

describe('the inputs of a run', () => {
  it('are one row per landed content, however often it was delivered', () => {
    expect(inputFiles({ files }).map(({ dataset, dt, file_id }) => `${dataset} ${dt} ${file_id}`)).toEqual([
      'orders 2026-11-14 aa',
      'orders 2026-11-15 dd',
      'orders 2026-11-16 bb',
      'reviews 2026-11-16 cc',
    ]);
  });

  it('are news when the base run had them not; all are without a base run', () => {
    const news = (some: typeof base | undefined) =>
      inputFiles({ files }, some)
        .filter(({ is_news }) => is_news)
        .map(({ file_id }) => file_id);
    expect(news(base)).toEqual(['dd', 'bb', 'cc']);
    expect(news(undefined)).toEqual(['aa', 'dd', 'bb', 'cc']);
  });

  it('are added up by dataset: accepted rows, those of the news, and the counts of every file and of the news', () => {
    expect(inputTotals(inputFiles({ files }, base))).toEqual({
      accepted: {
        orders: { files: 2, rows: 12, days: ['2026-11-14', '2026-11-16'] },
        reviews: { files: 1, rows: 4, days: ['2026-11-16'] },
      },
      accepted_news: {
        orders: { files: 1, rows: 7, days: ['2026-11-16'] },
        reviews: { files: 1, rows: 4, days: ['2026-11-16'] },
      },
      counts: {
        every: { files: 4, rows: 22, days: ['2026-11-14', '2026-11-15', '2026-11-16'] },
        news: { files: 3, rows: 17, days: ['2026-11-15', '2026-11-16'] },
      },
    });
    expect(inputTotals([])).toEqual({ accepted: {}, accepted_news: {}, counts: {} });
  });

  it('are a Parquet file with the columns of the contract, the same bytes every time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scorecards-inputs-'));
    const duck = await openDuck();
    onTestFinished(async () => {
      duck.close();
      await rm(folder, { recursive: true });
    });
    const read = async (bytes: Buffer) => {
      await writeFile(join(folder, 'inputs.parquet'), bytes);
      const from = `read_parquet('${folder}/inputs.parquet')`;
      const columns = await duck.run(`DESCRIBE SELECT * FROM ${from}`);
      const rows = await duck.run(`SELECT CAST(dt AS VARCHAR) AS dt, * EXCLUDE (dt) FROM ${from}`);
      return { columns: columns.map((c) => ({ name: c.column_name, sql: c.column_type })), rows };
    };
    const some = inputFiles({ files }, base);
    expect(await read(inputsAsParquet(some))).toEqual({ columns: [...INPUT_COLUMNS], rows: some });
    expect(await read(inputsAsParquet([]))).toEqual({ columns: [...INPUT_COLUMNS], rows: [] });
    expect(inputsAsParquet(some).equals(inputsAsParquet(inputFiles({ files: [...files].reverse() }, base)))).toBe(true);
  });

  it('of 20,000 landed files are below 1 MB', () => {
    const many = Array.from({ length: 20_000 }, (_, n) =>
      landed(
        'orders',
        new Date(Date.UTC(2026, 0, 1 + (n % 365))).toISOString().slice(0, 10),
        `${n * 7919}`.padStart(20, '0'),
        1000,
      ),
    );
    expect(inputsAsParquet(inputFiles({ files: many })).length).toBeLessThan(1_000_000);
  });
});
