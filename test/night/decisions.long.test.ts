import { readFile, rename } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { scorecards } from '../helpers/scorecards.js';
import { DECIDED_BY_PERSONS } from './decided-by-persons.js';
import { ask, TestMarketplace } from './test-marketplace.js';

const [FIRST, NEXT] = ['2026-11-02', '2026-11-09'];
const ID = `trusted:${NEXT}:s-1`;

/** Ten orders a day; of the first week half are sent two days late. */
const ordersOf = (day: string, late: boolean): string =>
  Array.from({ length: 10 }, (_, at) => {
    const scanned = `${late && at < 5 ? addDays(day, 3) : day}T15:00:00Z`;
    return JSON.stringify({
      ...{ seller_id: 's-1', order_id: `${day}-${at}`, region: 'GB', fulfilment: 'seller', placed_at: `${day}T09:00:00Z` },
      ...{
        ship_by: `${addDays(day, 1)}T22:00:00Z`,
        confirmed_at: scanned,
        first_scan_at: scanned,
        tracking_number: `T${day}${at}`,
      },
      ...{ carrier: 'DHL', items: 1, gmv_minor: 1000, currency: 'GBP', updated_at: scanned },
    });
  }).join('\n');

describe('a change of tier that a person must approve', () => {
  let marketplace: TestMarketplace;
  let where: string[];
  const said = (...args: string[]) => scorecards(...args, ...where);
  const held = async (night: string): Promise<string> => {
    const { prefix } = await marketplace.published(night);
    const [row] = await ask(`SELECT official_tier, since, because FROM ${await marketplace.relation(prefix, 'standings')}`);
    return `${row!.official_tier} ${(row!.since as Date).toISOString().slice(0, 10)} ${row!.because}`;
  };

  beforeAll(async () => {
    marketplace = await TestMarketplace.make(DECIDED_BY_PERSONS);
    where = ['--store', marketplace.store, '--landing', marketplace.landing];
    const days = Array.from({ length: 21 }, (_, at) => addDays('2026-10-22', at));
    await marketplace.land(
      days.map((day) => [`orders/dt=${addDays(day, 3)}/a.jsonl`, ordersOf(day, day < '2026-10-31')] as const),
    );
    await marketplace.published(FIRST);
  });
  afterAll(() => marketplace?.gone());

  it('waits, and is listed with what it rests on', async () => {
    expect((await said('decide', '--list')).out).toContain('no change of tier waits for a person');
    expect(await held(NEXT)).toBe(`good ${FIRST} kept`);
    const { code, out } = await said('decide', '--list');
    expect(code).toBe(0);
    expect(out).toContain('1 change of tier waits for a person');
    expect(out).toContain(`${ID}: good to top\n  every bound of it was met\n  proposed on 9 Nov 2026, waits for a person`);
  });

  it.each([
    [
      'an unknown record',
      ['decide', 'nobody', '--approve', '--by', 'ada', '--reason', 'looked at it'],
      'nobody: is no decision record',
    ],
    [
      'a seller in its place',
      ['decide', 's-1', '--approve', '--by', 'ada', '--reason', 'looked at it'],
      `one of its decisions: ${ID}`,
    ],
    ['neither approval nor departure', ['decide', ID, '--by', 'ada', '--reason', 'looked at it'], 'decide DECISION --approve'],
    ['both', ['decide', ID, '--approve', '--depart', '--by', 'ada', '--reason', 'looked at it'], 'decide DECISION --approve'],
    ['nobody who decides', ['decide', ID, '--approve', '--reason', 'looked at it'], '--by: say who decides'],
    ['no reason', ['decide', ID, '--approve', '--by', 'ada', '--reason', '  '], '--reason: say in a few words why'],
    [
      'a day before the evaluation',
      ['decide', ID, '--approve', '--by', 'ada', '--reason', 'looked at it', '--date', '2026-11-08'],
      '--date 2026-11-08: is before the evaluation of 2026-11-09',
    ],
    ['an appeal against what has no effect yet', ['appeal', ID], 'has not taken effect'],
    ['both outcomes of an appeal', ['appeal', ID, '--granted', '--refused'], '--granted or --refused, one of the two'],
    ['the outcome of an open appeal', ['appeal', ID, '--by', 'bob'], 'add --granted or --refused'],
  ])('is not decided by %s', async (_, args, because) => {
    const { code, err } = await said(...args);
    expect(err).toContain(because);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  it('takes effect with the night after a person approved it, once', async () => {
    const approve = ['decide', ID, '--approve', '--by', 'ada', '--reason', 'looked at it', '--date', '2026-11-10'];
    const { code, out } = await said(...approve);
    expect(out).toContain('approved by ada; it counts from the night of 2026-11-10 on');
    expect(code).toBe(0);
    const [file] = out.split(': approved');
    expect(JSON.parse(await readFile(file!, 'utf8'))).toEqual({
      ...{ decision_id: ID, outcome: 'approved', reason: 'looked at it', decided_by: 'ada' },
      ...{ decided_at: '2026-11-10T12:00:00.000Z', updated_at: '2026-11-10T12:00:00.000Z' },
    });
    const again = await said('decide', ID, '--depart', '--by', 'eve', '--reason', 'not so', '--date', '2026-11-10');
    expect(again.err).toContain('was decided by ada on 2026-11-10 (approved); to decide it anew, add --again');
    expect((await said(...approve, '--again')).err).toContain('lies there already');
    expect(await held('2026-11-10')).toBe('top 2026-11-10 improved');
    expect((await said(...approve)).err).toContain('add --again');
  });

  it('is given back with the night after an appeal was granted by another person', async () => {
    expect((await said('appeal', ID, '--date', '2026-11-10')).out).toContain('appeal open');
    expect((await said('appeal', ID, '--date', '2026-11-11')).err).toContain('noted already');
    const grant = ['appeal', ID, '--granted', '--reason', 'not met', '--date', '2026-11-11'];
    expect((await said(...grant, '--by', 'ada')).err).toContain('--by ada: decided about the change; another person');
    expect((await said(...grant, '--by', 'bob')).code).toBe(0);
    expect(await held('2026-11-11')).toBe(`good ${FIRST} given_back`);
    expect((await said('appeal', ID, '--refused', '--by', 'bob', '--reason', 'not so')).err).toContain(
      'its appeal was granted already',
    );
    const { out } = await scorecards('explain', 's-1', '--store', marketplace.store);
    expect(out).toContain('given back, held since 2 Nov 2026');
    expect(out).toContain(
      `decision ${ID}: good to top; every bound of it was met; in effect since 10 Nov 2026 until an appeal was granted; decided by ada on 10 Nov 2026: looked at it; appeal of 10 Nov 2026 granted by bob: not met`,
    );
  });

  it('is still known to the first night of a version that says more of it', async () => {
    const { prefix } = await marketplace.published('2026-11-11');
    const { datasets } = await marketplace.manifest(prefix);
    const path = `${marketplace.store}/${datasets.decision_records!.files[0]}`;
    const before = `SELECT * EXCLUDE (gate, gate_value, gate_needed) FROM read_parquet('${path}')`;
    await ask(`COPY (${before}) TO '${path}.before' (FORMAT parquet)`);
    await rename(`${path}.before`, path);
    expect(await held('2026-11-12')).toBe(`good ${FIRST} given_back`);
  });
});
