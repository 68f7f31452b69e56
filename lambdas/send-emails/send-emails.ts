import { NO_MAILS } from '../../contracts/landing/sellers.js';
import { decisionRecords } from '../../contracts/published/decision-records.js';
import { earlyWarnings } from '../../contracts/published/early-warnings.js';
import { evaluations } from '../../contracts/published/evaluations.js';
import { mailOrders } from '../../contracts/published/mail-orders.js';
import { metricStandings } from '../../contracts/published/metric-standings.js';
import { nextTiers } from '../../contracts/published/next-tiers.js';
import { outcomeDetails } from '../../contracts/published/outcome-details.js';
import { pointsStandings } from '../../contracts/published/points-standings.js';
import { probationExits } from '../../contracts/published/probation-exits.js';
import { probations } from '../../contracts/published/probations.js';
import { scoreParts } from '../../contracts/published/score-parts.js';
import { scorecards } from '../../contracts/published/scorecards.js';
import { scores } from '../../contracts/published/scores.js';
import { sellerMetrics } from '../../contracts/published/seller-metrics.js';
import { sellerWeeks } from '../../contracts/published/seller-weeks.js';
import { standings } from '../../contracts/published/standings.js';
import { thingsToDo } from '../../contracts/published/things-to-do.js';
import { tierChanges } from '../../contracts/published/tier-changes.js';
import { tierGates } from '../../contracts/published/tier-gates.js';
import { doneKey } from '../../contracts/run/keys.js';
import type { MailCounts, MailShard, PlannedMail } from '../../contracts/run/mail-plan.js';
import { renderScorecard } from '../../emails/scorecard.js';
import { type ScorecardMail, unsubscribeLink } from '../../emails/scorecard-view.js';
import { mailableAddress } from '../../policies/address.js';
import { endOfDay } from '../../wording/calendar.js';
import { speechFor } from '../../wording/words.js';
import { countsOf, type Delivering, deliver, type PendingMail } from '../shared/deliver.js';
import { type LinkKeys, linkTo, tokenFor, unsubscribeHeaders } from '../shared/mail-link.js';
import { frequencyOf, hasBounced, type LandedWish, readPreferences } from '../shared/mail-preferences.js';
import type { Message } from '../shared/mailer.js';
import { type ObjectStore, toJson } from '../shared/object-store.js';
import { need } from '../shared/read-run-files.js';
import { openRun, type Run } from '../shared/run-reader.js';
import { keepWhatWasSaid, type Written } from './keep-what-was-said.js';
import { earlierCards, movedSince } from './since-last-mail.js';

interface Seller extends LandedWish {
  seller_id: string;
  name: string | null;
  email: string | null;
  locale: string | null;
}

const SELLER_COLUMNS = ['seller_id', 'name', 'email', 'locale', 'email_frequency', 'updated_at'];

const bySeller = <Row extends { seller_id: string }>(rows: Row[]): Map<string, Row[]> => {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const found = grouped.get(row.seller_id);
    if (found) found.push(row);
    else grouped.set(row.seller_id, [row]);
  }
  return grouped;
};

/** Everything the shard's sellers need, each Parquet file decoded once: of what lies in buckets, those of the sellers. */
async function load(run: Run, ids: ReadonlySet<string>) {
  const sellers = (await run.columns('sellers', SELLER_COLUMNS, ids)) as unknown as Seller[];
  return {
    sellers: bySeller(sellers),
    scorecards: bySeller(await run.rows(scorecards, ids)),
    metrics: bySeller(await run.rows(sellerMetrics, ids)),
    orders: bySeller(await run.rows(mailOrders, ids)),
    details: bySeller(await run.rows(outcomeDetails, ids)),
    changes: bySeller(run.has('tier_changes') ? await run.rows(tierChanges, ids) : []),
    standings: bySeller(run.has('standings') ? await run.rows(standings, ids) : []),
    evaluated: bySeller(run.has('metric_standings') ? await run.rows(metricStandings, ids) : []),
    points: bySeller(run.has('points_standings') ? await run.rows(pointsStandings, ids) : []),
    scores: bySeller(run.has('scores') ? await run.rows(scores, ids) : []),
    score_parts: bySeller(run.has('score_parts') ? await run.rows(scoreParts, ids) : []),
    probations: bySeller(run.has('probations') ? await run.rows(probations, ids) : []),
    probation_exits: bySeller(run.has('probation_exits') ? await run.rows(probationExits, ids) : []),
    gates: bySeller(run.has('tier_gates') ? await run.rows(tierGates, ids) : []),
    decisions: bySeller(run.has('decision_records') ? await run.rows(decisionRecords, ids) : []),
    evaluations: run.has('evaluations') ? await run.rows(evaluations) : [],
    next_tiers: bySeller(run.has('next_tiers') ? await run.rows(nextTiers, ids) : []),
    things_to_do: bySeller(run.has('things_to_do') ? await run.rows(thingsToDo, ids) : []),
    weeks: bySeller(run.has('seller_weeks') ? await run.rows(sellerWeeks, ids) : []),
    warnings: bySeller(run.has('early_warnings') ? await run.rows(earlyWarnings, ids) : []),
  };
}

export interface Sending extends Delivering {
  store: ObjectStore;
  /** What links to the page of preferences are signed with; without it mails are stopped by an answer alone. */
  linkKeys?: () => Promise<LinkKeys>;
  /** In which all are written to, instead of each in its own: for whoever looks at mails. */
  locale?: string;
}

/** Sends one shard of the plan and writes its report beside it. Answers the counts. */
export async function sendEmails(given: Sending & { prefix: string; shard: string }): Promise<MailCounts> {
  const { store, prefix, shard: key } = given;
  const shard = await need<MailShard>(store, key);
  const run = await openRun(store, prefix);
  const data = await load(run, new Set(shard.mails.map(({ seller_id }) => seller_id)));
  const keys = run.policies.mails.preferences_page === undefined ? undefined : await given.linkKeys?.();
  const earlier = await earlierCards(store, shard.mails);
  const written: Written = new Map();
  const around = { run, data, earlier, store, keys, written, locale: given.locale };
  const report = await deliver(
    shard.mails.map((mail) => pendingMailOf(mail, around)),
    shard.plan_id,
    given,
  );
  if (given.locale === undefined) {
    const homes = new Map([...data.scorecards].map(([seller_id, cards]) => [seller_id, cards[0]!.home_region]));
    // why before the report: a share without one is seen to again, and so are these files.
    await keepWhatWasSaid(store, run, { key, mails: shard.mails, written, report, homes });
  }
  await store.write(doneKey(key), toJson(report));
  return countsOf(report);
}

interface Around {
  run: Run;
  data: Awaited<ReturnType<typeof load>>;
  earlier: Awaited<ReturnType<typeof earlierCards>>;
  store: ObjectStore;
  keys: LinkKeys | undefined;
  /** Filled as mails are written. */
  written: Written;
  locale: string | undefined;
}

/** What a seller asked for, or a mail system reported, since the plan was made. */
async function againstNow(store: ObjectStore, seller_id: string, seller: Seller | undefined): Promise<string | undefined> {
  const preferences = await readPreferences(store, seller_id);
  if (!preferences || !seller) return undefined;
  if (frequencyOf(seller, preferences.asked) === NO_MAILS) return 'wants none';
  return hasBounced(preferences, mailableAddress(seller.email ?? '') ?? '') ? 'bounced' : undefined;
}

/** The rows of the planned programmes, and what changed since the last mail. */
function scorecardMail(
  mail: PlannedMail,
  seller: Seller,
  { run, data, earlier, preferences }: Pick<Around, 'run' | 'data' | 'earlier'> & { preferences: string | undefined },
): ScorecardMail {
  const { campaign, seller_id } = mail;
  const planned = <Row extends { programme: string }>(rows: Row[] | undefined): Row[] =>
    (rows ?? []).filter((row) => mail.programmes.includes(row.programme));
  const tonight = {
    scorecards: planned(data.scorecards.get(seller_id)),
    metrics: planned(data.metrics.get(seller_id)),
    details: planned(data.details.get(seller_id)),
  };
  const moved = movedSince(earlier.get(seller_id), { run_date: run.run_date, policies: run.policies, ...tonight });
  return {
    run_id: run.run_id,
    run_date: run.run_date,
    campaign: campaign === 'scorecard-change' ? campaign : 'scorecard',
    sent_because: campaign,
    ...(preferences ? { preferences } : {}),
    policies: run.policies,
    seller,
    ...tonight,
    ...(moved ? { moved } : {}),
    weeks: planned(data.weeks.get(seller_id)),
    orders: planned(data.orders.get(seller_id)),
    changes: planned(data.changes.get(seller_id)),
    standings: planned(data.standings.get(seller_id)),
    evaluated: planned(data.evaluated.get(seller_id)),
    evaluations: planned(data.evaluations),
    points: planned(data.points.get(seller_id)),
    scores: planned(data.scores.get(seller_id)),
    score_parts: planned(data.score_parts.get(seller_id)),
    gates: planned(data.gates.get(seller_id)),
    decisions: planned(data.decisions.get(seller_id)),
    warnings: planned(data.warnings.get(seller_id)),
    next_tiers: planned(data.next_tiers.get(seller_id)),
    things_to_do: planned(data.things_to_do.get(seller_id)),
    probations: planned(data.probations.get(seller_id)),
    probation_exits: planned(data.probation_exits.get(seller_id)),
  };
}

function pendingMailOf(mail: PlannedMail, { run, data, earlier, store, keys, written, locale }: Around): PendingMail {
  const { campaign, period, seller_id } = mail;
  const key = { campaign, period, recipient: seller_id };
  return {
    key,
    against: () => againstNow(store, seller_id, data.sellers.get(seller_id)?.[0]),
    async render(): Promise<Message> {
      const landed = data.sellers.get(seller_id)?.[0];
      const to = mailableAddress(landed?.email ?? '');
      if (!landed || !to) throw new Error(`seller ${seller_id} has no address in the run's sellers`);
      const seller = { ...landed, locale: locale ?? landed.locale };
      const speech = speechFor(seller.locale);
      const page = run.policies.mails.preferences_page;
      const preferences =
        keys && page ? linkTo(page, tokenFor(seller_id, 'mails', keys), seller.locale ? speech.locale : undefined) : undefined;
      const scorecard = await renderScorecard(scorecardMail(mail, seller, { run, data, earlier, preferences }));
      const { locale: writtenIn, beginning, ...rendered } = scorecard;
      written.set(seller_id, { locale: writtenIn, beginning, subject: rendered.subject });
      const { from } = run.policies.mails;
      const unsubscribe = unsubscribeLink(from, speech.words.scorecard.unsubscribeSubject(seller_id));
      return {
        ...rendered,
        from,
        to,
        headers: {
          ...unsubscribeHeaders(unsubscribe, preferences),
          'Auto-Submitted': 'auto-generated',
          'X-Run-Id': run.run_id,
        },
        date: endOfDay(run.run_date),
        key,
      };
    },
  };
}
