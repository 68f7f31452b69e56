import type { CheckResult } from '../../contracts/run/checks.js';
import type { Failure } from '../../contracts/run/failure.js';
import {
  failureKey,
  gateKey,
  openedKey,
  POINTER,
  policiesKey,
  runIdOf,
  runOfOpenedKey,
  runsOfDay,
} from '../../contracts/run/keys.js';
import type { Opened } from '../../contracts/run/opened.js';
import type { Pointer } from '../../contracts/run/pointer.js';
import { type FailureMail, renderFailure } from '../../emails/failure.js';
import { mailableAddress } from '../../policies/address.js';
import type { Policies } from '../../policies/policy.js';
import type { Mailer } from '../shared/mailer.js';
import { type ObjectStore, readJson, toJson } from '../shared/object-store.js';
import { unacceptedFiles } from './unaccepted-files.js';

/** The message of a failed state's error: a Lambda's is JSON with errorType and errorMessage, others are plain text. */
function messageOf(cause: string | undefined): string {
  try {
    const parsed = JSON.parse(cause ?? '') as { errorMessage?: string };
    return parsed.errorMessage ?? cause ?? '';
  } catch {
    return cause ?? '';
  }
}

/** A function that was ended had no time to say what it was at. */
const DIED = /^(Sandbox\.Timedout|Lambda\.Unknown|Runtime\.ExitError|States\.Timeout)$/;

/**
 * Keeps the failure beside its run and mails it to the operators. Returns the message for the execution's own cause, and why
 * operators were not reached, where they were not.
 */
export async function reportFailure(given: {
  store: ObjectStore;
  mailer: Mailer;
  run_date: string;
  execution: string;
  /** What a command needs to mean this environment, such as ` --on aws --stage dev`; begins with a space. */
  option?: string;
  error: { Error: string; Cause?: string };
}): Promise<{ message: string; prefix: string | null; unmailed: string[] }> {
  const { store, run_date, error } = given;
  const prefix = await runOf(store, run_date, given.execution);
  const message = [
    messageOf(error.Cause) || error.Error,
    ...(prefix && DIED.test(error.Error) ? await unacceptedFiles(store, prefix) : []),
  ].join('\n');
  if (prefix) {
    const failure: Failure = { run_date, prefix, error: error.Error, message };
    await store.write(failureKey(prefix), toJson(failure));
  }
  const policies = prefix ? await readJson<Policies>(store, policiesKey(prefix)) : undefined;
  const unmailed: string[] = [];
  for (const operator of policies?.mails.operators ?? []) {
    const mail = await renderFailure(await mailOf(given, prefix, message));
    const delivery = await given.mailer.send({
      from: policies!.mails.from,
      to: mailableAddress(operator) ?? operator,
      ...mail,
      headers: {},
      date: `${run_date}T23:59:59Z`,
      key: { campaign: 'failure', period: prefix?.replaceAll('/', '-') ?? run_date, recipient: operator },
    });
    if (delivery.kind !== 'sent') unmailed.push(delivery.because);
  }
  return { message: message.slice(0, 2000), prefix, unmailed };
}

/** The failure as the mail shows it: the rows that prove it, what readers still see, and what to do. */
async function mailOf(
  given: Pick<Parameters<typeof reportFailure>[0], 'store' | 'run_date' | 'option' | 'error'>,
  prefix: string | null,
  message: string,
): Promise<FailureMail> {
  const { store, run_date, option = '' } = given;
  const name = given.error.Error;
  const again = `Run the night again: npm run nightly -- --date ${run_date}${option}`;
  const checks = prefix ? ((await readJson<CheckResult[]>(store, gateKey(prefix))) ?? []) : [];
  const failed = checks.filter((check) => check.kind === 'fail' && check.rows > 0);
  const pointer = await readJson<Pointer>(store, POINTER);
  const stopped = name === 'GateStopped';
  const run_id = prefix ? runIdOf(prefix) : undefined;
  return {
    run_date,
    ...(run_id ? { run_id } : {}),
    what: stopped ? `${failed.length} ${failed.length === 1 ? 'check' : 'checks'} failed` : name,
    where: stopped ? 'gate' : (message.match(/^(sql\/[^:]+|[\w./-]+\.ya?ml:\d+)/)?.[1] ?? name),
    because: message.split('\n'),
    proof: failed.map((check) => ({ description: check.description, rows: check.proof, more: check.rows - check.proof.length })),
    next: stopped
      ? ['Fix the source of the rows shown, or land what is missing.', again]
      : [`Read ${prefix ? failureKey(prefix) : 'the execution'} for the whole message.`, again],
    ...(pointer && pointer.run_id !== run_id ? { published: { run_id: pointer.run_id, run_date: pointer.run_date } } : {}),
    nothing_public: pointer?.run_id !== run_id,
  };
}

async function runOf(store: ObjectStore, runDate: string, execution: string): Promise<string | null> {
  for (const { key } of (await store.list(runsOfDay(runDate))).reverse()) {
    if (!runOfOpenedKey(key)) continue;
    // A record of another night that cannot be read must not keep this one from being told.
    const opened = await readJson<Opened>(store, key).catch(() => undefined);
    if (opened?.execution === execution && openedKey(opened.prefix) === key) return opened.prefix;
  }
  return null;
}
