import { scorecards } from '../../contracts/published/scorecards.js';
import { tierChanges } from '../../contracts/published/tier-changes.js';
import { mailShardKey, planKey, toldKey } from '../../contracts/run/keys.js';
import type { DigestReader, MailPlan, MailShard, PlannedMail } from '../../contracts/run/mail-plan.js';
import type { NotMailed } from '../../contracts/run/mail-preferences.js';
import { ALL_REGIONS } from '../../contracts/run/teams.js';
import type { DigestAddress, MailSettings } from '../../policies/policy.js';
import { allPreferences } from '../shared/mail-preferences.js';
import type { Mailer } from '../shared/mailer.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { openRun, type Run } from '../shared/run-reader.js';
import type { SendLedger } from '../shared/send-ledger.js';
import { type Card, cardsOf } from './cards.js';
import { cutIntoShards, mostInTime } from './cut-into-shards.js';
import { isFinalAndFresh } from './final-and-fresh.js';
import { keepWhatWasPlanned } from './keep-what-was-planned.js';
import { mustFit } from './must-fit.js';
import { digestIsOwed, lastSunday } from './week-owed.js';
import { toldBefore } from './what-was-told.js';
import { type Morning, morningAfter, type News, type Seller, type SellerTonight, whatIsSent } from './who-is-written-to.js';

/** why 1,000: enough to mend a feed by; the count is of all. */
const MOST_NAMED = 1_000;

export interface Planned {
  prefix: string;
  /** Keys of the shards. */
  shards: string[];
  planned: number;
  /** Sellers whose address no mail system would take. */
  unmailable: number;
  /** Sellers who are not written to, by reason. */
  left_out: Partial<Record<NotMailed, number>>;
  digest: boolean;
}

const UNREADABLE: NotMailed = 'address_unreadable';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const readerOf = (one: DigestAddress, region: string): DigestReader =>
  typeof one === 'string' ? { address: one, region } : { ...one, region };

/** Once a week: leadership reads all regions, each team its own. Teams of regions that the policies no longer have read nothing. */
function digestReaders(mails: MailSettings, regions: string[]): DigestReader[] {
  const named = [
    ...mails.leadership.map((one) => readerOf(one, ALL_REGIONS)),
    ...regions.flatMap((region) => (mails.regional_teams[region] ?? []).map((one) => readerOf(one, region))),
  ];
  // Whoever is named twice reads once.
  return [...new Map(named.map((reader) => [`${reader.address.toLowerCase()} ${reader.region}`, reader])).values()];
}

/** Everybody with a scorecard, in the order of their ids, and under which programmes. */
interface Carded extends SellerTonight {
  programmes: string[];
  home_region: string | null;
}

/** The worst that a run says of each seller. A first scorecard is no change. */
async function newsOf(run: Run, cards: ReadonlyMap<string, Card>): Promise<Map<string, News>> {
  const news = new Map<string, News>();
  const changes = run.has('tier_changes') ? await run.rows(tierChanges) : [];
  for (const { seller_id, direction } of changes) if (direction !== 'new') news.set(seller_id, 'change');
  for (const [seller_id, { noticed }] of cards) if (noticed) news.set(seller_id, 'notice');
  for (const { seller_id, direction } of changes) if (direction === 'down') news.set(seller_id, 'drop');
  return news;
}

async function readSellers(store: ObjectStore, run: Run, prefix: string): Promise<Carded[]> {
  const described = run.has('sellers')
    ? ((await run.columns('sellers', ['seller_id', 'email', 'status', 'email_frequency', 'updated_at'])) as unknown as Seller[])
    : [];
  const sellers = new Map(described.map((seller) => [seller.seller_id, seller]));
  const carded = new Map<string, Pick<Carded, 'programmes' | 'home_region'>>();
  for (const row of await run.columns(scorecards.dataset, ['seller_id', 'programme', 'home_region'])) {
    const seller = String(row.seller_id);
    const programmes = [...(carded.get(seller)?.programmes ?? []), String(row.programme)];
    carded.set(seller, { programmes, home_region: row.home_region as string | null });
  }
  const cards = await cardsOf(run, [...carded.keys()]);
  const [news, told, preferences] = [await newsOf(run, cards), await toldBefore(store, prefix), await allPreferences(store)];
  return [...carded]
    .sort(([a], [b]) => byText(a, b))
    .map(([seller_id, { programmes, home_region }]) => ({
      ...{ seller_id, seller: sellers.get(seller_id), preferences: preferences.get(seller_id), news: news.get(seller_id) },
      ...{ told: told.get(seller_id), card: cards.get(seller_id)!.card },
      ...{ programmes: programmes.sort(byText), home_region },
    }));
}

function mailsOf(carded: readonly Carded[], morning: Morning): { mails: PlannedMail[]; notMailed: Map<string, NotMailed> } {
  const mails: PlannedMail[] = [];
  const notMailed = new Map<string, NotMailed>();
  for (const tonight of carded) {
    const { seller_id, programmes, card, told } = tonight;
    const decided = whatIsSent(tonight, morning);
    if ('not' in decided) notMailed.set(seller_id, decided.not);
    else mails.push({ ...decided, seller_id, programmes, card, ...(told?.run ? { since: told.run } : {}) });
  }
  return { mails, notMailed };
}

/**
 * Decides who is written to after a run, and freezes it: shards first, the plan last. A second call answers with the frozen plan.
 * Two runs of one date each have a plan; the ledger sees to it that nobody gets two mails.
 *
 * @throws MailQuotaTooSmall before anything is frozen, when the mail system would not let all of them out.
 */
export async function planEmails(given: {
  store: ObjectStore;
  mailer?: Pick<Mailer, 'capacity'>;
  ledger?: Pick<SendLedger, 'list'>;
  prefix: string;
}): Promise<Planned> {
  const { store, prefix } = given;
  const frozen = await readJson<MailPlan>(store, planKey(prefix));
  if (frozen) return answer(prefix, frozen);

  const run = await openRun(store, prefix);
  const carded = await readSellers(store, run, prefix);
  const morning = morningAfter(run.run_date, await isFinalAndFresh(store, prefix));
  const { mails, notMailed } = mailsOf(carded, morning);
  const because = Map.groupBy(notMailed, ([, not]) => not);

  const plan: MailPlan = {
    plan_id: run.run_id,
    run_date: run.run_date,
    shards: [],
    planned: mails.length,
    unreadable: (because.get(UNREADABLE) ?? []).slice(0, MOST_NAMED).map(([seller_id]) => seller_id),
    left_out: Object.fromEntries([...because].map(([not, some]) => [not, some.length] as const).sort(([a], [b]) => byText(a, b))),
    digest: {
      period: lastSunday(run.run_date),
      readers: (await digestIsOwed(store, run.run_date))
        ? digestReaders(
            run.policies.mails,
            run.policies.regions.map((region) => region.code),
          )
        : [],
    },
  };
  const capacity = await given.mailer?.capacity?.();
  await mustFit({ mails, digest: plan.digest }, { capacity, ledger: given.ledger });
  const shardOf = new Map<string, string>();
  for (const [n, some] of cutIntoShards(mails, run.buckets, capacity && mostInTime(capacity.perSecond)).entries()) {
    const key = mailShardKey(prefix, n + 1);
    const shard: MailShard = { plan_id: plan.plan_id, mails: some };
    await store.write(key, toJson(shard));
    plan.shards.push(key);
    for (const { seller_id } of some) shardOf.set(seller_id, key);
  }
  await keepWhatWasPlanned(store, run, carded, { mails, notMailed, shardOf });
  const told = Object.fromEntries(carded.flatMap(({ seller_id, told }) => (told ? [[seller_id, told]] : [])));
  await store.write(toldKey(prefix), JSON.stringify(told));
  await store.create(planKey(prefix), toJson(plan));
  return answer(prefix, plan);
}

const answer = (prefix: string, plan: MailPlan): Planned => ({
  prefix,
  shards: plan.shards,
  planned: plan.planned,
  unmailable: plan.left_out[UNREADABLE] ?? 0,
  left_out: plan.left_out,
  digest: plan.digest.readers.length > 0,
});
