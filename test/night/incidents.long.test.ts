import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { addDays } from '../../contracts/days.js';
import { policiesOf } from '../cases/policies.js';
import { scorecards } from '../helpers/scorecards.js';
import { ask, filesOf, TestMarketplace } from './test-marketplace.js';

const LAST = '2026-11-15';
const STRIKE = ['2026-11-09', '2026-11-10'] as const;
const ID = `late_dispatch:GB:DHL:${STRIKE[0]}`;

/** Six sellers send so many parcels a day, due the day after; of the strike's days half are scanned a day late. */
const ordersOf = (due: string, struck: boolean): string =>
  Array.from({ length: 24 }, (_, at) => {
    const placed = addDays(due, -1);
    const late = (struck && at % 2 === 0) || (at === 7 && due.endsWith('3'));
    const scanned = `${late ? addDays(due, 1) : placed}T15:00:00Z`;
    return JSON.stringify({
      ...{ seller_id: `s-${Math.floor(at / 2) % 6}`, order_id: `${due}-${at}`, region: 'GB', fulfilment: 'seller' },
      ...{ placed_at: `${placed}T09:00:00Z`, ship_by: `${due}T22:00:00Z`, confirmed_at: scanned, first_scan_at: scanned },
      ...{ carrier: 'DHL', items: 1, gmv_minor: 1000, currency: 'GBP', updated_at: scanned },
    });
  }).join('\n');

const POLICIES = {
  ...filesOf(policiesOf('GB')),
  'incidents.yaml': stringify({
    a_day: { parcels: 20, late: 10, sellers: 5, one_seller_at_most: 0.3333, why: 'a small marketplace' },
  }),
};

describe('parcels of a carrier that were late across many sellers', () => {
  let marketplace: TestMarketplace;
  let where: string[];
  const said = (...args: string[]) => scorecards('incidents', ...args, ...where);
  let prefix: string;
  const warned = async (night: string): Promise<string[]> => {
    ({ prefix } = await marketplace.published(night));
    const { warnings } = await marketplace.manifest(prefix);
    return warnings.filter(({ check }) => check === 'incidents_proposed').flatMap(({ says }) => says ?? []);
  };
  const faults = async (): Promise<unknown[]> =>
    ask(`SELECT outcome, count(DISTINCT order_id) AS orders FROM ${await marketplace.relation(prefix, 'outcome_details')}
      WHERE metric = 'late_dispatch' AND cohort_day BETWEEN DATE '${STRIKE[0]}' AND DATE '${STRIKE[1]}' GROUP BY outcome`);

  beforeAll(async () => {
    marketplace = await TestMarketplace.make({ files: POLICIES });
    where = ['--store', marketplace.store, '--landing', marketplace.landing];
    const days = Array.from({ length: 30 }, (_, at) => addDays(LAST, -at));
    await marketplace.land(
      days.map((due) => [`orders/dt=${addDays(due, 1)}/a.jsonl`, ordersOf(due, STRIKE.includes(due as never))] as const),
    );
  });
  afterAll(() => marketplace?.gone());

  it('are not proposed while all is as usual', async () => {
    expect(await warned('2026-11-08')).toEqual([]);
    expect((await said()).out).toContain('no carrier was unusually late across sellers');
  });

  it('are proposed in one line, with what to type', async () => {
    expect(await warned(LAST)).toEqual([
      'Late dispatch, DHL to GB, 9 Nov 2026 to 10 Nov 2026: 24 of 48 parcels late (50.0%), usually 0.0%; 6 sellers',
      expect.stringContaining('If the carrier failed, forgive them'),
      `  npm run scorecards -- incidents --accept ${ID} --because "..." --by NAME`,
    ]);
    const { out, code } = await said();
    expect(code).toBe(0);
    expect(out).toContain(`1 carrier incident proposed\n\n${ID}: proposed; 24 at fault, at most 4 of one seller\n`);
  });

  it.each([
    ['an unknown incident', ['--accept', 'dhl', '--because', 'a strike', '--by', 'ada'], 'dhl: is no incident of run'],
    ['nobody', ['--accept', ID, '--because', 'a strike'], '--by: say who decides'],
    ['no reason', ['--accept', ID, '--by', 'ada'], '--because: say in a few words why'],
    ['a reason for nothing', ['--because', 'a strike'], 'are of --accept INCIDENT'],
    [
      'a day before its last',
      ['--accept', ID, '--because', 'a strike', '--by', 'ada', '--date', STRIKE[0]],
      `--date ${STRIKE[0]}: is before the last day of the incident, ${STRIKE[1]}`,
    ],
  ])('are not accepted by %s', async (_, args, because) => {
    const { code, err } = await said(...args);
    expect(err).toContain(because);
    expect(code).toBe(2);
  });

  it('are forgiven by the next night, once a person has accepted them', async () => {
    const accept = ['--accept', ID, '--because', 'DHL was on strike', '--by', 'ada', '--date', '2026-11-16'];
    const { out, code } = await said(...accept);
    expect(code).toBe(0);
    expect(out).toContain('accepted by ada; the parcels at fault of these days are forgiven from the night of 2026-11-16 on');
    expect((await said(...accept)).err).toContain('was accepted by ada on 2026-11-16');
    expect(await warned('2026-11-16')).toEqual([]);
    expect(await faults()).toEqual([{ outcome: 'forgiven', orders: 24 }]);
    expect((await said()).out).toContain(`${ID}: covered by an exemption`);
    expect((await said(...accept)).err).toContain('nothing is left to forgive');
  });
});
