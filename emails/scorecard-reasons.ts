/** Why so many of a metric are forgiven, and why so many are left out, as a mail says it beside the number. */
import { countsFor, judgedMetricOf } from '../policies/policy.js';
import type { Wording } from '../wording/wording.js';
import type { DetailRow } from './faults-file.js';
import type { SellerMetricRow } from './rows.js';
import type { ScorecardMail } from './scorecard-view.js';

/** why 3: a seller who wants each order has the page of the seller. */
const MOST_REASONS = 3;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function reasonOf(row: DetailRow, wording: Wording): string {
  const { words, reason } = wording;
  if (row.reason === 'carrier_incident' && row.carrier !== null) return words.scorecard.carrierIncident(row.carrier);
  return row.peak === null ? reason(row.metric, row.reason) : wording.said(row.peak);
}

/** How many of a metric's rows have each reason, the most first. */
function timesOf(rows: readonly Counted[], wording: Wording): [reason: string, times: number][] {
  const times = new Map<string, number>();
  for (const { row, counts_for } of rows) {
    const reason = reasonOf(row, wording);
    times.set(reason, (times.get(reason) ?? 0) + counts_for);
  }
  return [...times].sort(([a, m], [b, n]) => n - m || byText(a, b));
}

/** An order, and as how many it counts: as its items where the metric counts these. */
interface Counted {
  row: DetailRow;
  counts_for: number;
}

/**
 * `3 forgiven: an incident of the carrier Colis Vif (2), force majeure (1)`. Details have a row for each order, but none for what a metric
 * leaves out by what it is: that is the rest.
 */
function said(all: number, rows: readonly Counted[], row: SellerMetricRow, wording: Wording, by: 'forgiven' | 'excluded') {
  const { words, format, room, reason } = wording;
  const say = words.scorecard;
  const shown = format.count(all);
  const times = timesOf(rows, wording);
  const [unlisted, ...others] = room(row.metric)?.unlisted ?? [];
  const rest = all - times.reduce((sum, [, n]) => sum + n, 0);
  if (rest > 0 && by === 'excluded' && unlisted && others.length === 0) times.push([reason(row.metric, unlisted), rest]);
  const told = times.slice(0, MOST_REASONS);
  const more = all - told.reduce((sum, [, n]) => sum + n, 0);
  if (told.length === 0) return say[by](shown);
  const because = by === 'forgiven' ? say.forgivenBecause : say.excludedBecause;
  if (told.length === 1 && more === 0) return because(shown, told[0]![0]);
  const counted = [...told, ...(more > 0 ? [[say.otherReasons, more] as const] : [])];
  return because(shown, counted.map(([reason, n]) => say.reasonTimes(reason, format.count(n))).join(', '));
}

type Of = Pick<ScorecardMail, 'details' | 'policies'>;

/** What of a metric does not count, and why; nothing where all does. */
export function notCounted(row: SellerMetricRow, of: Of, wording: Wording): string[] {
  const judged = judgedMetricOf(of.policies, row);
  const own = (of.details ?? [])
    .filter((one) => one.programme === row.programme && one.metric === row.metric)
    .map((one): Counted => ({ row: one, counts_for: countsFor(judged, one.items) }));
  return (['forgiven', 'excluded'] as const).flatMap((by) => {
    const all = row[by];
    if (!all) return [];
    const rows = own.filter((one) => one.row.outcome === by);
    return [said(all, rows, row, wording, by)];
  });
}
