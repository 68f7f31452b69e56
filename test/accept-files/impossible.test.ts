import { describe, expect, it } from 'vitest';
import { aMarketplace, jsonl, order } from './landing.js';

const market = aMarketplace();
const AT = '2026-01-05T10:00:00Z';

async function landed(dataset: string, ...rows: Record<string, unknown>[]) {
  const { land } = await market.fresh();
  return land(dataset, 'a.jsonl', jsonl(...rows));
}
/** Reasons of orders that were placed at ten, a column at a time. */
const ordersWith = (column: string, moments: readonly string[]) =>
  landed('orders', ...moments.map((moment) => order({ placed_at: AT, ship_by: undefined, [column]: moment })));

describe('moments that cannot be', () => {
  it('a moment that the row says enough without costs no row: the night reads it as unknown, and tells of it', async () => {
    const early = {
      delivered_at: '2026-01-05T09:58:59Z',
      first_scan_at: '2025-07-09T09:59:59Z',
      confirmed_at: '2026-01-04T09:59:59Z',
    };
    const { receipt } = await landed('orders', order({ placed_at: AT, ship_by: undefined, ...early }));
    expect(receipt).toMatchObject({ accepted: 1, quarantined: 0 });
  });

  it.each([['cancelled_at', '2026-01-04T10:00:00Z', '2026-01-04T09:59:59Z']])(
    '%s does not lie before the order was placed, but for what clocks differ by',
    async (column, earliest, impossible) => {
      const { receipt, quarantine } = await ordersWith(column, [earliest, impossible]);
      expect(receipt).toMatchObject({ accepted: 1, quarantined: 1 });
      expect(Object.keys(receipt.reasons)[0]).toMatch(new RegExp(`^${column}: is before placed_at`));
      expect(quarantine[0]!.reasons[0]).toMatch(/: 20\d\d-\d\d-\d\d [\d:.]+ UTC is before placed_at 2026-01-05 10:00:00 UTC/);
    },
  );

  it('nothing is answered, closed or refunded before it is asked for', async () => {
    const ids = { seller_id: 's-1', order_id: 'o-1', updated_at: AT };
    const conversation = { ...ids, conversation_id: 'c', region: 'DE', opened_by: 'buyer', kind: 'human', opened_at: AT };
    const asked = { ...ids, return_id: 'r', requested_at: AT, responsible: 'buyer' };
    const dispute = { ...ids, case_id: 'd', kind: 'other', opened_at: AT };
    const early = '2026-01-05T09:58:00Z';
    const answers = [
      await landed('conversations', { ...conversation, first_reply_at: early }),
      await landed('cases', { ...dispute, closed_at: early }),
      await landed('returns', { ...asked, refunded_at: '2026-01-04T09:00:00Z' }, { ...asked, refunded_at: early }),
    ];
    expect(answers.map(({ receipt }) => [receipt.accepted, Object.keys(receipt.reasons)[0]?.slice(0, 40)])).toEqual([
      [0, 'first_reply_at: is before opened_at; lea'],
      [0, 'closed_at: is before opened_at; leave it'],
      [1, 'refunded_at: is before requested_at by m'],
    ]);
  });

  it('a version of the far future is rejected, or it would win for ever; a day or two are clocks', async () => {
    const { rows, quarantine } = await ordersWith('updated_at', ['2026-01-08T23:59:59Z', '2026-01-09T00:00:00Z']);
    expect(rows).toMatchObject([{ updated_at: '2026-01-08 23:59:59' }]);
    expect(quarantine[0]!.reasons).toEqual([
      'updated_at: 2026-01-09T00:00:00Z is more than 2 days after the day it landed; set the clock of the source',
    ]);
  });
});

describe('days that cannot be', () => {
  const exemption = (given: Record<string, unknown>) => ({
    ...{ exemption_id: 'x', metrics: 'all', reason: 'other', decided_by: 'ops', decided_at: AT, updated_at: AT },
    ...given,
  });

  it('an exemption that begins before 1995 begins at no day, one that ends after 2199 ends at none', async () => {
    const days = [
      ...['0001-01-01', '1970-01-01', '1994-12-31', '1995-01-01'].map((valid_from) => ({ valid_from })),
      ...['2199-12-31', '2200-01-01', '9999-12-31'].map((valid_to) => ({ valid_to })),
    ];
    const { rows } = await landed('exemptions', ...days.map(exemption));
    expect(rows.map((row) => [row.valid_from, row.valid_to])).toEqual([
      ...[null, null, null, '1995-01-01'].map((from) => [from, null]),
      ...['2199-12-31', null, null].map((to) => [null, to]),
    ]);
  });

  it('one that begins after 2199 or ends before 1995 is a mistake', async () => {
    const { receipt } = await landed(
      'exemptions',
      exemption({ valid_from: '2200-01-01' }),
      exemption({ valid_to: '1970-01-01' }),
    );
    const says = 'is not between 1995 and 2199; leave it empty where there is no such day';
    expect(receipt.reasons).toEqual({ [`valid_from: ${says}`]: 1, [`valid_to: ${says}`]: 1 });
  });

  it('days without bounds are bounded in Parquet too', async () => {
    const { landParquet } = await market.fresh();
    const days = ["DATE 'infinity'", "DATE '-infinity'", "DATE '5874897-12-31'", "DATE '2026-01-05'", "TIMESTAMP 'infinity'"];
    for (const [n, joined] of days.entries()) {
      const { receipt } = await landParquet(
        'sellers',
        `${n}.parquet`,
        `SELECT 's-1' AS seller_id, 'Shop' AS name, 'DE' AS home_region, ${joined} AS joined_on, 'active' AS status,
          TIMESTAMP '2026-01-05 10:00:00' AS updated_at`,
      );
      expect(Object.keys(receipt.reasons), joined).toEqual(
        n === 3
          ? []
          : [
              expect.stringMatching(
                /^(joined_on: is not between 1995 and 2199|row: joined_on holds a value that is on no calendar)/,
              ),
            ],
      );
    }
  });
});

describe('numbers that cannot be', () => {
  it('an order is worth no more than can be added up, and has no more items than any order has', async () => {
    const money = await landed('orders', order({ gmv_minor: 10_000_000_000_000 }), order({ gmv_minor: 10_000_000_000_001 }));
    expect(money.receipt.reasons).toEqual({
      'gmv_minor: is more than can be, which is 10000000000000; write a whole number of minor units >= 0': 1,
    });
    const items = await landed('orders', order({ items: 1_000_000 }), order({ items: 1_000_001 }));
    expect(items.receipt.reasons).toEqual({ 'items: is more than can be, which is 1000000; write a whole number >= 0': 1 });
  });
});
