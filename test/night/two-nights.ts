/** A small store of two nights, with rejected rows and mails, of which a third night is to come. */
import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { PUBLISHED } from '../../contracts/published/index.js';
import { runNight } from '../../infra/local/night.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { CASE_POLICIES, policiesOf } from '../cases/index.js';
import type { Damage } from './damages.js';
import { DAYS } from './damages.js';
import { ask, TestMarketplace } from './test-marketplace.js';

const REGION = CASE_POLICIES.regions[0]!.code;

const seller = (n: number): object => ({
  ...{ seller_id: `S-${n}`, name: `Shop ${n}`, email: `shop-${n}@sellers.example`, home_region: REGION },
  ...{ status: 'active', joined_on: '2025-01-01', email_frequency: 'daily' },
});
const order = (n: number, day: string): object => ({
  ...{ order_id: `o-${n}`, seller_id: `S-${n % 3}`, region: REGION, currency: 'EUR', items: 1, gmv_minor: 100 + n },
  ...{ fulfilment: 'seller', placed_at: `${day}T07:00:00Z`, ship_by: `${day}T18:00:00Z`, deliver_by: '2026-11-20T18:00:00Z' },
});
const lines = (day: string, rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify({ updated_at: `${day}T08:00:00Z`, ...row })}\n`).join('');
const orders = (day: string, from: number, count: number): object[] =>
  Array.from({ length: count }, (_, n) => order(from + n, day));

export interface NextNight {
  /** Bytes of every file that readers see, by key. */
  files: Record<string, string>;
  /** The rows in them, by dataset. */
  rows: Record<string, string[]>;
  passed_over: string[];
  accepted_again: string[];
}

export class TwoNights {
  private constructor(readonly marketplace: TestMarketplace) {}

  static async make(): Promise<TwoNights> {
    const marketplace = await TestMarketplace.make(policiesOf(REGION));
    const [first, second, third] = DAYS;
    await marketplace.land([
      [`sellers/dt=${first}/a.jsonl`, lines(first, [0, 1, 2].map(seller))],
      [`orders/dt=${first}/a.jsonl`, lines(first, [...orders(first, 0, 40), { order_id: 'o-without' }])],
      [`orders/dt=${second}/a.jsonl`, lines(second, orders(second, 100, 20))],
      [`orders/dt=${second}/b.jsonl`, lines(second, orders(second, 200, 7))],
      [`orders/dt=${third}/a.jsonl`, lines(third, [...orders(third, 300, 5), ...orders(first, 0, 2)])],
    ]);
    for (const day of [first, second]) await marketplace.published(day, { mails: true });
    return new TwoNights(marketplace);
  }

  /** A copy of the store, to be damaged. */
  async copy(): Promise<string> {
    const store = join(await mkdtemp(join(this.marketplace.folder, 'copy-')), 'store');
    await cp(this.marketplace.store, store, { recursive: true });
    return store;
  }

  /** Copies of what it is judged by and from. */
  async copyTo({ policies, landing }: { policies: string; landing: string }): Promise<void> {
    await cp(this.marketplace.policies, policies, { recursive: true });
    await cp(this.marketplace.landing, landing, { recursive: true });
  }

  /** The night after, and what readers see of it. */
  async nextNight(store: string, run_date: string = DAYS[2]): Promise<NextNight> {
    const { landing, policies } = this.marketplace;
    const outcome = await runNight({ runDate: run_date, landing, store, policies, mails: false });
    if (outcome.error) throw new Error(`${outcome.failed_state}: ${outcome.error.message}`);
    const folder = new FolderStore(store);
    const said = (field: string) => outcome.results.flatMap(({ result }) => (result[field] as string[] | undefined) ?? []);
    const next: NextNight = { files: {}, rows: {}, passed_over: said('passed_over'), accepted_again: said('accepted_again') };
    for (const { key } of await folder.list(`${outcome.prefix}/`)) {
      const dataset = Object.keys(PUBLISHED).find((name) => key.startsWith(`${outcome.prefix}/${name}/`));
      if (!dataset) continue;
      next.files[key] = (await folder.read(key))!.body.toString('base64');
      const rows = await ask(`SELECT to_json(r) AS row FROM read_parquet('${join(store, key)}', hive_partitioning = false) AS r`);
      next.rows[dataset] = [...(next.rows[dataset] ?? []), ...rows.map(({ row }) => String(row))].sort();
    }
    return next;
  }

  gone(): Promise<void> {
    return this.marketplace.gone();
  }
}

/** Does the damage; resolves to the key. */
export async function damage(store: string, { at, how }: Damage): Promise<string> {
  const keys = (await new FolderStore(store).list('')).map(({ key }) => key);
  const key = typeof at === 'string' ? at : keys.find((one) => at.test(one));
  if (key === undefined) throw new Error(`nothing in the store is called ${at}`);
  await how(join(store, key));
  return key;
}
