import type { Command } from 'commander';
import type { decisions } from '../../contracts/landing/decisions.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { type DecisionRow, decisionNotes } from '../../wording/decision.js';
import { type EvaluationRow, evaluationNote, isProvisional } from '../../wording/evaluation.js';
import { typed } from '../../wording/typed.js';
import { wordingFor } from '../../wording/wording.js';
import {
  type About,
  aboutRecord,
  after,
  checkSaid,
  land,
  type Records,
  recordNamed,
  recordsOf,
  type SaidRow,
  saidBefore,
  whenSaid,
} from '../person-says.js';
import { environmentOf } from './environment.js';
import { landingOption, storeOption } from './options.js';
import { runOf } from './run-of.js';

type Decision = SaidRow<typeof decisions.row>;

interface Options {
  approve: boolean;
  depart: boolean;
  list: boolean;
  again: boolean;
  by?: string;
  reason?: string;
  date?: string;
}

export function addDecide(program: Command): void {
  program
    .command('decide [decision]')
    .description(
      'approve a change of tier that an evaluation proposes, or depart from one, with a reason; release a provisional evaluation, or leave it out; the next night goes by it',
    )
    .option('--list', 'show the changes and evaluations that wait for a person', false)
    .option('--approve', 'the change is right: it takes effect, or stays; an evaluation is made up by the next night', false)
    .option('--depart', 'it is not: the seller keeps, or is given back, the tier of before; an evaluation is left out', false)
    .option('--by <name>', 'who decides')
    .option('--reason <text>', 'why, as the seller may read it')
    .option('--date <day>', 'the day it was decided, from whose night on it counts (default: today)')
    .option('--again', 'decide anew what was decided before', false)
    .addOption(storeOption())
    .addOption(landingOption())
    .action(decide);
}

async function decide(id: string | undefined, options: Options, command: Command): Promise<void> {
  const asked = options.list ? undefined : wanted(id, options);
  const { store, landing, name, option } = await environmentOf(command);
  const records = await recordsOf(store, await runOf(store, { name, option }));
  if (!asked) {
    console.log([...provisional(records), waiting(records)].join('\n\n'));
    return;
  }
  const about = aboutNamed(records, asked.id);
  const before = await saidBefore<Decision>(landing, 'decisions', about);
  if (!options.again) refuseTwice(about, before);
  const { day, at } = whenSaid(options.date, new Date(), about);
  const { by, reason } = asked;
  const { outcome } = asked;
  const row: Decision = {
    ...{ decision_id: asked.id, outcome, reason, decided_by: by, decided_at: at, updated_at: after(at, before) },
  };
  const key = await land(landing, 'decisions', about, { day, outcome, row });
  console.log(`${landing.url(key)}: ${outcome} by ${by}; it counts from the night of ${day} on`);
}

/** @throws UsageError */
function wanted(id: string | undefined, { approve, depart, ...said }: Options) {
  if (id === undefined || approve === depart)
    throw new UsageError(
      'decide: write "decide DECISION --approve" or "decide DECISION --depart", one of the two, or "decide --list" to see what waits',
    );
  return { id, outcome: approve ? ('approved' as const) : ('departed' as const), ...checkSaid(said) };
}

/** @throws UsageError */
function aboutNamed(records: Records, id: string): Decided {
  const evaluation = records.evaluations.find(({ evaluation_id }) => evaluation_id === id);
  if (evaluation) return aboutEvaluation(evaluation);
  const record = recordNamed(records, id);
  if (record.status === 'withdrawn')
    throw new UsageError(`${id}: was withdrawn; the tier held, or what evaluations say, has become another`);
  const outcome = record.status === 'departed' ? 'departed' : 'approved';
  return { ...aboutRecord(record), ...saidOf(record, outcome) };
}

/** @throws UsageError where nobody is asked about it */
function aboutEvaluation(row: EvaluationRow): Decided {
  const { evaluation_id: id, programme: name, due_on: day, state } = row;
  if (state === 'decided' || state === 'stands')
    throw new UsageError(
      `${id}: is not provisional: it was decided on ${row.evaluated_on}; changes of tier are decided one by one`,
    );
  return { id, name, day, ...saidOf(row, state === 'not_held' ? 'departed' : 'approved') };
}

/** What is decided about, and what was decided of it as the run knows. */
interface Decided extends About {
  said?: { by: string; at: string; outcome: string };
}
const saidOf = ({ decided_by: by, decided_at: at }: Pick<DecisionRow, 'decided_by' | 'decided_at'>, outcome: string) =>
  by !== null && at !== null ? { said: { by, at: at.toISOString(), outcome } } : {};

/** @throws UsageError */
function refuseTwice(about: Decided, before: readonly Decision[]): void {
  const landed = before.at(-1);
  const said = landed ? { by: landed.decided_by, at: landed.decided_at, outcome: landed.outcome } : about.said;
  if (said)
    throw new UsageError(
      `${about.id}: was decided by ${said.by} on ${said.at.slice(0, 10)} (${said.outcome}); to decide it anew, add --again`,
    );
}

/** Evaluations that are provisional, each with why and what to type. */
function provisional({ run, evaluations }: Records): string[] {
  const wording = wordingFor('en', run.policies);
  return evaluations.filter(isProvisional).map((row) => {
    const title = run.policies.programmes.find(({ programme }) => programme === row.programme)?.title ?? row.programme;
    const notes = [evaluationNote(row, wording), wording.words.evaluation.release(typed(row.evaluation_id))];
    return [`${row.evaluation_id} (${title})`, ...notes.map((note) => `  ${note}`)].join('\n');
  });
}

/** What waits, the longest first, with what it rests on and what to type. */
function waiting({ run, rows }: Records): string {
  const wording = wordingFor('en', run.policies);
  const open = rows
    .filter(({ status }) => status === 'proposed')
    .sort((a, b) => (`${a.evaluated_on} ${a.decision_id}` < `${b.evaluated_on} ${b.decision_id}` ? -1 : 1));
  if (open.length === 0) return `Run ${run.run_id}: no change of tier waits for a person`;
  return [
    `Run ${run.run_id}: ${wording.format.many(open.length, 'change')} of tier ${open.length === 1 ? 'waits' : 'wait'} for a person`,
    ...open.flatMap((row) => {
      const programme = run.policies.programmes.find((one) => one.programme === row.programme);
      const [head, ...notes] = decisionNotes(row, programme, wording);
      return ['', head!, ...notes.map((note) => `  ${note}`)];
    }),
    '',
    `Look at the orders with "scorecards explain SELLER", then: scorecards decide ${typed(open[0]!.decision_id)} --approve --by NAME --reason "..." (or --depart)`,
  ].join('\n');
}
