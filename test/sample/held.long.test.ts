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
