import type { NightWatcher } from '../infra/shared/night-outcome.js';
import { formatFor } from '../wording/format.js';

const LABELS: Readonly<Record<string, string>> = {
  OpenRun: 'open run',
  AcceptShard: 'accept files',
  PlanRun: 'plan run',
  RunQuery: 'compute',
  Gate: 'gate',
  Publish: 'publish',
  PlanEmails: 'plan emails',
  SendShard: 'send emails',
  SendDigest: 'send digest',
  ReportFailure: 'report failure',
};

const format = formatFor('en-GB');
const number = (value: unknown): string => (typeof value === 'number' ? format.count(value) : '');
const many = (value: unknown, one: string): string => format.many(Number(value ?? 0), one);

/** One line per finished state; on a terminal the state at work is shown too. */
export class Progress implements NightWatcher {
  private readonly live: boolean;
  private readonly took = new Map<string, number>();

  constructor(private readonly options: { silent: boolean; stream: NodeJS.WriteStream }) {
    this.live = !options.silent && options.stream.isTTY === true;
  }

  begin(title: string): void {
    if (!this.options.silent) this.options.stream.write(`${title}\n`);
  }

  started(state: string, subject: string): void {
    const label = LABELS[state];
    if (this.live && label) this.options.stream.write(`\r\x1b[2K  ${label.padEnd(14)} ${subject} ...`);
  }

  done(state: string, subject: string, result: unknown, seconds: number): void {
    const answer = (result ?? {}) as Record<string, unknown>;
    // A query's rows are known when its output has been collected, and its seconds when it was answered.
    if (state === 'RunQuery') this.took.set(subject, seconds);
    if (state === 'CollectOutput') this.line('compute', subject, many(answer.rows, 'row'), this.took.get(subject) ?? seconds);
    else if (state === 'OpenRun')
      this.line(
        'open run',
        String(answer.run_id),
        `${many(answer.files, 'landed file')}, ${number(answer.to_accept)} new`,
        seconds,
      );
    else if (state === 'AcceptShard')
      this.line('accept files', subject, `${number(answer.landed)} landed, ${number(answer.quarantined)} quarantined`, seconds);
    else if (state === 'PlanRun')
      this.line(
        'plan run',
        '',
        `${many(answer.accepted, 'row')} accepted${answer.base_run_date ? `, final outcomes of ${answer.base_run_date} reused` : ''}`,
        seconds,
      );
    else if (state === 'Gate')
      this.line('gate', '', `${many(answer.checks, 'check')}, ${many(answer.warnings, 'warning')}`, seconds);
    else if (state === 'Publish')
      this.line('publish', '', answer.moved ? 'published' : 'kept: a later day is published already', seconds);
    else if (state === 'PlanEmails') this.line('plan emails', '', `${number(answer.planned)} planned`, seconds);
    else if (state === 'SendShard')
      this.line('send emails', subject, `${number(answer.sent)} sent, ${number(answer.already_sent)} sent before`, seconds);
    else if (state === 'SendDigest') this.line('send digest', '', `${number(answer.sent)} sent`, seconds);
  }

  end(): void {
    if (this.live) this.options.stream.write('\r\x1b[2K');
  }

  private line(label: string, subject: string, detail: string, seconds: number): void {
    if (this.options.silent) return;
    const text = `  ${label.padEnd(14)} ${subject.padEnd(40)} ${detail.padEnd(44)} ${seconds.toFixed(1).padStart(7)} s`;
    this.options.stream.write(`${this.live ? '\r\x1b[2K' : ''}${text}\n`);
  }
}
