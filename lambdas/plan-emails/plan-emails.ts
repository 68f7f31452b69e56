import { ERASED_ADDRESS } from '../../contracts/ledger/erased.js';
import { scorecards } from '../../contracts/published/scorecards.js';
import { tierChanges } from '../../contracts/published/tier-changes.js';
import { mailShardKey, planKey } from '../../contracts/run/keys.js';
import type { DigestReader, MailPlan, MailShard, PlannedMail } from '../../contracts/run/mail-plan.js';
import { ALL_REGIONS } from '../../contracts/run/teams.js';
import { mailableAddress } from '../../policies/address.js';
import type { MailSettings } from '../../policies/policy.js';
import { isoWeek } from '../../wording/calendar.js';
import type { Mailer } from '../shared/mailer.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { openRun, type Run } from '../shared/run-reader.js';
import type { SendLedger } from '../shared/send-ledger.js';
import { cutIntoShards, mostInTime } from './cut-into-shards.js';
import { mustFit } from './must-fit.js';
import { digestIsOwed, lastSunday, weekIsOwed } from './week-owed.js';

/** why 1,000: enough to mend a feed by; the count is of all. */
const MOST_NAMED = 1_000;

interface Seller {
  seller_id: string;
  email: string | null;
  status: string;
  email_frequency: string | null;
}

export interface Planned {
  prefix: string;
  /** Keys of the shards. */
  shards: string[];
  planned: number;
  /** Sellers whose address no mail system would take. */
  unmailable: number;
  digest: boolean;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As the plan counts sellers whose address no mail system would take. */
const UNREADABLE = 'address_unreadable';

/** Why a seller is not written to tonight, or the campaign. Null frequency means weekly. */
function decide(
  seller: Seller | undefined,
  changed: boolean,
  weekly: boolean,
): { campaign: PlannedMail['campaign'] } | { not: string } {
  if (!seller) return { not: 'not_described' };
  if (seller.status === 'closed') return { not: 'closed' };
  const frequency = seller.email_frequency ?? 'weekly';
  if (frequency === 'off') return { not: 'wants_none' };
  if (!seller.email || seller.email === ERASED_ADDRESS) return { not: 'no_address' };
  if (mailableAddress(seller.email) === undefined) return { not: UNREADABLE };
  if (frequency === 'changes') return changed ? { campaign: 'scorecard-change' } : { not: 'no_change' };
  return weekly ? { campaign: 'scorecard' } : { not: 'not_monday' };
}

/** Once a week: leadership reads all regions, each team its own. Teams of regions that the policies no longer have read nothing. */
function digestReaders(mails: MailSettings, regions: string[]): DigestReader[] {
  const named = [
    ...mails.leadership.map((address) => ({ address, region: ALL_REGIONS })),
    ...regions.flatMap((region) => (mails.regional_teams[region] ?? []).map((address) => ({ address, region }))),
  ];
  // Whoever is named twice reads once.
  return [...new Map(named.map((reader) => [`${reader.address.toLowerCase()} ${reader.region}`, reader])).values()];
}

/** Everybody with a scorecard, in the order of their ids: what is known of the seller, and under which programmes. */
interface Carded {
  seller_id: string;
  seller: Seller | undefined;
  programmes: string[];
  changed: boolean;
}

async function readSellers(run: Run): Promise<Carded[]> {
  const described = run.has('sellers')
    ? ((await run.columns('sellers', ['seller_id', 'email', 'status', 'email_frequency'])) as unknown as Seller[])
    : [];
  const sellers = new Map(described.map((seller) => [seller.seller_id, seller]));
  const changes = run.has('tier_changes') ? await run.rows(tierChanges) : [];
  const changed = new Set(changes.filter((row) => row.direction !== 'new').map((row) => row.seller_id));
  const programmes = new Map<string, string[]>();
  for (const row of await run.columns(scorecards.dataset, ['seller_id', 'programme'])) {
    const seller = String(row.seller_id);
    programmes.set(seller, [...(programmes.get(seller) ?? []), String(row.programme)]);
  }
  return [...programmes]
    .sort(([a], [b]) => byText(a, b))
    .map(([seller_id, some]) => ({
      ...{ seller_id, seller: sellers.get(seller_id), changed: changed.has(seller_id) },
      programmes: some.sort(byText),
    }));
}

function mailsOf(
  carded: readonly Carded[],
  { weekly, week, run_date }: { weekly: boolean; week: string; run_date: string },
): { mails: PlannedMail[]; leftOut: Record<string, number>; unreadable: string[] } {
  const mails: PlannedMail[] = [];
  const leftOut: Record<string, number> = {};
  const unreadable: string[] = [];
  for (const { seller_id, seller, programmes, changed } of carded) {
    const decided = decide(seller, changed, weekly);
    if ('not' in decided) {
      leftOut[decided.not] = (leftOut[decided.not] ?? 0) + 1;
      if (decided.not === UNREADABLE) unreadable.push(seller_id);
    } else {
      const period = decided.campaign === 'scorecard' ? week : run_date;
      mails.push({ campaign: decided.campaign, period, seller_id, programmes });
    }
  }
  return { mails, leftOut, unreadable };
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
  const weekly = await weekIsOwed(store, run.run_date);
  const week = isoWeek(run.run_date);
  const { mails, leftOut, unreadable } = mailsOf(await readSellers(run), { weekly, week, run_date: run.run_date });

  const plan: MailPlan = {
    plan_id: run.run_id,
    run_date: run.run_date,
    shards: [],
    planned: mails.length,
    unreadable: unreadable.slice(0, MOST_NAMED),
    left_out: Object.fromEntries(Object.entries(leftOut).sort(([a], [b]) => byText(a, b))),
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
  for (const [n, some] of cutIntoShards(mails, run.buckets, capacity && mostInTime(capacity.perSecond)).entries()) {
    const key = mailShardKey(prefix, n + 1);
    const shard: MailShard = { plan_id: plan.plan_id, mails: some };
    await store.write(key, toJson(shard));
    plan.shards.push(key);
  }
  await store.create(planKey(prefix), toJson(plan));
  return answer(prefix, plan);
}

const answer = (prefix: string, plan: MailPlan): Planned => ({
  prefix,
  shards: plan.shards,
  planned: plan.planned,
  unmailable: plan.left_out[UNREADABLE] ?? 0,
  digest: plan.digest.readers.length > 0,
});
