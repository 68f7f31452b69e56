import * as z from 'zod';
import { scorecards } from '../../contracts/published/scorecards.js';
import { tierChanges } from '../../contracts/published/tier-changes.js';
import { mailShardKey, planKey } from '../../contracts/run/keys.js';
import type { DigestReader, MailPlan, MailShard, PlannedMail } from '../../contracts/run/mail-plan.js';
import type { MailSettings } from '../../policies/policy.js';
import { isMonday, isoWeek } from '../../wording/calendar.js';
import type { Mailer } from '../shared/mailer.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { openRun, type Run } from '../shared/run-reader.js';
import type { SendLedger } from '../shared/send-ledger.js';
import { cutIntoShards } from './cut-into-shards.js';
import { mustFit } from './must-fit.js';

/** One plain address: no lists, no spaces, nothing that could become a second recipient. */
const oneAddress = z.email({ pattern: z.regexes.html5Email });

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
  digest: boolean;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Why a seller is not written to tonight, or the campaign. Null frequency means weekly. */
function decide(
  seller: Seller | undefined,
  changed: boolean,
  monday: boolean,
): { campaign: PlannedMail['campaign'] } | { not: string } {
  if (!seller) return { not: 'not_described' };
  if (seller.status === 'closed') return { not: 'closed' };
  const frequency = seller.email_frequency ?? 'weekly';
  if (frequency === 'off') return { not: 'wants_none' };
  if (!seller.email) return { not: 'no_address' };
  if (!oneAddress.safeParse(seller.email).success) return { not: 'address_unreadable' };
  if (frequency === 'changes') return changed ? { campaign: 'scorecard-change' } : { not: 'no_change' };
  return monday ? { campaign: 'scorecard' } : { not: 'not_monday' };
}

/** On Mondays: leadership reads all regions, each team its own. Teams of regions that the policies no longer have read nothing. */
const digestReaders = (mails: MailSettings, regions: string[]): DigestReader[] => [
  ...mails.leadership.map((address) => ({ address, region: 'ALL' })),
  ...regions.flatMap((region) => (mails.regional_teams[region] ?? []).map((address) => ({ address, region }))),
];

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
  { monday, week, run_date }: { monday: boolean; week: string; run_date: string },
): { mails: PlannedMail[]; leftOut: Record<string, number> } {
  const mails: PlannedMail[] = [];
  const leftOut: Record<string, number> = {};
  for (const { seller_id, seller, programmes, changed } of carded) {
    const decided = decide(seller, changed, monday);
    if ('not' in decided) leftOut[decided.not] = (leftOut[decided.not] ?? 0) + 1;
    else {
      const period = decided.campaign === 'scorecard' ? week : run_date;
      mails.push({ campaign: decided.campaign, period, seller_id, programmes });
    }
  }
  return { mails, leftOut };
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
  const monday = isMonday(run.run_date);
  const week = isoWeek(run.run_date);
  const { mails, leftOut } = mailsOf(await readSellers(run), { monday, week, run_date: run.run_date });

  const plan: MailPlan = {
    plan_id: run.run_id,
    run_date: run.run_date,
    shards: [],
    planned: mails.length,
    left_out: Object.fromEntries(Object.entries(leftOut).sort(([a], [b]) => byText(a, b))),
    digest: {
      period: week,
      readers: monday
        ? digestReaders(
            run.policies.mails,
            run.policies.regions.map((region) => region.code),
          )
        : [],
    },
  };
  await mustFit({ mails, digest: plan.digest }, given);
  for (const [n, some] of cutIntoShards(mails, run.buckets).entries()) {
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
  digest: plan.digest.readers.length > 0,
});
