/** Where one evaluation would take a tier from more sellers than a programme allows: what they see, and what a person does. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { FolderStore } from '../../infra/local/object-store.js';
import type { Policies } from '../../policies/policy.js';
import { scorecards } from '../helpers/scorecards.js';
import { ask, type TestMarketplace } from '../night/test-marketplace.js';
import { MONDAYS, POLICIES, WEEKLY, weeklyLanding } from '../trial/weekly-marketplace.js';

/** Of eight sellers none may fall, where one is enough to be told. */
const CAREFUL: Policies = {
  ...POLICIES,
  programmes: [
    { ...WEEKLY, evaluation: { ...WEEKLY.evaluation!, circuit_breaker: { share: 0.05, sellers: 1, why: 'as the test wants' } } },
  ],
};

type Row = Record<string, unknown>;
const dayOf = (value: unknown): string => (value as Date).toISOString().slice(0, 10);

describe('an evaluation by which more would fall than the programme allows', () => {
  let marketplace: TestMarketplace;
  /** The first Monday that would take a tier, the run before and its own. */
  let monday: string;
  let before: string;
  let prefix: string;
  const rows = async (of: string, dataset: string): Promise<Row[]> =>
    ask(`SELECT * FROM ${await marketplace.relation(of, dataset)} AS r ORDER BY ALL`);
  const held = async (of: string) =>
    new Map(
      (await rows(of, 'standings')).map((row) => [row.seller_id, [row.official_tier, dayOf(row.evaluated_on), row.notices]]),
    );
  const evaluation = async (of: string) => (await rows(of, 'evaluations'))[0]!;
  const run = (...args: string[]) => scorecards(...args, '--store', marketplace.store);

  beforeAll(async () => {
    marketplace = await weeklyLanding(CAREFUL);
    for (const day of MONDAYS) {
      const night = await marketplace.published(day, { mails: true });
      [monday, prefix] = [day, night.prefix];
      if ((await evaluation(prefix)).state === 'provisional') return;
      before = prefix;
    }
    throw new Error('on no Monday too many would fall');
  }, 300_000);
  afterAll(() => marketplace?.gone());

  it('is provisional, and says how many would fall, of how many, and by what', async () => {
    expect(await evaluation(prefix)).toMatchObject({
      ...{
        evaluation_id: `weekly:${monday}`,
        because: 'too_many_would_fall',
        of_sellers: 8,
        share_allowed: 0.05,
        too_many: true,
      },
      ...{ most_by: 'damaged_parcels', most_sellers: 1, decided_by: null },
    });
  });

  it('nobody falls, nobody rises and no notice begins', async () => {
    expect(await held(prefix)).toEqual(await held(before));
    expect((await held(prefix)).get('s-bad')).toContain('good');
    expect(await rows(prefix, 'decision_records')).toEqual(await rows(before, 'decision_records'));
    const notices = `SELECT seller_id, metric, notice_on, official_verdict FROM `;
    const [now, then] = await Promise.all(
      [prefix, before].map(async (of) => ask(`${notices} ${await marketplace.relation(of, 'metric_standings')} ORDER BY ALL`)),
    );
    expect(now).toEqual(then);
  });

  it('what it would say goes on to be shown, seller by seller', async () => {
    const [bad] = (await rows(prefix, 'standings')).filter(({ seller_id }) => seller_id === 's-bad');
    expect(bad).toMatchObject({ official_tier: 'good', projected_tier: 'below', projected_because: 'confirmed' });
  });

  it('no seller reads of a loss or a notice, but that the evaluation is not decided yet', async () => {
    const outbox = await new FolderStore(marketplace.store).list('mail/outbox/');
    const mails = await Promise.all(outbox.map(({ key }) => readFile(`${marketplace.store}/${key}`, 'utf8')));
    const plain = mails.map((mail) => mail.replaceAll('=\r\n', '').replaceAll('\r\n', ' '));
    const tonight = plain.filter((mail) => mail.includes(prefix.slice(5).replace('/', '-')) && mail.includes('@sellers.example'));
    // Whose numbers have changed since their last mail.
    expect(tonight.length).toBeGreaterThan(0);
    for (const mail of tonight) {
      expect(mail).toContain('is not decided yet: before it is, a person looks at the data behind it');
      expect(mail).not.toContain('An evaluation tonight would');
    }
  });

  it('a person at a terminal reads it with the night, with what to type', async () => {
    const list = await run('decide', '--list');
    expect(list.out).toContain(`weekly:${monday} (Weekly standards)\n  The evaluation of`);
    expect(list.out).toContain(`decide weekly:${monday} --approve`);
    const { out } = await run('explain', 's-bad');
    expect(out).toContain('is provisional: it would move');
    expect(JSON.parse((await run('explain', 's-bad', '--json')).out).programmes[0].evaluation).toMatchObject({
      ...{ state: 'provisional', because: 'too_many_would_fall' },
    });
  });

  it('waits as long as nobody says anything', async () => {
    const next = await marketplace.published(addDays(monday, 1));
    expect(await held(next.prefix)).toEqual(await held(before));
    expect(await evaluation(next.prefix)).toMatchObject({ state: 'provisional' });
    expect(dayOf((await evaluation(next.prefix)).provisional_since)).toBe(monday);
  });

  it('once a person has released it, the next night makes it up as of its day, and the tier is lost', async () => {
    const day = addDays(monday, 2);
    const said = ['--by', 'ada', '--reason', 'looked at the shops', '--landing', marketplace.landing, '--date', day];
    const id = `weekly:${monday}`;
    expect((await run('decide', 'weekly:2026-01-05', '--approve', ...said)).code).toBe(2);
    expect(await run('decide', id, '--approve', ...said)).toMatchObject({ code: 0 });
    expect((await run('decide', id, '--approve', ...said)).err).toContain('was decided by ada');
    const night = await marketplace.published(day);
    const [bad] = (await rows(night.prefix, 'standings')).filter(({ seller_id }) => seller_id === 's-bad');
    expect(bad).toMatchObject({ official_tier: 'below', because: 'confirmed' });
    expect([dayOf(bad!.due_on), dayOf(bad!.evaluated_on)]).toEqual([monday, day]);
    expect(await evaluation(night.prefix)).toMatchObject({ state: 'decided', because: 'too_many_would_fall', decided_by: 'ada' });
    expect((await run('decide', id, '--depart', ...said)).err).toContain('is not provisional');
    expect((await run('explain', 's-bad')).out).toContain('ada released it: looked at the shops');
  });

  it('all of it comes out the same when a year later the nights are made afterwards', async () => {
    const days = [...MONDAYS.filter((day) => day <= monday), addDays(monday, 1), addDays(monday, 2)];
    const folder = `${marketplace.store}-again`;
    const again = ['--store', folder, '--landing', marketplace.landing, '--policies', marketplace.policies];
    for (const day of days) expect((await scorecards('night', '--date', day, '--no-mails', '--quiet', ...again)).code).toBe(0);
    const last = `runs/${days.at(-1)}/001`;
    const [here, there] = await Promise.all(
      [marketplace.store, folder].map((store) =>
        ask(
          `SELECT seller_id, official_tier, evaluated_on, due_on, because FROM read_parquet('${store}/${last}/standings/*.parquet') ORDER BY ALL`,
        ),
      ),
    );
    expect(there).toEqual(here);
  });
});
