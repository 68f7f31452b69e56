/** Where one evaluation would take a tier from more sellers than a programme allows: what they see, and what a person does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POINTER } from '../../contracts/run/keys.js';
import { FolderStore } from '../../infra/local/object-store.js';
import type { NightOutcome } from '../../infra/shared/night-outcome.js';
import type { Policies, Programme } from '../../policies/policy.js';
import { ask, filesOf, type TestMarketplace } from '../night/test-marketplace.js';
import { MONDAYS, POLICIES, WEEKLY, weeklyLanding } from '../trial/weekly-marketplace.js';

/** Of eight sellers one may fall at once, where so many are enough to be told. */
const withBreaker = (share: number): Policies => ({
  ...POLICIES,
  programmes: [
    {
      ...WEEKLY,
      evaluation: { ...WEEKLY.evaluation!, circuit_breaker: { share, sellers: 1, why: 'as the test wants' } },
    } satisfies Programme,
  ],
});

let marketplace: TestMarketplace;
let stopped: NightOutcome;
/** The Monday that would take a tier, and the run that readers saw before it. */
let monday: string;
let seen: string | undefined;
let outbox: string[];

const folder = () => new FolderStore(marketplace.store);
const mails = async (): Promise<string[]> => (await folder().list('mail/outbox/')).map(({ key }) => key).sort();
const pointer = async (): Promise<string | undefined> => (await folder().read(POINTER))?.body.toString();
const tiers = async (prefix: string) =>
  new Map(
    (await ask(`SELECT seller_id, official_tier FROM ${await marketplace.relation(prefix, 'standings')} AS r`)).map((row) => [
      row.seller_id,
      row.official_tier,
    ]),
  );

describe('when one evaluation would take a tier from more sellers than the programme allows', () => {
  let before: string;
  beforeAll(async () => {
    marketplace = await weeklyLanding(withBreaker(0.05));
    for (const day of MONDAYS) {
      seen = await pointer();
      outbox = await mails();
      const night = await marketplace.night(day, { mails: true });
      if (night.error) {
        [stopped, monday] = [night, day];
        return;
      }
      before = night.prefix!;
    }
  }, 300_000);
  afterAll(() => marketplace?.gone());

  it('nothing of it is published: everybody keeps the tier held before', async () => {
    expect(stopped.failed_state).toBe('Gate');
    expect(await pointer()).toBe(seen);
    expect((await tiers(before)).get('s-bad')).toBe('good');
  });

  it('no seller hears of it', async () => {
    expect(outbox.length).toBeGreaterThan(0);
    expect(await mails()).toEqual(outbox);
  });

  it('the message says how many would fall, of how many, by what, and what a person does', () => {
    expect(stopped.error!.message).toContain('would move down');
    expect(stopped.error!.message).toContain('evaluation.circuit_breaker.share');
  });

  it('what would have fallen can be looked at, seller by seller, beside the run that was stopped', async () => {
    const rows = await ask(
      `SELECT seller_id, direction, tier_before, tier_after FROM read_parquet('${marketplace.store}/${stopped.prefix}/decision_records/*.parquet') WHERE direction = 'down'`,
    );
    expect(rows).toContainEqual({ seller_id: 's-bad', direction: 'down', tier_before: 'good', tier_after: 'below' });
  });

  it('once a person says that it is right, the same night takes the tier', async () => {
    for (const [name, text] of Object.entries(filesOf(withBreaker(1))))
      await new FolderStore(marketplace.policies).write(name, text);
    const { prefix } = await marketplace.published(monday);
    expect((await tiers(prefix)).get('s-bad')).toBe('below');
  });
});
