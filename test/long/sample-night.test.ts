import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../cli/explain.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { publishedRuns } from '../../lambdas/shared/read-run-files.js';
import { loadPolicies } from '../../policies/load.js';
import { generateSample } from '../../sample/generate.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';
import { STORIES } from '../../sample/stories.js';
import { readSqlFiles } from '../../sql/files.js';
import { blocksOf, mailTexts, numbersThatDiffer, publishedNumbers } from '../emails/mail-numbers.js';
import { compareRun } from '../independent/compare.js';
import { ask, TestMarketplace } from '../night/test-marketplace.js';

const policies = loadPolicies(
  Object.fromEntries(
    readdirSync('policies')
      .filter((n) => n.endsWith('.yaml'))
      .map((n) => [n, readFileSync(`policies/${n}`, 'utf8')]),
  ),
  SAMPLE_LAST_DAY,
);

/** The sample and its night that `npm run nightly` left in data/, or the same made anew. */
async function sampleNight(): Promise<{ landing: string; store: string; prefix: string; gone?: () => Promise<void> }> {
  const run = existsSync('data/store')
    ? (await publishedRuns(new FolderStore('data/store'))).findLast((r) => r.run_date === SAMPLE_LAST_DAY)
    : undefined;
  if (run) return { landing: 'data/landing', store: 'data/store', prefix: run.prefix };
  const marketplace = await TestMarketplace.make();
  await generateSample({ to: marketplace.landing });
  const { prefix } = await marketplace.published(SAMPLE_LAST_DAY);
  return { landing: marketplace.landing, store: marketplace.store, prefix, gone: () => marketplace.gone() };
}

describe('the night of the sample', () => {
  let night: Awaited<ReturnType<typeof sampleNight>>;
  let duck: Duck;
  beforeAll(async () => {
    night = await sampleNight();
    duck = await openDuck();
  });
  afterAll(async () => {
    duck?.close();
    await night?.gone?.();
  });
  const file = (dataset: string) =>
    `read_parquet('${night.store}/${night.prefix}/${dataset}/**/*.parquet', hive_partitioning = false)`;

  it('equals a computation outside SQL, row for row', async () => {
    const compared = await compareRun({
      store: night.store,
      prefix: night.prefix,
      runDate: SAMPLE_LAST_DAY,
      policies,
      landed: night.landing,
    });
    expect(compared.differences).toEqual([]);
    expect(compared.rows.order_outcomes).toBeGreaterThan(250_000);
    expect(compared.notMeasured).toEqual([]);
  });

  it.each(STORIES.map((story) => [story.seller_id, story] as const))(
    '%s comes out as its story tells',
    async (seller, { expect: told }) => {
      const [card] = await ask(`SELECT tier, held_back_by FROM ${file('scorecards')} WHERE seller_id = '${seller}'`);
      expect(card?.tier).toBe(told.tier);
      if (told.held_by) expect(card?.held_back_by).toBe(told.held_by);
      for (const [metric, counts] of Object.entries(told.counts ?? {})) {
        const [row] = await ask(`SELECT * FROM ${file('seller_metrics')} WHERE seller_id = '${seller}' AND metric = '${metric}'`);
        expect(row).toMatchObject(counts);
      }
      const leads = await ask(
        `SELECT lead, status, CAST(orders AS INTEGER) AS orders, twin FROM ${file('leads')} WHERE seller_id = '${seller}' ORDER BY lead`,
      );
      expect(leads).toEqual(told.leads ?? []);
    },
  );

  it('has no leads but those of its stories', async () => {
    const [found] = await ask(`SELECT count(*) AS leads FROM ${file('leads')}`);
    expect(Number(found!.leads)).toBe(STORIES.flatMap(({ expect: told }) => told.leads ?? []).length);
  });

  it('is in the numbers of 500 sellers’ mails as it is in the published Parquet', async () => {
    const sellers = await ask(
      `SELECT DISTINCT seller_id FROM ${file('scorecards')} WHERE seller_id <> 'ghost' ORDER BY md5(seller_id) LIMIT 470`,
    );
    const ids = [...new Set([...STORIES.map(({ seller_id }) => seller_id), ...sellers.map((row) => String(row.seller_id))])];
    const [programme] = policies.programmes;
    const texts = await mailTexts(night.store, night.prefix, ids, [programme!.programme]);
    const titles = new Map(policies.metrics.map(({ metric, title }) => [title, metric]));
    const published = await publishedNumbers(ask, file);
    const seen = { blocks: 0, weeks: 0, reasons: 0 };
    const differ: string[] = [];
    for (const [seller, text] of texts) {
      const blocks = blocksOf(text, (title) => titles.get(title)!);
      differ.push(...numbersThatDiffer(seller, blocks, published(seller)));
      seen.blocks += blocks.length;
      seen.weeks += blocks.filter(({ weeks }) => weeks).length;
      seen.reasons += blocks.filter(({ reasons }) => reasons.forgiven.length + reasons.excluded.length > 0).length;
    }
    expect(differ.slice(0, 20)).toEqual([]);
    expect(texts.size).toBeGreaterThan(450);
    expect(seen.blocks).toBeGreaterThan(1_000);
    expect(seen.weeks).toBeGreaterThan(400);
    expect(seen.reasons).toBeGreaterThan(300);
  });

  it('explains 200 sellers so that their orders add up to their numbers again', async () => {
    const sellers = await ask(`SELECT seller_id FROM ${file('scorecards')} ORDER BY md5(seller_id) LIMIT 200`);
    const named = STORIES.map((story) => story.seller_id);
    const ids = [...new Set([...named, ...sellers.map((row) => String(row.seller_id))])].slice(0, 200);
    expect(ids).toHaveLength(200);
    const store = new FolderStore(night.store);
    const sql = await readSqlFiles();
    for (const seller of ids) {
      const found = (await explain({ store, duck, sql, prefix: night.prefix, seller }))!;
      for (const { programme, metrics } of found.programmes) {
        const rows = await ask(
          `SELECT * FROM ${file('seller_metrics')} WHERE seller_id = '${seller}' AND programme = '${programme}'`,
        );
        expect(metrics).toHaveLength(rows.length);
        for (const metric of metrics) {
          const added = { met: 0, fault: 0, forgiven: 0, excluded: 0, pending: 0 };
          for (const order of metric.orders) {
            added[order.outcome]++;
            // What is pending may lie on any day since the window opened; what is final lies within it.
            const last = order.outcome === 'pending' ? found.run_date : metric.to;
            expect(order.cohort_day >= metric.from && order.cohort_day <= last).toBe(true);
            expect(Object.keys(order.moments).length).toBeGreaterThan(0);
          }
          const row = rows.find((r) => r.metric === metric.metric)!;
          const { met, fault, forgiven, excluded, pending } = row;
          expect({ seller, metric: metric.metric, ...added }).toEqual({
            seller,
            metric: metric.metric,
            met,
            fault,
            forgiven,
            excluded,
            pending,
          });
          // A delivery that the carrier delayed counts as met, by policies/metrics.yaml; what an exemption forgives is left out.
          const delayed = metric.orders.filter(
            (order) => order.outcome === 'forgiven' && order.reason === 'carrier_delay',
          ).length;
          const counted = added.met + added.fault + delayed;
          expect(metric.counted).toBe(counted);
          expect(metric.accountable_rate).toBe(counted === 0 ? null : added.fault / counted);
        }
      }
    }
  });
});
