/** What a check found, as a person would say it: a sentence a row, and what to do where that depends on what was found. */
import { metricOf } from '../../metrics/index.js';
import { formatFor } from '../../wording/format.js';
import { type IncidentFacts, incidentInWords } from '../../wording/incident.js';
import { typed } from '../../wording/typed.js';
import { decisionSentence } from './decision-sentence.js';
import { exemptionSentence } from './exemption-sentence.js';
import { provisionalSays } from './provisional-sentence.js';

type Row = Readonly<Record<string, unknown>>;
interface Says {
  row(row: Row): string;
  /** Under all rows. */
  next?(rows: readonly Row[]): string[];
}

const format = formatFor('en-GB');
const number = (value: unknown): string => format.count(Number(value));
const rows = (value: unknown): string => format.many(Number(value), 'row');
const COMMAND = 'npm run scorecards --';
const AS_NIGHT = ' (with --store and --policies as of the night)';

/** why 3: enough to see a pattern; all rows are in gate.json. */
const SHOWN = 3;

const fitsNothing: Says = {
  row: (r) =>
    `${r.dataset}: ${number(r.unmatched)} of ${rows(r.judged)} fit no ${r.fits} that landed, such as ${r.examples}${r.cause ? `; likely cause: ${r.cause}` : ''}`,
};

const vanished: Says = {
  row: (r) =>
    `${r.dataset}: ${number(r.gone)} of the ${rows(r.rows_then)} that run ${r.since} read are gone${Number(r.files) > 0 ? `, and ${format.many(Number(r.files), 'file')}` : ''}: ${r.examples}`,
};

/** Whether there is no file at all, or one with a header alone: an export that ran before there was anything to export. */
function ofTheDay(r: Row): string {
  if (Number(r.files) === 0) return ', and no file of orders';
  return Number(r.landed) === 0 ? `; ${format.many(Number(r.files), 'file')} of orders landed without a row` : '';
}

const SAYS = new Map<string, Says>([
  [
    'landed_files_that_cannot_be_read',
    {
      row: (r) => `${r.file}: ${r.because}`,
      next: ([first]) => [
        `Mend the file and land it again; or, to do without its rows${AS_NIGHT}:`,
        `  ${COMMAND} landing accept-refusal ${typed(String(first?.file))} --because "..."`,
      ],
    },
  ],
  [
    'landed_rows_vanished',
    {
      ...vanished,
      next: ([first]) => [
        `Put them back. If they were deleted for their age, say so, and what was accepted of them is kept${AS_NIGHT}:`,
        `  ${COMMAND} landing expired --before DAY --because "..."`,
        'If they were removed because they were wrong, and are to count no longer:',
        `  ${COMMAND} landing removed --since ${first?.since} --because "..."`,
      ],
    },
  ],
  ['landed_rows_are_gone', vanished],
  [
    'no_orders_landed',
    {
      row: (r) =>
        Number(r.files) === 0
          ? 'orders: there is no file of orders up to the run date'
          : `orders: none of ${rows(r.landed)} in ${format.many(Number(r.files), 'file')} was accepted`,
    },
  ],
  ['region_day_without_orders', { row: (r) => `${r.region}: no order landed on ${day(r.run_date)}${ofTheDay(r)}` }],
  [
    'too_many_rejected',
    {
      row: (r) =>
        `${r.dataset}: ${number(r.quarantined)} of ${rows(r.landed)} rejected, ${number(r.quarantined_today)} of ${number(r.landed_today)} on the run date; at most ${format.share(Number(r.at_most))} may be`,
    },
  ],
  [
    'rows_in_quarantine',
    {
      row: (r) =>
        `${r.dataset}: ${rows(r.quarantined)} rejected, ${number(r.quarantined_today)} of them on the run date${Number(r.refused_files) > 0 ? `; ${format.many(Number(r.refused_files), 'file')} refused, rows unknown, each one row here` : ''}`,
    },
  ],
  ['rows_that_fit_nothing', fitsNothing],
  [
    'most_rows_fit_nothing',
    {
      ...fitsNothing,
      next: ([first]) => [
        `Land them with the ids that orders carry. If it is right that so many fit nothing, raise orphans.${first?.dataset}.at_most in landing.yaml.`,
      ],
    },
  ],
  ['evaluations_provisional', provisionalSays],
  ['decisions_that_decide_nothing', { row: decisionSentence }],
  [
    'rules_often_overturned',
    {
      row: (r) =>
        `Propose pausing rule ${r.name} of ${r.programme}: ${number(r.overturned)} of ${format.many(Number(r.appeals_decided), 'appeal')} granted (${format.share(Number(r.overturned_share))})`,
    },
  ],
  ['exemptions_that_cover_nothing', { row: exemptionSentence }],
  [
    'incidents_proposed',
    {
      row: (r) => incidentInWords(r as Row & IncidentFacts, metricOf(String(r.metric))?.title ?? String(r.metric)),
      next: ([first]) => [
        `If the carrier failed, forgive them from the next night on${AS_NIGHT}; "scorecards incidents" lists them all:`,
        `  ${COMMAND} incidents --accept ${typed(String(first?.incident_id))} --because "..." --by NAME`,
      ],
    },
  ],
  ['sellers_nobody_described', { row: (r) => `${r.seller_id} (${r.programme}): ${format.many(Number(r.orders), 'order')}` }],
  [
    'outcomes_of_metrics_nobody_declared',
    { row: (r) => `${r.metric}: ${rows(r.landed_rows)} of ${format.many(Number(r.sellers), 'seller')}` },
  ],
  ['orders_in_other_currencies', { row: (r) => `${r.region}: ${format.many(Number(r.orders), 'order')} in ${r.currency}` }],
  [
    'versions_of_one_moment',
    {
      row: (r) =>
        `${r.dataset}: ${format.many(Number(r.records), 'record')}, such as ${[r.one, r.another, r.a_third].filter(Boolean).join(', ')}`,
    },
  ],
  [
    'moments_that_cannot_be',
    {
      row: (r) =>
        `${r.dataset}: ${String(r.moments).replaceAll(' ', ' and ')} of ${rows(r.landed_rows)}, such as ${[...new Set([r.one, r.another])].join(', ')}`,
    },
  ],
  [
    'scans_before_the_order',
    {
      row: (r) =>
        `order ${r.order_id} of seller ${r.seller_id}: placed ${moment(r.placed_at)}, first scan ${moment(r.first_scan_at)}`,
    },
  ],
  [
    'sellers_that_differ_in_case',
    { row: (r) => `${r.seller_id} and ${r.another}${Number(r.ids) > 2 ? ` (${number(r.ids)} in all)` : ''}` },
  ],
  [
    'moments_after_the_run_date',
    {
      row: (r) =>
        `order ${r.order_id} of seller ${r.seller_id} (${r.region}), placed ${moment(r.placed_at)}: ${daysAhead(r.days_ahead)} later than tonight`,
    },
  ],
]);

/** ` first_scan_day delivered_day` -> `first scan and delivered`. */
const daysAhead = (columns: unknown): string =>
  String(columns)
    .trim()
    .split(' ')
    .map((column) => column.replace(/_day$/, '').replaceAll('_', ' '))
    .join(' and ');

/** Any other row: its columns by name. */
const plain = (row: Row): string =>
  Object.entries(row)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${value instanceof Date ? day(value) : (value ?? 'none')}`)
    .join(', ');

/** As JSON writes a moment of Parquet, and as Parquet gives it. */
const moment = (value: unknown): string =>
  (value instanceof Date ? value.toISOString() : String(value)).slice(0, 16).replace('T', ' ');
const day = (value: unknown): string => moment(value).slice(0, 10);

/** The sentences of a check that found rows: the first few, how many more there are, what to do. */
export function sentencesOf(check: string, proof: readonly Row[], found: number): string[] {
  const says = SAYS.get(check);
  const shown = proof.slice(0, SHOWN).map((row) => says?.row(row) ?? plain(row));
  const more = found - shown.length;
  return [...shown, ...(more > 0 ? [`and ${number(more)} more`] : []), ...(says?.next?.(proof) ?? [])];
}
