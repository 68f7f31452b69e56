import { describe, expect, it } from 'vitest';
import { aMarketplace, csv, jsonl, order } from './landing.js';

const market = aMarketplace();

/** Lands one order per given way to write a column, as the line stands in the file. */
async function ordersWritten(column: string, literals: readonly string[]) {
  const { land } = await market.fresh();
  const rest = JSON.stringify(order({ [column]: undefined })).slice(1);
  return land('orders', 'a.jsonl', literals.map((literal) => `{"${column}":${literal},${rest}\n`).join(''));
}

async function ordersWith(column: string, values: readonly unknown[]) {
  const { land } = await market.fresh();
  return land('orders', 'a.csv', csv(values.map((value) => order({ [column]: value }))));
}

const parquetOrder = (columns: string): string =>
  `SELECT 's-1' AS seller_id, 'DE' AS region, 'seller' AS fulfilment, TIMESTAMP '2026-01-05 16:00:00' AS placed_at,
    1250 AS gmv_minor, 'EUR' AS currency, TIMESTAMP '2026-01-06 03:00:00' AS updated_at, ${columns}`;

describe('ids that were numbers', () => {
  it('a whole number in JSON is read as it is written, however long', async () => {
    const whole = ['1', '9007199254740993', '18446744073709551616', '112233445566778899001122', '-7', '0'];
    const { rows, quarantine } = await ordersWritten('order_id', whole);
    expect(quarantine).toEqual([]);
    expect(rows.map((row) => row.order_id)).toEqual(whole);
  });

  it('a number with a fraction or an exponent, true and false are not text: what was written is lost', async () => {
    const altered = ['1.10', '1e3', '-0', '9007199254740993.0', '12E4', 'true', 'false', '-Infinity', 'Infinity'];
    for (const column of ['order_id', 'seller_id', 'category']) {
      const { receipt } = await ordersWritten(column, altered);
      const says = 'landed as a number with a fraction, or as true or false, and not as text; write it in quotes';
      expect(receipt.reasons).toEqual({ [`${column}: ${says}`]: altered.length });
    }
    const { quarantine } = await ordersWritten('order_id', ['1.10']);
    expect(JSON.parse(quarantine[0]!.raw)).toBeDefined();
    expect(quarantine[0]!.raw).toContain('1.10');
  });

  it('the same written in quotes is text', async () => {
    const kept = ['1.10', '12E4', '-0', 'true', '0'];
    const { rows } = await ordersWritten(
      'order_id',
      kept.map((value) => JSON.stringify(value)),
    );
    expect(rows.map((row) => row.order_id)).toEqual(kept);
  });

  it('columns of floats, fractions and flags keep no text; whole numbers do', async () => {
    const { landParquet } = await market.fresh();
    for (const type of ['DOUBLE', 'FLOAT', 'DECIMAL(12,2)', 'BOOLEAN']) {
      const made = type === 'BOOLEAN' ? 'true' : '1001';
      const { quarantine } = await landParquet('orders', `${type}.parquet`, parquetOrder(`CAST(${made} AS ${type}) AS order_id`));
      expect(quarantine[0]!.reasons[0]).toMatch(
        `landed in a column of type ${type}, which may have changed it; land a column of text`,
      );
    }
    const whole = ['1001 AS order_id', 'CAST(1001 AS DECIMAL(20,0)) AS order_id'];
    for (const [n, column] of whole.entries())
      expect((await landParquet('orders', `${n}.parquet`, parquetOrder(column))).rows).toMatchObject([{ order_id: '1001' }]);
    const empty = await landParquet('orders', 'e.parquet', parquetOrder("'o-1' AS order_id, CAST(NULL AS DOUBLE) AS carrier"));
    expect(empty.rows).toMatchObject([{ carrier: null }]);
  });

  it('what a spreadsheet or a float made of an id is no id, in whatever file it lands', async () => {
    const says = {
      'is what a spreadsheet made of a longer id; export the column as text': [
        '1.08E+14',
        '1,08E+14',
        '1E+05',
        '1.5e-7',
        '1.12e17',
      ],
      'looks like a number that was a whole one; land the column as text': ['1001.0', '1001.00'],
    };
    for (const [reason, ids] of Object.entries(says)) {
      const answers = [
        await ordersWith('order_id', ids),
        await ordersWritten(
          'order_id',
          ids.map((id) => JSON.stringify(id)),
        ),
      ];
      const { landParquet } = await market.fresh();
      const made = ids.map((id) => parquetOrder(`'${id}' AS order_id`)).join(' UNION ALL ');
      answers.push(await landParquet('orders', 'a.parquet', made));
      for (const { receipt } of answers) expect(receipt.reasons).toEqual({ [`order_id: ${reason}`]: ids.length });
    }
    const { quarantine } = await ordersWith('order_id', ['12E4', '1.5', '1E5', 'A1.0']);
    expect(quarantine).toEqual([]);
  });
});

describe('ids', () => {
  it('a word for nothing is no id', async () => {
    const words = ['NULL', 'N/A', 'nan', 'None', '<NA>', ' null ', '#REF!', '-', '.', '  ', 'unknown', '(none)'];
    const { receipt } = await ordersWith('seller_id', words);
    expect(receipt.reasons).toEqual({ 'seller_id: stands for no id; write the id': words.length });
    expect((await ordersWith('seller_id', ['Nullify', 'Nan-shop', '0', 'N', '-1'])).quarantine).toEqual([]);
  });

  it('an id with a space around it would be another seller', async () => {
    const { receipt } = await ordersWith('seller_id', [' s-1', 's-1 ', 's-1\t', '\u00a0s-1', '\ufeffs-1', 's-1\u200b']);
    expect(receipt.reasons).toEqual({
      'seller_id: begins or ends with a space; write the id without it, or it is another': 6,
    });
    expect((await ordersWith('seller_id', ['s 1'])).rows).toMatchObject([{ seller_id: 's 1' }]);
  });

  it('an id whose accents are written apart would be another seller of the same look', async () => {
    const { rows, quarantine } = await ordersWith('seller_id', ['caf\u00e9', 'cafe\u0301']);
    expect(rows).toMatchObject([{ seller_id: 'caf\u00e9' }]);
    expect(quarantine[0]!.reasons[0]).toContain('writes a letter and its accent apart (Unicode NFD)');
  });

  it('an exemption for nobody is not one for everybody', async () => {
    const { land } = await market.fresh();
    const { quarantine } = await land(
      'exemptions',
      'a.jsonl',
      jsonl({
        ...{ exemption_id: 'x', metrics: 'all', reason: 'other', decided_by: 'ops', seller_id: 'NULL' },
        ...{ decided_at: '2026-01-05T10:00:00Z', updated_at: '2026-01-05T10:00:00Z' },
      }),
    );
    expect(quarantine[0]!.reasons).toEqual(['seller_id: NULL stands for no id; write the id']);
  });
});

describe('words for nothing', () => {
  it('a tracking number that is none is none', async () => {
    const none = [
      'N/A',
      'NULL',
      'null',
      '0',
      '00000',
      '-',
      '--',
      'none',
      'unknown',
      'TBD',
      '.',
      'pending',
      '   ',
      'n/a ',
      '<NA>',
    ];
    const { rows, receipt } = await ordersWith('tracking_number', [...none, '1Z999AA10', '00340434161094', '0-0-1']);
    expect(receipt.non_null.tracking_number).toBe(3);
    expect(rows.map((row) => row.tracking_number)).toEqual([...none.map(() => null), '1Z999AA10', '00340434161094', '0-0-1']);
  });

  it('where an order went is no postcode in full, and NA is Naples', async () => {
    const kept = [
      ...['SW', '2019', 'NA', 'Zone 5', 'SW1A', 'K1A', 'Île-de-France', 'D02', 'C1425', 'ZH', '9000', '1010 Wien', '4000 Liège'],
      ...['8000 Zürich', 'SP-01', '2A', 'Dublin 6W', 'SW1A 1', 'London SW1A', '2100 København'],
    ];
    const none = [
      'unknown',
      '10115',
      '01310-100',
      'US 9021-0',
      'SW1A 1AA',
      'm1 1ae',
      ' EC1A 1BB ',
      'K1A 0B1',
      '1012 AB',
      '12 High Street, 345',
      ...[
        'D02 AF30',
        'd02af30',
        'Dublin D6W-XY00, Ireland',
        'SW1A 1AA London',
        'London SW1A 1AA',
        'GB SW1A-1AA',
        'SW1A\u00a01AA',
      ],
      ...['SW1A. 1AA', 'GIR 0AA', 'C1425CLA', 'Buenos Aires (C1425 CLA)', '1012 AB Amsterdam', 'NL-1012AB', 'NL1012-AB'],
      // As good as Dutch ones, where nobody says the country.
      ...['8001 ZH', '9000 SG', '1000 BE'],
    ];
    const { rows, receipt } = await ordersWith('destination_area', [...kept, ...none]);
    expect(receipt.non_null.destination_area).toBe(kept.length);
    expect(rows.map((row) => row.destination_area)).toEqual([...kept, ...none.map(() => null)]);
  });

  it('so is a carrier, but a nought may be one, and words of the source are kept', async () => {
    const { rows } = await ordersWith('carrier', ['NULL', 'unknown', '-', '0', 'pending', 'DHL']);
    expect(rows.map((row) => row.carrier)).toEqual([null, null, null, '0', 'pending', 'DHL']);
    expect((await ordersWith('cancel_reason', ['unknown'])).rows).toMatchObject([{ cancel_reason: 'unknown' }]);
  });

  it('in a column of Parquet too, of text or of whole numbers', async () => {
    const { landParquet } = await market.fresh();
    for (const [n, none] of ["'N/A'", '0'].entries()) {
      const { rows } = await landParquet('orders', `${n}.parquet`, parquetOrder(`'o-1' AS order_id, ${none} AS tracking_number`));
      expect(rows).toMatchObject([{ tracking_number: null }]);
    }
  });
});

describe('names that stand twice', () => {
  it('a row with a key twice is rejected, also where one is written with an escape; its neighbours are not', async () => {
    const { land } = await market.fresh();
    const good = JSON.stringify(order());
    const twice = [good.replace('{', '{"order_id":"other",'), good.replace('{', '{"\\u006frder_id":"o-1",')];
    const { receipt, quarantine } = await land('orders', 'a.jsonl', `${[good, ...twice, good].join('\n')}\n`);
    expect(receipt).toMatchObject({ accepted: 2, quarantined: 2 });
    expect(quarantine.map(({ line, reasons }) => [line, reasons])).toEqual([
      [2, ['row: has order_id twice; write each key once']],
      [3, ['row: has order_id twice; write each key once']],
    ]);
  });

  it('a Parquet file with a column twice is refused, also where only capitals differ', async () => {
    const { landing, accept, writeParquet } = await market.fresh();
    await writeParquet('orders', 'a.parquet', parquetOrder("'o-1' AS order_id, 'o-2' AS order_ix"));
    const { body } = (await landing.read('orders/dt=2026-01-06/a.parquet'))!;
    for (const [name, twin] of Object.entries({ same: 'order_id', capital: 'Order_id' })) {
      const made = Buffer.from(body.toString('latin1').replaceAll('order_ix', twin), 'latin1');
      await landing.write(`orders/dt=2026-01-06/${name}.parquet`, made);
      const { receipt } = await accept('orders', `${name}.parquet`);
      expect(receipt.refused).toMatch(/the file has column \w+ twice \(small and capital letters are alike\); keep one/i);
    }
  });
});
