import type { CheckResult } from '../contracts/run/checks.js';
import type { Inputs, Landing } from '../contracts/run/inputs.js';
import { gateKey, inputsKey, landingKey, manifestKey } from '../contracts/run/keys.js';
import type { MailPlan } from '../contracts/run/mail-plan.js';
import type { Manifest } from '../contracts/run/manifest.js';
import type { NightOutcome, StateTiming } from '../infra/shared/night-outcome.js';
import { type ObjectStore, readJson } from '../lambdas/shared/object-store.js';

/** What `night --json` prints. */
export interface NightReport {
  run_date: string;
  run_id: string | null;
  /** Of the run in the store. */
  prefix: string | null;
  /** kept: finished, but a later day is published already. stopped: by the gate. */
  status: 'published' | 'kept' | 'stopped' | 'failed';
  error?: { name: string; message: string };
  failed_state?: string;
  counts: {
    landed_files: number;
    landed: number;
    accepted: number;
    quarantined: number;
    /** Rows per dataset of the run. */
    datasets: Record<string, number>;
    not_measured: string[];
    /** Files refused as a whole, with the one line that says why. */
    refused: { file: string; because: string }[];
    /** Columns that no contract knows, kept out; by dataset. */
    extra_columns: Record<string, string[]>;
    /** Earlier runs that cannot be read, and why; every order was judged anew. */
    passed_over: string[];
    /** Landed files whose accepted rows were damaged or gone in the store, and what was found; accepted again. */
    accepted_again: string[];
    /** What lies in landing and is no dataset's file; not read. */
    ignored: { file: string; because: string }[];
    mails: {
      planned: number;
      unmailable: number;
      /** Sellers with a scorecard who are not written to, by reason. */
      left_out: MailPlan['left_out'];
      sent: number;
      already_sent: number;
      not_sent: number;
      in_doubt: number;
      /** To sellers who asked for none after the plan was made. */
      withheld: number;
    };
  };
  checks: { check: string; kind: 'fail' | 'warn'; rows: number; description: string; says: string[] }[];
  seconds: number;
  peak_mb: number;
  states: StateTiming[];
  largest_state: { bytes: number; state: string };
}

export async function nightReport(store: ObjectStore, runDate: string, outcome: NightOutcome): Promise<NightReport> {
  const prefix = outcome.prefix ?? null;
  const manifest = prefix ? await readJson<Manifest>(store, manifestKey(prefix)) : undefined;
  const checks = prefix ? await readJson<CheckResult[]>(store, gateKey(prefix)) : undefined;
  const inputs = prefix ? await readJson<Inputs>(store, inputsKey(prefix)) : undefined;
  const landing = prefix ? await readJson<Landing>(store, landingKey(prefix)) : undefined;
  const sumOf = (states: readonly string[], field: string): number =>
    outcome.results
      .filter((t) => states.includes(t.state))
      .reduce((total, t) => total + (typeof t.result[field] === 'number' ? (t.result[field] as number) : 0), 0);
  const sending = ['SendShard', 'SendDigest'];
  const stopped = outcome.error?.name === 'GateStopped';
  return {
    run_date: runDate,
    run_id: outcome.run_id ?? null,
    prefix,
    status: outcome.error ? (stopped ? 'stopped' : 'failed') : (outcome.status as 'published' | 'kept'),
    ...(outcome.error ? { error: outcome.error, failed_state: outcome.failed_state } : {}),
    counts: {
      landed_files: sumOf(['OpenRun'], 'files'),
      landed: sumOf(['PlanRun'], 'landed'),
      accepted: sumOf(['PlanRun'], 'accepted'),
      quarantined: sumOf(['PlanRun'], 'quarantined'),
      datasets: Object.fromEntries(Object.entries(manifest?.datasets ?? {}).map(([name, { rows }]) => [name, rows])),
      not_measured: manifest?.not_measured ?? [],
      refused: (inputs?.files ?? []).flatMap(({ key, refused }) => (refused ? [{ file: key, because: refused }] : [])),
      extra_columns: extraColumns(inputs),
      passed_over: linesIn(outcome, 'passed_over'),
      accepted_again: linesIn(outcome, 'accepted_again'),
      ignored: (landing?.ignored ?? []).map(({ key, because }) => ({ file: key, because })),
      mails: {
        planned: sumOf(['PlanEmails'], 'planned'),
        unmailable: sumOf(['PlanEmails'], 'unmailable'),
        left_out: (outcome.results.find(({ state }) => state === 'PlanEmails')?.result.left_out ?? {}) as MailPlan['left_out'],
        sent: sumOf(sending, 'sent'),
        already_sent: sumOf(sending, 'already_sent'),
        not_sent: sumOf(sending, 'not_sent'),
        in_doubt: sumOf(sending, 'in_doubt'),
        withheld: sumOf(sending, 'withheld'),
      },
    },
    checks: (checks ?? []).map(({ check, kind, rows, description, says }) => ({ check, kind, rows, description, says })),
    seconds: Math.round(outcome.seconds * 1000) / 1000,
    peak_mb: Math.max(0, ...outcome.states.map((state) => state.peak_mb)),
    states: outcome.states,
    largest_state: outcome.largest_state,
  };
}

const linesIn = ({ results }: NightOutcome, field: string): string[] =>
  results.flatMap(({ result }) => (result[field] as string[] | undefined) ?? []);

function extraColumns(inputs: Inputs | undefined): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { dataset, extra_columns } of inputs?.files ?? [])
    if (extra_columns.length > 0) found[dataset] = [...new Set([...(found[dataset] ?? []), ...extra_columns])].sort();
  return found;
}
