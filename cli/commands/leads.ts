import type { Command } from 'commander';
import type * as z from 'zod';
import { leadEvidence } from '../../contracts/published/lead-evidence.js';
import { leads } from '../../contracts/published/leads.js';
import { leadsLookedFor } from '../../contracts/published/leads-looked-for.js';
import { ALL_REGIONS } from '../../contracts/run/teams.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import type { Run } from '../../lambdas/shared/run-reader.js';
import { LEAD_KEYS, type LeadKey, leadOf } from '../../leads/index.js';
import { formatFor, NONE } from '../../wording/format.js';
import { leadsInOrder } from '../../wording/leads-in-order.js';
import { typed } from '../../wording/typed.js';
import { table } from '../table.js';
import { checkDay, storeOption } from './options.js';
import { runWith } from './run-of.js';

type Lead = z.infer<typeof leads.row>;
type Evidence = z.infer<typeof leadEvidence.row>;
type LookedFor = z.infer<typeof leadsLookedFor.row>;

const format = formatFor('en-GB');

export function addLeads(program: Command): void {
  program
    .command('leads')
    .argument('[lead]', 'a lead of the list: the orders that are a sign of it')
    .description('signs of abuse for a person to look into, with the orders behind them; never part of a score')
    .addOption(storeOption())
    .option('--date <day>', 'of the run of this day (default: the published run)')
    .option('--json', 'print as JSON', false)
    .action(async (lead: string | undefined, options: { date?: string; json: boolean }, command: Command) => {
      const date = options.date && checkDay('--date', options.date);
      const run = await runWith(command, date, leads.dataset, 'looked for no leads');
      console.log(await (lead === undefined ? allOf(run, options.json) : oneOf(run, lead, options.json)));
    });
}

async function allOf(run: Run, json: boolean): Promise<string> {
  const rows = leadsInOrder(await run.rows(leads));
  const looked = (await run.rows(leadsLookedFor)).filter(({ region }) => region === ALL_REGIONS);
  if (json) return JSON.stringify({ run_id: run.run_id, looked_for: looked, leads: rows }, null, 2);
  const open = rows.filter(({ status }) => status === 'open');
  return [
    `Run ${run.run_id}: ${format.many(open.length, 'lead')} open, ${format.count(rows.length - open.length)} explained by an innocent twin.`,
    'A lead is a sign that a person looks into; it is no finding, and never part of a score.',
    '',
    ...LEAD_KEYS.map((lead) =>
      lookedInWords(
        lead,
        looked.find((row) => row.lead === lead),
      ),
    ),
    ...(rows.length > 0 ? ['', listed(rows)] : []),
    ...(rows[0] ? ['', `The orders behind one: scorecards leads ${typed(rows[0].lead_id)}`] : []),
  ].join('\n');
}

/** `Brushing: 2 sellers, 1 of them open; 141,200 of 141,200 orders could be told` */
function lookedInWords(lead: LeadKey, row: LookedFor | undefined): string {
  const { title, needs } = leadOf(lead);
  if (!row) return `${title}: not measured; no orders in the days that policy looks back on`;
  if (!row.is_measured)
    return `${title}: not measured; ${row.could_tell > 0 ? 'policy does not look for it' : `no order of ${format.count(row.orders)} landed with ${format.list(needs)}`}`;
  return `${title}: ${format.many(row.sellers, 'seller')}, ${format.count(row.open_sellers)} open; ${format.count(row.could_tell)} of ${format.many(row.orders, 'order')} since ${format.day(row.first_day)} could be told`;
}

const listed = (rows: readonly Lead[]): string =>
  table(
    ['lead', 'status', 'orders', 'of', 'buyers', 'at risk', 'placed'],
    rows.map((row) => [
      row.lead_id,
      row.status === 'open' && row.explained > 0 ? `open, ${format.count(row.explained)} explained` : statusOf(row),
      format.count(row.orders),
      format.count(row.looked_at),
      format.count(row.buyers),
      format.amount(row.at_risk_minor, row.currency),
      row.first_day === row.last_day
        ? format.day(row.first_day)
        : `${format.shortDay(row.first_day)} to ${format.day(row.last_day)}`,
    ]),
  );

const statusOf = ({ status, twin }: Lead): string => (status === 'open' ? 'open' : `explained: ${twin}`);

async function oneOf(run: Run, lead_id: string, json: boolean): Promise<string> {
  const rows = await run.rows(leads);
  const lead = rows.find((row) => row.lead_id === lead_id);
  if (!lead) {
    const of = rows.filter(({ seller_id }) => seller_id === lead_id).map((row) => row.lead_id);
    throw new UsageError(
      `${lead_id}: is no lead of run ${run.run_id}; ${of.length > 0 ? `of this seller there are ${format.list(of)}` : '"scorecards leads" lists those that it has'}`,
    );
  }
  const evidence = (await run.rows(leadEvidence))
    .filter((row) => row.lead === lead.lead && row.seller_id === lead.seller_id && row.region === lead.region)
    .sort((a, b) => a.placed_at.getTime() - b.placed_at.getTime() || (a.order_id < b.order_id ? -1 : 1));
  if (json) return JSON.stringify({ run_id: run.run_id, lead, evidence }, null, 2);
  return inWords(run, lead, evidence);
}

function inWords(run: Run, lead: Lead, evidence: readonly Evidence[]): string {
  const room = leadOf(lead.lead as LeadKey);
  const zone = run.policies.regions.find(({ code }) => code === lead.region)?.time_zone ?? 'UTC';
  const columns = Object.entries(room.evidence) as [keyof typeof room.evidence, string][];
  const shown = (row: Evidence, column: (typeof columns)[number][0]): string => {
    const value = row[column];
    if (value === null) return NONE;
    if (value instanceof Date) return format.moment(value, zone);
    return typeof value === 'number' ? format.count(value) : value;
  };
  return [
    `${lead.lead_id}: ${room.title}, ${statusOf(lead)}`,
    `  ${room.says}`,
    `  ${format.count(lead.orders)} of ${format.many(lead.looked_at, 'order')} in ${lead.region}, ${format.amount(lead.at_risk_minor, lead.currency)} not explained`,
    '',
    table(
      ['order', 'placed', 'value', 'buyer', ...columns.map(([, means]) => means.toLowerCase()), 'twin'],
      evidence.map((row) => [
        row.order_id,
        format.moment(row.placed_at, zone),
        format.amount(row.gmv_minor, row.currency),
        row.buyer === null ? NONE : `no. ${row.buyer}`,
        ...columns.map(([column]) => shown(row, column)),
        row.twin ?? NONE,
      ]),
    ),
    '',
    '  Innocent twins that are tested:',
    ...Object.entries(room.twins).map(([twin, means]) => `  ${twin}: ${means}`),
    `  Legal basis: ${room.legal_basis}`,
    '  A lead is no finding: a person decides, and it is never part of a score.',
  ].join('\n');
}
