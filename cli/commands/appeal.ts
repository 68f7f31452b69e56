import type { Command } from 'commander';
import type { appeals } from '../../contracts/landing/appeals.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import type { DecisionRow } from '../../wording/decision.js';
import {
  aboutRecord,
  after,
  checkSaid,
  land,
  recordNamed,
  recordsOf,
  type SaidRow,
  saidBefore,
  whenSaid,
} from '../person-says.js';
import { environmentOf } from './environment.js';
import { landingOption, storeOption } from './options.js';
import { runOf } from './run-of.js';

type Appeal = SaidRow<typeof appeals.row>;

interface Options {
  granted: boolean;
  refused: boolean;
  again: boolean;
  by?: string;
  reason?: string;
  date?: string;
}

export function addAppeal(program: Command): void {
  program
    .command('appeal <decision>')
    .description('note that a seller contests a change of tier, or with --granted or --refused what came of it')
    .option('--granted', 'the seller is right: the tier of before is given back', false)
    .option('--refused', 'the change stays', false)
    .option('--by <name>', 'who decides the appeal: another person than who approved the change')
    .option('--reason <text>', 'why, as the seller may read it')
    .option('--date <day>', 'the day of the appeal or of its outcome, from whose night on it counts (default: today)')
    .option('--again', 'decide anew an appeal that was decided before', false)
    .addOption(storeOption())
    .addOption(landingOption())
    .action(appeal);
}

async function appeal(id: string, options: Options, command: Command): Promise<void> {
  const outcome = wanted(options);
  const said = outcome === 'open' ? undefined : checkSaid(options);
  const { store, landing, name, option } = await environmentOf(command);
  const record = recordNamed(await recordsOf(store, await runOf(store, { name, option })), id);
  checkContestable(record);
  const before = await saidBefore<Appeal>(landing, 'appeals', aboutRecord(record));
  const approved = await saidBefore<{ decided_by: string; updated_at: string }>(landing, 'decisions', aboutRecord(record));
  if (said && [record.decided_by, ...approved.map(({ decided_by }) => decided_by)].includes(said.by))
    throw new UsageError(`--by ${said.by}: decided about the change; another person decides the appeal`);
  if (!options.again) refuseTwice(record, before, outcome);
  const { day, at } = whenSaid(options.date, new Date(), aboutRecord(record));
  const submitted = before.at(-1)?.submitted_at ?? record.appealed_at?.toISOString() ?? at;
  const row: Appeal = {
    ...{ appeal_id: record.appeal_id ?? `appeal:${id}`, decision_id: id, submitted_at: submitted, outcome },
    ...(said ? { decided_by: said.by, decided_at: at, reason: said.reason } : {}),
    updated_at: after(at, before),
  };
  const key = await land(landing, 'appeals', aboutRecord(record), { day, outcome, row });
  console.log(`${landing.url(key)}: appeal ${outcome}${said ? ` by ${said.by}` : ''}; it counts from the night of ${day} on`);
  if (record.contest_until !== null && submitted.slice(0, 10) > record.contest_until)
    console.log(`It was submitted after ${record.contest_until}, the last day to contest it; that is noted, and decides nothing`);
}

/** @throws UsageError */
function wanted({ granted, refused, by, reason }: Options): Appeal['outcome'] {
  if (granted && refused)
    throw new UsageError('appeal: give --granted or --refused, one of the two, or neither while it is open');
  if (!granted && !refused && (by !== undefined || reason !== undefined))
    throw new UsageError('appeal: --by and --reason are of its outcome; add --granted or --refused');
  return granted ? 'granted' : refused ? 'refused' : 'open';
}

const NOTHING_TO_CONTEST: ReadonlyMap<string, string> = new Map([
  ['proposed', 'has not taken effect; a person decides it still: "scorecards decide"'],
  ['withdrawn', 'was withdrawn before it took effect'],
  ['departed', 'a person departed from it already, and the tier of before is held or given back'],
]);

/** @throws UsageError */
function checkContestable({ decision_id, status }: DecisionRow): void {
  const because = NOTHING_TO_CONTEST.get(status);
  if (because) throw new UsageError(`${decision_id}: there is nothing to contest: ${because}`);
}

/** @throws UsageError */
function refuseTwice(record: DecisionRow, before: readonly Appeal[], outcome: Appeal['outcome']): void {
  const known = before.at(-1)?.outcome ?? record.appeal_outcome;
  if (known === null || known === undefined || (known === 'open' && outcome !== 'open')) return;
  throw new UsageError(
    known === 'open'
      ? `${record.decision_id}: its appeal is noted already; give --granted or --refused once it is decided`
      : `${record.decision_id}: its appeal was ${known} already; to decide it anew, add --again`,
  );
}
