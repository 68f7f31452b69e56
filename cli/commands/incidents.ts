import type { Command } from 'commander';
import type * as z from 'zod';
import type { exemptions } from '../../contracts/landing/exemptions.js';
import { proposedIncidents } from '../../contracts/published/proposed-incidents.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { openRun, type Run } from '../../lambdas/shared/run-reader.js';
import { formatFor } from '../../wording/format.js';
import { incidentInWords } from '../../wording/incident.js';
import { typed } from '../../wording/typed.js';
import { wordingFor } from '../../wording/wording.js';
import { after, checkSaid, land, type SaidRow, saidBefore, whenSaid } from '../person-says.js';
import { environmentOf } from './environment.js';
import { landingOption, storeOption } from './options.js';
import { runOf } from './run-of.js';

type Incident = z.infer<typeof proposedIncidents.row>;
type Exemption = Omit<SaidRow<typeof exemptions.row>, 'metrics'> & { metrics: string[] };

interface Options {
  accept?: string;
  because?: string;
  by?: string;
  date?: string;
}

export function addIncidents(program: Command): void {
  program
    .command('incidents')
    .description(
      'days on which parcels of a carrier were late across many sellers; with --accept, forgive them from the next night on',
    )
    .option('--accept <incident>', 'the carrier failed: land the exemption of these days')
    .option('--because <text>', 'why, as sellers may read it')
    .option('--by <name>', 'who decides')
    .option('--date <day>', 'the day it was decided, from whose night on it counts (default: today)')
    .addOption(storeOption())
    .addOption(landingOption())
    .action(incidents);
}

async function incidents({ accept, ...options }: Options, command: Command): Promise<void> {
  if (accept === undefined && (options.because ?? options.by ?? options.date) !== undefined)
    throw new UsageError('incidents: --because, --by and --date are of --accept INCIDENT; without it the incidents are listed');
  const said = accept === undefined ? undefined : checkSaid({ ...options, reason: options.because ?? '' }, '--because');
  const { store, landing, name, option } = await environmentOf(command);
  const prefix = await runOf(store, { name, option });
  const run = await openRun(store, prefix);
  if (!run.has(proposedIncidents.dataset))
    throw new UsageError(`${prefix}: is of a version that looked for no incidents; run a night, then ask again`);
  const rows = await run.rows(proposedIncidents);
  if (accept === undefined || !said) {
    console.log(listed(run, rows));
    return;
  }
  const incident = rows.find(({ incident_id }) => incident_id === accept);
  if (!incident)
    throw new UsageError(`${accept}: is no incident of run ${run.run_id}; "scorecards incidents" lists those that it knows`);
  console.log(await landed(landing, incident, { ...said, date: options.date }));
}

/** Lands the exemption of an incident; of one that has grown, a newer version with more days. @throws UsageError */
async function landed(landing: ObjectStore, incident: Incident, said: { by: string; reason: string; date?: string | undefined }) {
  const { incident_id, metric, region, carrier, first_day, last_day, status } = incident;
  const about = { id: incident_id, name: metric, day: last_day };
  const before = await saidBefore<Exemption>(landing, 'exemptions', about);
  const newest = before.at(-1);
  if (status === 'covered')
    throw new UsageError(`${incident_id}: an exemption covers all of its days already; nothing is left to forgive`);
  if (newest && (newest.valid_to ?? last_day) >= last_day)
    throw new UsageError(
      `${incident_id}: was accepted by ${newest.decided_by} on ${newest.decided_at.slice(0, 10)}; it counts with the next night from then on`,
    );
  const { day, at } = whenSaid(said.date, new Date(), about, 'the last day of the incident,');
  const row: Exemption = {
    ...{ exemption_id: incident_id, metrics: [metric], region, carrier, valid_from: first_day, valid_to: last_day },
    ...{ reason: 'carrier_incident', evidence: said.reason, decided_by: said.by, decided_at: at, updated_at: after(at, before) },
  };
  const key = await land(landing, 'exemptions', about, { day, outcome: 'incident', row });
  return `${landing.url(key)}: accepted by ${said.by}; the parcels at fault of these days are forgiven from the night of ${day} on`;
}

const format = formatFor('en-GB');

function listed(run: Run, rows: readonly Incident[]): string {
  if (rows.length === 0) return `Run ${run.run_id}: no carrier was unusually late across sellers`;
  const { metricTitle } = wordingFor('en', run.policies);
  const open = rows.filter(({ status }) => status === 'proposed');
  return [
    `Run ${run.run_id}: ${format.many(open.length, 'carrier incident')} proposed${rows.length > open.length ? `, ${format.count(rows.length - open.length)} with nothing left to forgive` : ''}`,
    ...rows.flatMap((row) => [
      '',
      `${row.incident_id}: ${STATUS[row.status](row)}`,
      `  ${incidentInWords(row, metricTitle(row.metric))}`,
    ]),
    ...(open[0]
      ? [
          '',
          `To forgive the parcels at fault: scorecards incidents --accept ${typed(open[0].incident_id)} --because "..." --by NAME`,
        ]
      : []),
  ].join('\n');
}

const STATUS: Record<Incident['status'], (row: Incident) => string> = {
  proposed: ({ at_fault, covered_days, unusual_days, most_of_one_seller }) =>
    `proposed; ${format.count(at_fault)} at fault, at most ${format.count(most_of_one_seller)} of one seller${covered_days > 0 ? `; ${format.count(covered_days)} of ${format.many(unusual_days, 'day')} covered by an exemption` : ''}`,
  covered: () => 'covered by an exemption',
  nobody_at_fault: () => 'nobody is at fault: all late parcels are forgiven already',
};
