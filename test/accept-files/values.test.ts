import { describe, expect, it } from 'vitest';
import { METRIC_KEYS } from '../../metrics/index.js';
import { aMarketplace, csv, jsonl, order } from './landing.js';

const market = aMarketplace();
const WRITE = 'write 2026-01-05T17:00:00+01:00';

/** Lands one order per given value of a column, as jsonl. */
async function ordersWith(column: string, values: readonly unknown[]) {
  const { land } = await market.fresh();
  return land('orders', 'a.jsonl', jsonl(...values.map((value, i) => order({ order_id: `o-${i}`, [column]: value }))));
}

const exemption = (given: Record<string, unknown> = {}) => ({
  exemption_id: 'x-1',
  metrics: 'all',
  reason: 'carrier_incident',
  decided_by: 'ops',
  decided_at: '2026-01-05T10:00:00Z',
  updated_at: '2026-01-05T10:00:00Z',
  ...given,
});

describe('moments', () => {
  it('a moment is ISO 8601 with an offset, or naive UTC; seconds and fraction may be left out', async () => {
    const written = {
      '2026-01-05T17:00:00+01:00': '2026-01-05 16:00:00',
      '2026-01-05T17:00:00+0100': '2026-01-05 16:00:00',
      '2026-01-05T17:00:00+01': '2026-01-05 16:00:00',
      '2026-01-05T17:00+01:00': '2026-01-05 16:00:00',
      '2026-01-05T16:00Z': '2026-01-05 16:00:00',
      '2026-01-05 16:00': '2026-01-05 16:00:00',
      '2026-01-05T16:00:00': '2026-01-05 16:00:00',
      '2026-01-05 16:00:00.25': '2026-01-05 16:00:00.25',
      '2026-01-05T16:00:00.123456789Z': '2026-01-05 16:00:00.123',
      '2026-01-05T10:30:00-05:30': '2026-01-05 16:00:00',
      '2026-01-06T05:00:00+13:00': '2026-01-05 16:00:00',
    };
    const { rows, quarantine } = await ordersWith('placed_at', Object.keys(written));
    expect(quarantine).toEqual([]);
    expect(rows.map((row) => row.placed_at)).toEqual(Object.values(written));
  });

  it('what is no moment is rejected with what to write instead', async () => {
    const given = [
      20260101,
      '20260101',
      1767600000,
      'yesterday',
      '2026-02-30T10:00:00Z',
      '2026-01-05T25:00:00Z',
      '05.01.2026 17:00',
      '2026-01-05T17:00:00 Europe/Paris',
      true,
      { at: 1 },
    ];
    const { rows, quarantine } = await ordersWith('placed_at', given);
    expect(rows).toEqual([]);
    const shown = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
    expect(quarantine.map((row) => row.reasons)).toEqual(
      given.map((value) => [`placed_at: ${shown(value)} is not a moment; ${WRITE}`]),
    );
  });

  it('a bare date is no moment, and the reason says that the time is missing', async () => {
    const { quarantine } = await ordersWith('placed_at', ['2026-01-05']);
    expect(quarantine[0]!.reasons).toEqual([`placed_at: 2026-01-05 is a day without a time; ${WRITE}`]);
  });

  it('a moment before 1995 or after 2199 stands for something else and is rejected', async () => {
    const { receipt } = await ordersWith('ship_by', [
      ...['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '1994-12-31T23:59:59Z', '2200-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
      '2199-12-31T23:59:59Z',
    ]);
    expect(receipt).toMatchObject({
      accepted: 1,
      reasons: { 'ship_by: is not between 1995 and 2199; leave it empty where there is no such moment': 5 },
    });
    const { land } = await market.fresh();
    const oldest = order({ placed_at: '1995-01-01T00:00:00Z' });
    expect((await land('orders', 'a.jsonl', jsonl(oldest))).receipt.accepted).toBe(1);
  });

  it('an offset is one that some clock has: from -12:00 to +14:00', async () => {
    const { rows, quarantine } = await ordersWith('placed_at', [
      ...['2026-01-06T06:00:00+14:00', '2026-01-06T06:00+14', '2026-01-05T04:00:00-12:00', '2026-01-05T04:00-1200'],
      ...['2026-01-05T16:00:00+14:01', '2026-01-05T16:00:00+15:00', '2026-01-05T16:00:00-12:30', '2026-01-05T16:00:00+99:99'],
    ]);
    expect(rows.map((row) => row.placed_at)).toEqual(Array(4).fill('2026-01-05 16:00:00'));
    expect(quarantine.map((row) => row.reasons[0])).toEqual(
      ['+14:01', '+15:00', '-12:30', '+99:99'].map(
        (offset) =>
          `placed_at: 2026-01-05T16:00:00${offset} is further from UTC than any clock, which are from -12:00 to +14:00; ${WRITE}`,
      ),
    );
  });

  it('a bare delivery date means the last microsecond of that local day', async () => {
    const { land } = await market.fresh();
    const { rows, quarantine } = await land(
      'orders',
      'a.csv',
      csv([
        order({ deliver_by: '2026-01-09' }),
        order({ deliver_by: '2026-07-09' }),
        order({ deliver_by: '2026-03-29' }),
        order({ deliver_by: '2026-01-09', region: 'GB' }),
        order({ deliver_by: '2026-01-09', region: 'NZ' }),
        order({ deliver_by: '2026-01-09T20:00:00Z', region: 'NZ' }),
        order({ deliver_by: '9 January' }),
      ]),
    );
    expect(rows.map((row) => [row.deliver_by, row.deliver_by_day])).toEqual([
      ['2026-01-09 22:59:59.999', '2026-01-09'],
      ['2026-07-09 21:59:59.999', '2026-07-09'],
      ['2026-03-29 21:59:59.999', '2026-03-29'],
      ['2026-01-09 23:59:59.999', '2026-01-09'],
      ['2026-01-09 10:59:59.999', '2026-01-09'],
      ['2026-01-09 20:00:00', '2026-01-10'],
    ]);
    expect(quarantine[0]!.reasons).toEqual([`deliver_by: 9 January is not a moment; ${WRITE}, or a day such as 2026-01-05`]);
  });

  it('local days follow the clock of the region, also when it changes and far from the landing day', async () => {
    const moments = {
      '2026-03-28T23:30:00Z': { DE: '2026-03-29', GB: '2026-03-28', NZ: '2026-03-29' },
      '2026-03-29T22:30:00Z': { DE: '2026-03-30', GB: '2026-03-29', NZ: '2026-03-30' },
      '2026-10-24T22:30:00Z': { DE: '2026-10-25', GB: '2026-10-24', NZ: '2026-10-25' },
      '2026-10-25T22:30:00Z': { DE: '2026-10-25', GB: '2026-10-25', NZ: '2026-10-26' },
      '1999-07-01T22:30:00Z': { DE: '1999-07-02', GB: '1999-07-01', NZ: '1999-07-02' },
      '2041-06-30T22:30:00Z': { DE: '2041-07-01', GB: '2041-06-30', NZ: '2041-07-01' },
    };
    for (const region of ['DE', 'GB', 'NZ'] as const) {
      const { land } = await market.fresh();
      const { rows } = await land(
        'orders',
        'a.jsonl',
        jsonl(...Object.keys(moments).map((delivered_at) => order({ region, delivered_at, placed_at: '1999-06-01T00:00:00Z' }))),
      );
      expect(rows.map((row) => row.delivered_day)).toEqual(Object.values(moments).map((days) => days[region]));
    }
  });

  it('a bare delivery date is a local day in years far from the landing day too, and none that is not of our time', async () => {
    const { landParquet } = await market.fresh();
    const days = ['1999-12-01', '2098-07-01', '2199-12-31', '1969-12-31', '2200-01-01', '5874897-12-31'];
    const { rows, quarantine } = await landParquet(
      'orders',
      'a.parquet',
      `SELECT 's-1' AS seller_id, 'o-' || i AS order_id, 'DE' AS region, 'seller' AS fulfilment, TIMESTAMP '2026-01-05 16:00:00' AS placed_at,
        1250 AS gmv_minor, 'EUR' AS currency, TIMESTAMP '2026-01-06 03:00:00' AS updated_at, CAST(day AS DATE) AS deliver_by
        FROM (SELECT unnest([${days.map((day) => `'${day}'`)}]) AS day, unnest(range(6)) AS i)`,
    );
    expect(rows.map((row) => [row.deliver_by, row.deliver_by_day])).toEqual([
      ['1999-12-01 22:59:59.999', '1999-12-01'],
      ['2098-07-01 21:59:59.999', '2098-07-01'],
      ['2199-12-31 22:59:59.999', '2199-12-31'],
    ]);
    expect(quarantine.map((row) => row.reasons[0]!.split(';')[0])).toEqual([
      'deliver_by: 1969-12-31 is not between 1995 and 2199',
      'deliver_by: 2200-01-01 is not between 1995 and 2199',
      'row: deliver_by holds a value that is on no calendar',
    ]);
  });

  it('the days of a conversation are local too', async () => {
    const { land } = await market.fresh();
    const { rows } = await land(
      'conversations',
      'a.jsonl',
      jsonl({
        ...{ conversation_id: 'c-1', seller_id: 's-1', region: 'NZ', opened_by: 'buyer', kind: 'human', satisfaction: 5 },
        ...{ opened_at: '2026-01-05T10:59:00Z', first_reply_at: '2026-01-05T11:00:00Z', updated_at: '2026-01-06T00:00:00Z' },
      }),
    );
    expect(rows).toMatchObject([{ opened_day: '2026-01-05', first_reply_day: '2026-01-06', satisfaction: 5, order_id: null }]);
  });
});

describe('numbers', () => {
  it('money is a whole number of minor units, never negative', async () => {
    const { rows, quarantine } = await ordersWith('gmv_minor', [
      0,
      1250,
      '1250',
      1250.0,
      '1250.00',
      -5,
      12.5,
      '12,50',
      '1e3',
      '99999999999999999999',
      'NaN',
      true,
    ]);
    const write = 'write a whole number of minor units >= 0';
    expect(rows.map((row) => row.gmv_minor)).toEqual([0, 1250, 1250, 1250, 1250]);
    expect(quarantine.map((row) => row.reasons[0])).toEqual([
      `gmv_minor: -5 is negative; ${write}`,
      `gmv_minor: 12.5 is not a whole number; ${write}`,
      `gmv_minor: 12,50 is not a whole number; ${write}`,
      `gmv_minor: 1e3 is not a whole number; ${write}`,
      `gmv_minor: 99999999999999999999 is too large; ${write}`,
      `gmv_minor: NaN is not a whole number; ${write}`,
      `gmv_minor: true is not a whole number; ${write}`,
    ]);
  });

  it('stars are from 1 to 5', async () => {
    const { land } = await market.fresh();
    const review = (rating: unknown) => ({
      ...{ review_id: 'r-1', seller_id: 's-1', order_id: 'o-1', rating },
      ...{ created_at: '2026-01-05T10:00:00Z', updated_at: '2026-01-05T10:00:00Z' },
    });
    const { rows, quarantine } = await land('reviews', 'a.jsonl', jsonl(...[1, '5', 0, 6, 4.5].map(review)));
    expect(rows.map((row) => row.rating)).toEqual([1, 5]);
    expect(quarantine.map((row) => row.reasons[0])).toEqual([
      'rating: 0 is not from 1 to 5; write a whole number from 1 to 5',
      'rating: 6 is not from 1 to 5; write a whole number from 1 to 5',
      'rating: 4.5 is not a whole number; write a whole number from 1 to 5',
    ]);
  });
});

describe('words', () => {
  it('an unknown region is rejected with the regions there are', async () => {
    const { quarantine, counts } = await ordersWith('region', ['XX', 'GB', 'de']);
    expect(quarantine.map((row) => row.reasons)).toEqual([
      ['region: XX is not in regions.yaml; write one of DE, GB, NZ'],
      ['region: de is not in regions.yaml; write one of DE, GB, NZ'],
    ]);
    expect(counts.map((row) => [row.region, row.landed, row.accepted, row.quarantined])).toEqual([
      ['?', 2, 0, 2],
      ['GB', 1, 1, 0],
    ]);
  });

  it('an order id of 10 kB is rejected, and the reason stays short', async () => {
    const { quarantine } = await ordersWith('order_id', ['x'.repeat(10_240), 'é'.repeat(256), 'é'.repeat(257)]);
    expect(quarantine.map((row) => row.reasons)).toEqual([
      [`order_id: ${'x'.repeat(40)}... is 10240 bytes long; write at most 512 bytes`],
      [`order_id: ${'é'.repeat(40)}... is 514 bytes long; write at most 512 bytes`],
    ]);
    expect(quarantine[0]!.raw).toContain('x'.repeat(10_240));
  });

  it('a closed list takes its words only, as they are written', async () => {
    const { receipt, quarantine } = await ordersWith('fulfilment', ['seller', 'platform', 'Seller', 'nobody']);
    expect(receipt).toMatchObject({ accepted: 2, reasons: { 'fulfilment: is not one of seller, platform': 2 } });
    expect(quarantine[0]!.reasons).toEqual(['fulfilment: Seller is not one of seller, platform']);
  });

  it('a currency is a code of ISO 4217, as it is written there', async () => {
    const { rows, quarantine } = await ordersWith('currency', ['EUR', 'eur', '€', 'EURO', 'XXX', 'KWD', 'HRK']);
    expect(rows.map((row) => row.currency)).toEqual(['EUR', 'KWD', 'HRK']);
    expect(quarantine.map((row) => row.reasons[0])).toEqual([
      'currency: eur is not in capital letters; write EUR',
      'currency: € is not a currency of ISO 4217; write a code such as EUR',
      'currency: EURO is not a currency of ISO 4217; write a code such as EUR',
      'currency: XXX is not a currency of ISO 4217; write a code such as EUR',
    ]);
  });

  it('an empty text and a JSON null are a missing value; spaces are kept as they are', async () => {
    const { rows } = await ordersWith('cancel_reason', ['', null, ' ', 'a "b" ']);
    expect(rows.map((row) => row.cancel_reason)).toEqual([null, null, ' ', 'a "b" ']);
    const { quarantine } = await ordersWith('seller_id', ['', null]);
    expect(quarantine.map((row) => row.reasons)).toEqual([
      ['seller_id: missing; every row needs it'],
      ['seller_id: missing; every row needs it'],
    ]);
  });

  it('an id may land as a number, but not as a list or a record', async () => {
    const { rows, quarantine } = await ordersWith('order_id', [12345678901234567890n.toString(), 42, [1], { id: 1 }, '[1]']);
    expect(rows.map((row) => row.order_id)).toEqual(['12345678901234567890', '42', '[1]']);
    expect(quarantine.map((row) => row.reasons[0])).toEqual([
      'order_id: [1] is a list or a record; write text',
      'order_id: {"id":1} is a list or a record; write text',
    ]);
  });

  it('a row is told all that is wrong with it', async () => {
    const { land } = await market.fresh();
    const { receipt, quarantine } = await land(
      'orders',
      'a.jsonl',
      jsonl(order(), order({ region: 'XX', gmv_minor: -5, placed_at: 20260101, currency: undefined })),
    );
    expect(quarantine).toMatchObject([
      {
        ...{ dataset: 'orders', file: 'orders/dt=2026-01-06/a.jsonl', line: 2 },
        reasons: [
          'region: XX is not in regions.yaml; write one of DE, GB, NZ',
          `placed_at: 20260101 is not a moment; ${WRITE}`,
          'gmv_minor: -5 is negative; write a whole number of minor units >= 0',
          'currency: missing; every row needs it',
        ],
      },
    ]);
    expect(JSON.parse(quarantine[0]!.raw)).toMatchObject({ region: 'XX', placed_at: 20260101 });
    expect(receipt.reasons).toEqual({
      'currency: missing; every row needs it': 1,
      'gmv_minor: is negative; write a whole number of minor units >= 0': 1,
      [`placed_at: is not a moment; ${WRITE}`]: 1,
      'region: is not in regions.yaml; write one of DE, GB, NZ': 1,
    });
  });
});

describe('exemptions', () => {
  it('metrics are a list, all, or names between separators, and are stored one way', async () => {
    const { land } = await market.fresh();
    const given = [
      'all',
      ['all', 'late_dispatch'],
      ['late_delivery', 'late_dispatch', 'late_delivery'],
      'late_dispatch, late_delivery',
      'late_dispatch;late_delivery',
      '|late_dispatch|late_delivery|',
      '["late_dispatch"]',
    ];
    const { rows } = await land('exemptions', 'a.jsonl', jsonl(...given.map((metrics) => exemption({ metrics }))));
    const both = '|late_delivery|late_dispatch|';
    expect(rows.map((row) => row.metrics)).toEqual(['all', 'all', both, both, both, both, '|late_dispatch|']);
    const { quarantine } = await land(
      'exemptions',
      'b.jsonl',
      jsonl(exemption({ metrics: ['late_despatch', 'late_delivery'] }), exemption({ metrics: [] }), exemption({ metrics: '' })),
    );
    expect(quarantine.map((row) => row.reasons)).toEqual([
      [`metrics: late_despatch is not a metric; write all, or some of ${METRIC_KEYS.join(', ')}`],
      [`metrics: [] names no metric; write all, or some of ${METRIC_KEYS.join(', ')}`],
      ['metrics: missing; every row needs it'],
    ]);
  });

  it('an exemption without a region is for all of them, and one with an unknown region is rejected', async () => {
    const { land } = await market.fresh();
    const { rows, counts } = await land(
      'exemptions',
      'a.jsonl',
      jsonl(
        exemption(),
        exemption({ region: 'DE', valid_from: '2026-01-01', valid_to: '9999-12-31' }),
        exemption({ region: 'XX' }),
      ),
    );
    expect(rows.map((row) => [row.region, row.valid_from, row.valid_to])).toEqual([
      [null, null, null],
      ['DE', '2026-01-01', null],
    ]);
    expect(counts.map((row) => [row.region, row.accepted, row.quarantined])).toEqual([
      ['?', 0, 1],
      ['ALL', 1, 0],
      ['DE', 1, 0],
    ]);
  });

  it('a day is a date, or the date a moment is written with', async () => {
    const { land } = await market.fresh();
    const given = ['2026-01-05', '2026-01-05T23:30:00-05:00', '2026-02-30', '5 Jan', 20260105];
    const { rows, quarantine } = await land(
      'exemptions',
      'a.jsonl',
      jsonl(...given.map((valid_from) => exemption({ valid_from }))),
    );
    expect(rows.map((row) => row.valid_from)).toEqual(['2026-01-05', '2026-01-05']);
    expect(quarantine.map((row) => row.reasons[0])).toEqual(
      ['2026-02-30', '5 Jan', '20260105'].map((day) => `valid_from: ${day} is not a day; write 2026-01-05`),
    );
  });
});

describe('parquet', () => {
  const orders = (
    columns: string,
    from = 'range(1) AS t(i)',
  ) => `SELECT 's-1' AS seller_id, 'o-1' AS order_id, 'DE' AS region, 'seller' AS fulfilment,
    TIMESTAMP '2026-01-05 16:00:00' AS placed_at, 1250 AS gmv_minor, 'EUR' AS currency, TIMESTAMP '2026-01-06 03:00:00' AS updated_at, ${columns} FROM ${from}`;

  it('typed columns are taken as they are: moments of any precision, with or without a zone, days, whole numbers of any width', async () => {
    const { landParquet } = await market.fresh();
    const { rows, receipt } = await landParquet(
      'orders',
      'a.parquet',
      orders(`TIMESTAMP_NS '2026-01-05 16:00:00.123456789' AS ship_by, DATE '2026-01-09' AS deliver_by, TIMESTAMPTZ '2026-01-05 17:00:00+01' AS confirmed_at,
        TIMESTAMP_MS '2026-01-05 16:00:00.5' AS first_scan_at, '2026-01-05T17:00:00+01:00' AS delivered_at, CAST(3 AS UTINYINT) AS items, CAST(7 AS BIGINT) AS tracking_number`),
    );
    expect(receipt.reasons).toEqual({});
    expect(rows[0]).toMatchObject({
      ship_by: '2026-01-05 16:00:00.123',
      deliver_by: '2026-01-09 22:59:59.999',
      deliver_by_day: '2026-01-09',
      confirmed_at: '2026-01-05 16:00:00',
      first_scan_at: '2026-01-05 16:00:00.5',
      delivered_at: '2026-01-05 16:00:00',
      delivered_day: '2026-01-05',
      items: 3,
    });
  });

  it('a bad row is quarantined by row number, as JSON', async () => {
    const { landParquet } = await market.fresh();
    const { receipt, quarantine } = await landParquet(
      'orders',
      'a.parquet',
      orders(
        `CASE WHEN i = 4 THEN -5 ELSE i END AS items, CASE WHEN i = 6 THEN 'long' ELSE NULL END AS category`,
        'range(10) AS t(i)',
      ),
    );
    expect(receipt).toMatchObject({ landed: 10, accepted: 9, quarantined: 1 });
    expect(quarantine).toMatchObject([{ line: 5, reasons: ['items: -5 is negative; write a whole number >= 0'] }]);
    expect(JSON.parse(quarantine[0]!.raw)).toMatchObject({ order_id: 'o-1', items: -5, placed_at: '2026-01-05 16:00:00' });
  });

  it('numbers with a fraction, days where moments belong and lists where text belongs are rejected row by row', async () => {
    const { landParquet } = await market.fresh();
    const { quarantine } = await landParquet(
      'orders',
      'a.parquet',
      orders(
        `CAST(2.5 AS DOUBLE) AS items, DATE '2026-01-05' AS ship_by, ['a', 'b'] AS category, 20260101 AS confirmed_at, TIMESTAMP 'infinity' AS delivered_at`,
      ),
    );
    expect(quarantine[0]!.reasons).toEqual([
      'category: [a, b] is a list or a record; write text',
      `ship_by: 2026-01-05 is a day without a time; ${WRITE}`,
      `confirmed_at: 20260101 is not a moment; ${WRITE}`,
      'delivered_at: infinity is not between 1995 and 2199; leave it empty where there is no such moment',
      'items: 2.5 is not a whole number; write a whole number >= 0',
    ]);
  });

  it('whole numbers kept as doubles or decimals are whole numbers', async () => {
    const { landParquet } = await market.fresh();
    const { rows } = await landParquet(
      'orders',
      'a.parquet',
      orders('CAST(2 AS DOUBLE) AS items').replace('1250 AS', 'CAST(1250 AS DECIMAL(12, 2)) AS'),
    );
    expect(rows).toMatchObject([{ items: 2, gmv_minor: 1250 }]);
  });

  it('a list of metrics is a list of metrics', async () => {
    const { landParquet } = await market.fresh();
    const { rows } = await landParquet(
      'exemptions',
      'a.parquet',
      `SELECT 'x-1' AS exemption_id, ['late_dispatch', 'late_delivery'] AS metrics, 'force_majeure' AS reason, 'ops' AS decided_by,
        TIMESTAMP '2026-01-05 10:00:00' AS decided_at, TIMESTAMP '2026-01-05 10:00:00' AS updated_at, TIMESTAMP '2026-01-05 23:00:00' AS valid_from`,
    );
    expect(rows).toMatchObject([{ metrics: '|late_delivery|late_dispatch|', valid_from: '2026-01-05' }]);
  });
});
