import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../cli/run.js';
import { addDays } from '../../contracts/days.js';
import type { QualityReport } from '../../contracts/run/quality-report.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { policiesOf } from '../cases/index.js';
import { TestMarketplace } from '../night/test-marketplace.js';

const NIGHT = '2026-11-16';

/** Orders of a day: twice as many on days of the week as at its end; two of three have a carrier. */
function ordersOf(day: string, change: (order: Record<string, unknown>, n: number) => object = (order) => order): string {
  const weekend = [0, 6].includes(new Date(day).getUTCDay());
  return Array.from({ length: weekend ? 60 : 120 }, (_, n) => {
    const order = {
      ...{ seller_id: `s-${n % 5}`, order_id: `${day}-${n}`, region: 'GB', fulfilment: n % 10 ? 'seller' : 'platform' },
      ...{ placed_at: `${day}T10:00:00Z`, gmv_minor: 1000, currency: 'GBP', updated_at: `${day}T12:00:00Z` },
      ...(n % 3 ? { carrier: n % 2 ? 'Kestrel' : 'Swift' } : {}),
    };
    return `${JSON.stringify(change(order, n))}\n`;
  }).join('');
}

describe('the report of what landed', () => {
  let marketplace: TestMarketplace;
  let store: FolderStore;
  const reportOf = async (prefix: string | undefined) =>
    JSON.parse((await store.read(`${prefix}/quality.json`))!.body.toString()) as QualityReport;
  const pageOf = async (prefix: string | undefined) => (await store.read(`${prefix}/quality.html`))!.body.toString();
  const unusual = (report: QualityReport) =>
    report.datasets.flatMap(({ drift }) =>
      drift
        .filter(({ verdict, region }) => verdict === 'unusual' && region === 'ALL')
        .map(({ measure, column_name, category }) => [measure, column_name, category].filter(Boolean).join(' ')),
    );
  beforeAll(async () => {
    marketplace = await TestMarketplace.make(policiesOf('GB'));
    store = new FolderStore(marketplace.store);
    const days = Array.from({ length: 30 }, (_, ago) => addDays(NIGHT, -1 - ago));
    await marketplace.land(days.map((day) => [`orders/dt=${day}/orders.jsonl`, ordersOf(day)]));
  });
  afterAll(() => marketplace?.gone());

  it('finds nothing unusual in a week and its end, on a first night and on one that builds on it', async () => {
    const sunday = await marketplace.published(addDays(NIGHT, -1));
    expect(unusual(await reportOf(sunday.prefix))).toEqual([]);
    await marketplace.land([[`orders/dt=${NIGHT}/orders.jsonl`, ordersOf(NIGHT)]]);
    const monday = await reportOf((await marketplace.published(NIGHT)).prefix);
    expect(unusual(monday)).toEqual([]);
    const [orders] = monday.datasets;
    expect(orders!.drift.find(({ measure, region }) => measure === 'rows' && region === 'ALL')).toMatchObject({
      ...{ n: 120, usual: 120, nights: 28, by_weekday: true, verdict: 'usual' },
    });
    expect(await pageOf(monday.prefix)).toContain('Nothing that landed is unusual.');
  });

  it('finds half of the rows, a carrier that nobody fills in any more, and a share that jumps', async () => {
    const tuesday = addDays(NIGHT, 1);
    const half = ordersOf(tuesday, ({ carrier: _, ...order }, n) => ({ ...order, fulfilment: n % 2 ? 'platform' : 'seller' }));
    const rows = half.split('\n').slice(0, 55);
    await marketplace.land([[`orders/dt=${tuesday}/orders.jsonl`, `${rows.join('\n')}\n`]]);
    const { prefix } = await marketplace.published(tuesday);
    expect(unusual(await reportOf(prefix))).toEqual([
      ...['empty carrier', 'rows', 'share fulfilment platform', 'share fulfilment seller'],
    ]);
    expect(await pageOf(prefix)).toContain('carrier is empty');
  });

  it('is left by a night that the gate stops too: which rows, where, and why, and its message says where to look', async () => {
    const wednesday = addDays(NIGHT, 2);
    const bad = ordersOf(wednesday, (order, n) => (n % 4 ? order : { ...order, gmv_minor: '<b>much</b>' }));
    await marketplace.land([
      [`orders/dt=${wednesday}/orders.jsonl`, bad],
      ['junk/<i>.txt', 'x'],
    ]);
    const night = await marketplace.night(wednesday);
    expect(night.error?.name).toBe('GateStopped');
    expect(night.error?.message).toContain(`${night.prefix}/quality.html`);
    const report = await reportOf(night.prefix);
    expect(report.stopped).toBe(true);
    const { reasons } = report.datasets[0]!.rejections;
    expect(reasons).toMatchObject([
      {
        rows: 30,
        reason: expect.stringMatching(/^gmv_minor: is not /),
        examples: [1, 5, 9].map((line) => ({
          ...{
            file: `orders/dt=${wednesday}/orders.jsonl`,
            line,
            key: `seller_id s-${(line - 1) % 5}, order_id ${wednesday}-${line - 1}`,
          },
        })),
      },
    ]);
    const page = await pageOf(night.prefix);
    expect(page).toContain('Stopped at the gate by 1 check.');
    expect(page).toContain('junk/&lt;i&gt;.txt');
    expect(page).not.toMatch(/<script|<b>much|https?:\/\//);
  });

  it('is printed for the newest night, stopped or not, and for the night of a day', async () => {
    const lines: string[] = [];
    const log = console.log;
    console.log = (line: string) => lines.push(line);
    try {
      expect(await run(['quality', '--store', marketplace.store])).toBe(0);
      expect(await run(['quality', '--store', marketplace.store, '--date', NIGHT, '--json'])).toBe(0);
    } finally {
      console.log = log;
    }
    expect(lines[0]).toContain('Stopped at the gate by 1 check.');
    expect(lines[0]).toContain('30 rows  gmv_minor: is not');
    expect(lines[0]).toMatch(/The whole report: .*quality\.html$/);
    expect((JSON.parse(lines[1]!) as QualityReport).run_date).toBe(NIGHT);
  });
});
