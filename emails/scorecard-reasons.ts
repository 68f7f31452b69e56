/** Why so many of a metric are forgiven, and why so many are left out, as a mail says it beside the number. */
import type { Wording } from '../wording/wording.js';
import type { DetailRow } from './faults-file.js';
import type { SellerMetricRow } from './rows.js';
import type { ScorecardMail } from './scorecard-view.js';

/** why 3: a seller who wants each order has the page of the seller. */
const MOST_REASONS = 3;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function reasonOf(row: DetailRow, { words, reason }: Wording): string {
  if (row.reason === 'carrier_incident' && row.carrier !== null) return words.scorecard.carrierIncident(row.carrier);
  return row.peak ?? reason(row.metric, row.reason);
}

/** How many of the rows have each reason, the most first. */
function timesOf(rows: readonly DetailRow[], wording: Wording): [reason: string, times: number][] {
  const each = Map.groupBy(rows, (row) => reasonOf(row, wording));
  return [...each].map(([reason, of]): [string, number] => [reason, of.length]).sort(([a, m], [b, n]) => n - m || byText(a, b));
}

/**
 * `3 forgiven: an incident of the carrier Colis Vif (2), force majeure (1)`. Details have a row for each order, but none for what a metric
 * leaves out by what it is: that is the rest. Where the metric counts something else than orders, numbers beside reasons would not add up.
 */
function said(all: number, rows: readonly DetailRow[], row: SellerMetricRow, wording: Wording, by: 'forgiven' | 'excluded') {
  const { words, format, room, reason } = wording;
  const say = words.scorecard;
  const shown = format.count(all);
  const times = timesOf(rows, wording);
  const [unlisted, ...others] = room(row.metric)?.unlisted ?? [];
  const rest = all - rows.length;
  if (row.unit !== 'items' && rest > 0 && by === 'excluded' && unlisted && others.length === 0)
    times.push([reason(row.metric, unlisted), rest]);
  const told = times.slice(0, MOST_REASONS);
  const more = all - told.reduce((sum, [, n]) => sum + n, 0);
  if (told.length === 0) return say[by](shown);
  const because = by === 'forgiven' ? say.forgivenBecause : say.excludedBecause;
  if (row.unit === 'items') return because(shown, told.map(([reason]) => reason).join(', '));
  if (told.length === 1 && more === 0) return because(shown, told[0]![0]);
  const counted = [...told, ...(more > 0 ? [[say.otherReasons, more] as const] : [])];
  return because(shown, counted.map(([reason, n]) => say.reasonTimes(reason, format.count(n))).join(', '));
}

/** What of a metric does not count, and why; nothing where all does. */
export function notCounted(row: SellerMetricRow, { details = [] }: Pick<ScorecardMail, 'details'>, wording: Wording): string[] {
  const own = details.filter((one) => one.programme === row.programme && one.metric === row.metric);
  return (['forgiven', 'excluded'] as const).flatMap((by) => {
    const all = row[by];
    if (!all) return [];
    return [
      said(
        all,
        own.filter(({ outcome }) => outcome === by),
        row,
        wording,
        by,
      ),
    ];
  });
}
