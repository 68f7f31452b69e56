/** What changed for a seller since the run that the last mail was of, by the rule of `explain --since`. */
import { outcomeDetails } from '../../contracts/published/outcome-details.js';
import { scorecards } from '../../contracts/published/scorecards.js';
import { sellerMetrics } from '../../contracts/published/seller-metrics.js';
import { standings } from '../../contracts/published/standings.js';
import { manifestKey } from '../../contracts/run/keys.js';
import type { PlannedMail } from '../../contracts/run/mail-plan.js';
import type { DetailRow } from '../../emails/faults-file.js';
import type { ScorecardRow, SellerMetricRow } from '../../emails/rows.js';
import type { MovedMetric, MovedSince } from '../../emails/scorecard-moved.js';
import { countsFor, judgedMetricOf, type Policies } from '../../policies/policy.js';
import { daysCounted } from '../../wording/days-counted.js';
import { heldUnder, type StandingRow, tierShown } from '../../wording/standing.js';
import { standardOf } from '../../wording/wording.js';
import { type Change, changesOf, type JudgedOrder, type Listed } from '../shared/moved-orders.js';
import { type ObjectStore, readJson } from '../shared/object-store.js';
import { noneIfDamaged } from '../shared/read-run-files.js';
import { openRun } from '../shared/run-reader.js';

/** What a run said of a seller. */
interface Card {
  run_date: string;
  policies: Policies;
  scorecards: Pick<ScorecardRow, 'programme' | 'tier'>[];
  metrics: SellerMetricRow[];
  details: Detail[];
}

/** What of an order behind a number it takes. why not all of it: the moments of orders are most of the bytes. */
const DETAIL = [
  ...(['seller_id', 'programme', 'metric', 'subject_id', 'cohort_day'] as const),
  ...(['outcome', 'counts_as_met', 'items'] as const),
];
type Detail = Pick<DetailRow, (typeof DETAIL)[number]>;

export interface EarlierCard extends Card {
  standings: StandingRow[];
}

/**
 * why 8: most mails of a night were last sent on one day of the week before, the others of the week on the days between. To open a run takes
 * as long as to open tonight's, and a shard has minutes: mails that were last sent on rarer days go without.
 */
const RUNS_OPENED = 8;

/** The card that each seller's last mail was of. A run that is gone or damaged has none: a mail goes without it. */
export async function earlierCards(store: ObjectStore, mails: readonly PlannedMail[]): Promise<Map<string, EarlierCard>> {
  const cards = new Map<string, EarlierCard>();
  const bySince = Map.groupBy(
    mails.filter(({ since }) => since !== undefined),
    ({ since }) => since!,
  );
  const most = [...bySince].toSorted(([a, m], [b, n]) => n.length - m.length || (a < b ? 1 : -1)).slice(0, RUNS_OPENED);
  for (const [prefix, some] of most) {
    if (!(await readJson(store, manifestKey(prefix)).catch(noneIfDamaged))) continue;
    const ids = some.map(({ seller_id }) => seller_id);
    for (const [seller, card] of (await cardsOf(store, prefix, ids).catch(noneIfDamaged)) ?? []) cards.set(seller, card);
  }
  return cards;
}

async function cardsOf(store: ObjectStore, prefix: string, sellers: readonly string[]): Promise<[string, EarlierCard][]> {
  const run = await openRun(store, prefix);
  const ids = new Set(sellers);
  const bySeller = <Row extends { seller_id: string }>(rows: Row[]) => Map.groupBy(rows, ({ seller_id }) => seller_id);
  const [cards, metrics] = [bySeller(await run.rows(scorecards, ids)), bySeller(await run.rows(sellerMetrics, ids))];
  const details = bySeller((await run.columns(outcomeDetails.dataset, DETAIL, ids)) as unknown as Detail[]);
  const held = bySeller(run.has('standings') ? await run.rows(standings, ids) : []);
  return sellers.map((seller) => [
    seller,
    {
      ...{ run_date: run.run_date, policies: run.policies, scorecards: cards.get(seller) ?? [] },
      ...{ metrics: metrics.get(seller) ?? [], details: details.get(seller) ?? [], standings: held.get(seller) ?? [] },
    },
  ]);
}

/** The orders of a metric of which a run says more than that they are met or pending, and the days that it counts. */
function listed({ run_date, policies, details }: Card, row: SellerMetricRow): Listed {
  const judged = judgedMetricOf(policies, row);
  const { first, last } = daysCounted(row.window_days, judged, run_date);
  const orders = details
    .filter(({ programme, metric }) => programme === row.programme && metric === row.metric)
    .map(
      ({ subject_id, cohort_day, outcome, counts_as_met, items }): JudgedOrder => ({
        ...{ subject_id, cohort_day, outcome, counts_as_met },
        counts_for: countsFor(judged, items),
      }),
    );
  return { from: first, to: last, orders };
}

/**
 * How a mail says it. Details do not list what is met or pending: of what was in days that counted then, and was no fault, a mail says that
 * it was found since, whether it was met, pending or not there.
 */
function saidAs({ cause, fault, order }: Change): keyof MovedMetric['by'] {
  if (fault < 0) return cause === 'left_the_window' ? 'left' : order.is === 'forgiven' ? 'forgiven' : 'corrected';
  return cause === 'new_days' ? 'came' : cause === 'window_reaches_further' ? 'reached' : 'found';
}

function movedMetric(then: Listed, now: Listed): MovedMetric['by'] {
  const by: MovedMetric['by'] = {};
  for (const change of changesOf(then, now)) {
    if (change.fault === 0) continue;
    const why = saidAs(change);
    by[why] = (by[why] ?? 0) + Math.abs(change.fault);
  }
  return by;
}

const rateOf = (row: SellerMetricRow): MovedMetric['now'] => ({
  ...{ fault: row.fault ?? 0, counted: row.counted ?? 0, rate: row.accountable_rate },
  standard: standardOf(row),
});

/** Programmes and metrics that one of the two runs did not judge are left out; nothing where there is no earlier card. */
export function movedSince(then: EarlierCard | undefined, now: Card): MovedSince | undefined {
  if (!then) return undefined;
  const programmes = now.scorecards.flatMap(({ programme }) => {
    const before = then.scorecards.find((one) => one.programme === programme);
    if (!before) return [];
    const metrics = now.metrics.flatMap((row) => {
      const was = then.metrics.find((one) => one.programme === programme && one.metric === row.metric);
      if (row.programme !== programme || !was || was.counted === null || row.counted === null) return [];
      return [
        { metric: row.metric, before: rateOf(was), now: rateOf(row), by: movedMetric(listed(then, was), listed(now, row)) },
      ];
    });
    return [{ programme, tier: tierShown(before.tier, heldUnder(then.standings, programme)), metrics }];
  });
  return { run_date: then.run_date, programmes };
}
