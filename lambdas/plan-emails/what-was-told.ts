import { doneKey, planKey, toldKey } from '../../contracts/run/keys.js';
import type { MailPlan, MailReport, MailShard } from '../../contracts/run/mail-plan.js';
import { type ObjectStore, readJson } from '../shared/object-store.js';
import { noneIfDamaged, publishedRuns } from '../shared/read-run-files.js';
import type { Told } from './who-is-written-to.js';

/**
 * What each seller was told last before a run, by seller. A plan keeps what was known when it was made; what became of it say the reports
 * of its shards. A mail that was not sent, or of which nobody knows yet, was not told, nor one in whose place an earlier run of the day had sent its own: it is planned again, and where it went out after
 * all the send ledger lets no second one go.
 */
export async function toldBefore(store: ObjectStore, prefix: string): Promise<Map<string, Told>> {
  const earlier = (await publishedRuns(store)).filter((run) => run.prefix < prefix);
  for (const run of earlier.reverse()) {
    const plan = await readJson<MailPlan>(store, planKey(run.prefix)).catch(noneIfDamaged);
    if (!plan) continue;
    const told = (await readJson<Record<string, Told>>(store, toldKey(run.prefix)).catch(noneIfDamaged)) ?? {};
    const known = new Map(Object.entries(told));
    for (const shard of plan.shards)
      for (const [seller, one] of await toldBy(store, shard, { run_date: plan.run_date, run: run.prefix }))
        known.set(seller, one);
    return known;
  }
  return new Map();
}

async function toldBy(store: ObjectStore, key: string, of: Omit<Told, 'card'>): Promise<[string, Told][]> {
  const report = await readJson<MailReport>(store, doneKey(key)).catch(noneIfDamaged);
  const shard = report && (await readJson<MailShard>(store, key).catch(noneIfDamaged));
  if (!shard) return [];
  const not = new Set([
    ...report.open.map(({ recipient }) => recipient),
    ...(report.withheld_from ?? []),
    ...(report.sent_by_another ?? []),
  ]);
  return shard.mails
    .filter(({ seller_id }) => !not.has(seller_id))
    .map(({ seller_id, card = '' }) => [seller_id, { ...of, card }]);
}
