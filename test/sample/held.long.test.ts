/** Stories that one night cannot tell: what evaluations made of them, and points under an example programme. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { generateSample } from '../../sample/generate.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';
import { STORIES } from '../../sample/stories.js';
import { ask, TestMarketplace } from '../night/test-marketplace.js';
import { folderOf } from '../policies/packs.js';

const SIZE = { sellers: 60, orders: 3_000, days: 60 };
const rowOf = async (marketplace: TestMarketplace, prefix: string, dataset: string, where: string) =>
  (await ask(`SELECT * FROM ${await marketplace.relation(prefix, dataset)} AS r WHERE ${where}`))[0];

describe('on two Mondays five weeks apart', () => {
  let marketplace: TestMarketplace;
  const prefixes: string[] = [];
  beforeAll(async () => {
    marketplace = await TestMarketplace.make();
    await generateSample({ to: marketplace.landing, ...SIZE });
    for (const day of [addDays(SAMPLE_LAST_DAY, -35), SAMPLE_LAST_DAY]) prefixes.push((await marketplace.published(day)).prefix);
  }, 120_000);
  afterAll(() => marketplace?.gone());

  const told = STORIES.flatMap(({ seller_id, description, expect: { held } }) =>
    held ? [{ seller_id, description, held }] : [],
  );
  it.each(told)('$seller_id: $description', async ({ seller_id, held }) => {
    for (const [nth, { tier, metric, verdict }] of held.entries()) {
      const of = `seller_id = '${seller_id}'`;
      expect(await rowOf(marketplace, prefixes[nth]!, 'standings', of)).toMatchObject({ official_tier: tier });
      const standing = await rowOf(marketplace, prefixes[nth]!, 'metric_standings', `${of} AND metric = '${metric}'`);
      expect(standing).toMatchObject({ official_verdict: verdict });
      expect(standing!.notice_on !== null).toBe(verdict === 'notice');
    }
  });
});

describe('on the Mondays seven, two and one weeks ago, and the last', () => {
  let marketplace: TestMarketplace;
  let last: string;
  beforeAll(async () => {
    marketplace = await TestMarketplace.make();
    await generateSample({ to: marketplace.landing, ...SIZE });
    for (const ago of [49, 14, 7, 0]) last = (await marketplace.published(addDays(SAMPLE_LAST_DAY, -ago))).prefix;
  }, 180_000);
  afterAll(() => marketplace?.gone());
  const record = (seller: string) =>
    rowOf(marketplace, last, 'decision_records', `seller_id = '${seller}' AND evaluated_on = DATE '2026-11-02'`);

  const told = STORIES.flatMap(({ seller_id, description, said, expect: { decided } }) =>
    decided ? [{ seller_id, description, said, decided }] : [],
  );
  it.each(told)('$seller_id: $description', async ({ seller_id, said, decided: { status, tier } }) => {
    expect(await rowOf(marketplace, last, 'standings', `seller_id = '${seller_id}'`)).toMatchObject({ official_tier: tier });
    expect(await record(seller_id)).toMatchObject({
      ...{ status, tier_before: 'good', tier_after: 'at_risk', because_metric: 'late_dispatch' },
      ...{ decided_by: said?.by ?? null, reason: said?.reason ?? null },
      ...{ appeal_outcome: said?.appeal?.outcome ?? null, appeal_reason: said?.appeal?.reason ?? null },
    });
  });

  it('tells how often quinn was overturned, and proposes to pause late dispatch', async () => {
    const figures = (name: string) => rowOf(marketplace, last, 'decision_figures', `name = '${name}'`);
    const four = { approved: 4, appeals_decided: 4, overturned: 3, overturned_share: 0.75, propose_pause: false };
    expect(await figures('quinn')).toMatchObject({ kind: 'reviewer', ...four });
    expect(await figures('ada')).toMatchObject({ approved: 3, departed: 1, appeals_decided: 2, overturned: 1 });
    expect(await figures('late_dispatch')).toMatchObject({
      kind: 'rule',
      appeals_decided: 6,
      overturned: 4,
      propose_pause: true,
    });
  });

  it('judges neither of the two accounts of split-accounts, which together would be late with every third order', async () => {
    const rows = await ask(
      `SELECT tier, orders FROM ${await marketplace.relation(last, 'scorecards')} AS r WHERE seller_id LIKE 'split-accounts-%'`,
    );
    expect(rows).toEqual(Array(2).fill({ tier: 'not_assessable', orders: 28 }));
  });
});

const pointed = STORIES.flatMap(({ seller_id, description, expect: { points } }) =>
  points ? [{ seller_id, description, points }] : [],
);
describe.each(pointed)('under $points.programme', ({ seller_id, description, points }) => {
  it(`${seller_id}: ${description}`, async () => {
    const marketplace = await TestMarketplace.make(folderOf(points.programme));
    try {
      await generateSample({ to: marketplace.landing, ...SIZE });
      const { prefix } = await marketplace.published(SAMPLE_LAST_DAY);
      const of = `seller_id = '${seller_id}'`;
      const row = await rowOf(marketplace, prefix, 'points_standings', of);
      expect(row).toMatchObject({ points: points.points, points_then: points.tomorrow });
      expect((row!.falls_on as Date).toISOString().slice(0, 10)).toBe(addDays(SAMPLE_LAST_DAY, 1));
      const states = await ask(
        `SELECT state, count(*) AS n FROM ${await marketplace.relation(prefix, 'points_entries')} AS r WHERE ${of} GROUP BY state`,
      );
      const { expired, withdrawn } = points;
      expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toMatchObject({ expired, withdrawn });
    } finally {
      await marketplace.gone();
    }
  }, 120_000);
});

const capped = STORIES.flatMap(({ seller_id, description, expect: { probation } }) =>
  probation ? [{ seller_id, description, probation }] : [],
);
describe('under short-video-shop-uk, which takes new shops on probation', () => {
  let marketplace: TestMarketplace;
  let prefix: string;
  beforeAll(async () => {
    marketplace = await TestMarketplace.make(folderOf('short-video-shop-uk'));
    await generateSample({ to: marketplace.landing, ...SIZE });
    ({ prefix } = await marketplace.published(SAMPLE_LAST_DAY));
  }, 120_000);
  afterAll(() => marketplace?.gone());

  it.each(capped)('$seller_id: $description', async ({ seller_id, probation: { programme, cap, most, above, exit } }) => {
    expect(await rowOf(marketplace, prefix, 'probations', `seller_id = '${seller_id}'`)).toMatchObject({
      ...{ programme, state: exit === null ? 'in_probation' : 'ended', exit },
      ...{ orders_a_day_at_most: cap, most_orders_a_day: most, days_above: above },
    });
  });
});
