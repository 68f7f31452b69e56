/**
 * The numbers of scorecard mails, read back out of their text as a person reads them, and held against what DuckDB reads of the published
 * Parquet. Nothing here comes from the code that wrote them.
 */
import { daysBetween } from '../../contracts/days.js';
import type { MailShard } from '../../contracts/run/mail-plan.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { sendEmails } from '../../lambdas/send-emails/send-emails.js';
import { toJson } from '../../lambdas/shared/object-store.js';
import type { SendLedger } from '../../lambdas/shared/send-ledger.js';

type Row = Record<string, unknown>;

/** The text of each seller's mail, as the night of a store would send it. */
export async function mailTexts(folder: string, prefix: string, sellers: readonly string[], programmes: string[]) {
  const texts = new Map<string, string>();
  const shard = 'mail-numbers.json';
  const mails = sellers.map((seller_id) => ({ campaign: 'scorecard' as const, period: 'numbers', seller_id, programmes }));
  const nothing = async () => undefined;
  await sendEmails({
    // In English, whatever each seller reads: that is what is read back.
    locale: 'en-GB',
    ...{ store: new OnePart(folder, shard, toJson({ plan_id: 'numbers', mails } satisfies MailShard)), prefix, shard },
    ledger: {
      claim: async () => 'claimed',
      markSent: nothing,
      markFailed: nothing,
      markInDoubt: nothing,
    } as unknown as SendLedger,
    mailer: {
      async send({ key, text }) {
        texts.set(key.recipient, text);
        return { kind: 'sent', messageId: 'kept' };
      },
    },
  });
  return texts;
}

/** A store that has one more object, and into which nothing is written. */
class OnePart extends FolderStore {
  constructor(
    folder: string,
    private readonly key: string,
    private readonly text: string,
  ) {
    super(folder);
  }
  override async read(key: string) {
    return key === this.key ? { body: Buffer.from(this.text), etag: 'kept' } : super.read(key);
  }
  override async write() {}
}

/** What a metric's block says, piece by piece; a piece that nobody knows is a mistake. */
export interface Block {
  metric: string;
  /** Facts by name, such as `fault`, `counted`, `forgiven`. */
  says: Record<string, number>;
  rate?: string;
  weeks?: string[];
  /** Numbers beside reasons. */
  reasons: Record<'forgiven' | 'excluded', number[]>;
}

const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));
const PIECES: readonly [RegExp, (found: string[], block: Block) => void][] = [
  [
    /^([\d,]+) of ([\d,]+) \w+ needed in/,
    ([, have, need], { says }) => Object.assign(says, { have: number(have), need: number(need) }),
  ],
  [
    /^([\d,]+) of ([\d,]+) /,
    ([, fault, counted], { says }) => Object.assign(says, { fault: number(fault), counted: number(counted) }),
  ],
  [/^([\d,]+) allowed$/, ([, n], { says }) => Object.assign(says, { allowed: number(n) })],
  [/^none allowed$/, (_, { says }) => Object.assign(says, { allowed: 0 })],
  [/^([\d,]+) more allowed$/, ([, n], { says }) => Object.assign(says, { left: number(n) })],
  [/^none left$/, (_, { says }) => Object.assign(says, { left: 0 })],
  [/^([\d,]+) too many$/, ([, n], { says }) => Object.assign(says, { left: -number(n) })],
  [/^([\d,]+) not final yet$/, ([, n], { says }) => Object.assign(says, { pending: number(n) })],
  [
    /^counted (\d+ \w+) to (\d+ \w+)$/,
    ([, first, last], { says }) => Object.assign(says, { window_days: daysBetween(isoDay(first!), isoDay(last!)) + 1 }),
  ],
  [
    /^([\d,]+) (forgiven|left out)(?:: (.*))?$/,
    ([, n, what, why], { says, reasons }) => {
      const name = what === 'forgiven' ? 'forgiven' : 'excluded';
      says[name] = number(n);
      const each = [...(why ?? '').matchAll(/\(([\d,]+)\)/g)].map(([, times]) => number(times));
      reasons[name] = why === undefined ? [] : each.length ? each : [number(n)];
    },
  ],
  [/^nothing has become final in (\d+) days$/, ([, days], { says }) => Object.assign(says, { window_days: number(days) })],
  [/^no source has landed for it$/, () => undefined],
];
/** A day without its year, of which no window is so long that two would be alike. */
const isoDay = (day: string): string => new Date(`${day.replace('Sept', 'Sep')} 2026 UTC`).toISOString().slice(0, 10);

/** The blocks of a mail with one programme. */
export function blocksOf(text: string, metricOf: (title: string) => string): Block[] {
  const [, section = ''] = /\nYour numbers\n-+\n([\s\S]*?)(?:\n\n|$)/.exec(text) ?? [];
  const blocks: Block[] = [];
  for (const line of section.split('\n')) {
    const head = /^[A-Z ]+ {2}(.*?)(?:: ([\d.]+)%.*)?$/.exec(line);
    if (head && !line.startsWith(' ')) {
      blocks.push({
        metric: metricOf(head[1]!),
        says: {},
        reasons: { forgiven: [], excluded: [] },
        ...(head[2] ? { rate: head[2] } : {}),
      });
      continue;
    }
    const block = blocks.at(-1);
    if (!block) continue;
    const weeks = /^ {4}(\d+) weeks to [^:]+: (.*)$/.exec(line);
    if (weeks) block.weeks = weeks[2]!.split(' · ');
    // The first line below a title has the pieces; those after it are sentences of evaluations.
    else if (Object.keys(block.says).length === 0 && line.startsWith('    '))
      for (const piece of line.trim().split(' · ')) {
        const known = PIECES.find(([pattern]) => pattern.test(piece));
        if (!known) throw new Error(`a piece that is none of the known ones: ${piece}`);
        known[1]([...known[0].exec(piece)!], block);
      }
  }
  return blocks;
}

const same = (written: string, value: number): boolean => {
  const digits = written.split('.')[1]?.length ?? 0;
  return Math.abs(Number(written) - value) <= 0.5 * 10 ** -digits + 1e-9;
};

/** What is published of each seller's metrics, as DuckDB reads it. */
export async function publishedNumbers(ask: (sql: string) => Promise<Row[]>, file: (dataset: string) => string) {
  const [metrics, weeks, reasons] = [
    await ask(`SELECT *, allowed - fault AS left_over FROM ${file('seller_metrics')}`),
    await ask(`SELECT seller_id, metric, nth, 100.0 * fault / counted AS rate FROM ${file('seller_weeks')}`),
    await ask(
      `SELECT seller_id, metric, outcome, count(*) AS times FROM ${file('outcome_details')} WHERE outcome <> 'fault'
       GROUP BY seller_id, metric, outcome, coalesce(peak, reason), CASE WHEN reason = 'carrier_incident' THEN carrier END
       ORDER BY times DESC`,
    ),
  ].map((rows) => Map.groupBy(rows, ({ seller_id }) => String(seller_id)));
  return (seller: string) => ({
    ...{ metrics: metrics!.get(seller) ?? [], weeks: weeks!.get(seller) ?? [], reasons: reasons!.get(seller) ?? [] },
  });
}
type Published = ReturnType<Awaited<ReturnType<typeof publishedNumbers>>>;

/** Every number of the blocks against the Parquet; a line for each that differs. */
export function numbersThatDiffer(seller: string, blocks: readonly Block[], { metrics, weeks, reasons }: Published): string[] {
  const wrong: string[] = [];
  for (const { metric, says, rate, weeks: told, reasons: why } of blocks) {
    const row = metrics.find((one) => one.metric === metric);
    if (!row) return [`${seller}: ${metric} is in the mail and not in seller_metrics`];
    const differs = (what: string, mail: unknown, parquet: unknown) =>
      wrong.push(`${seller} ${metric} ${what}: ${mail}, published ${parquet}`);
    for (const [name, value] of Object.entries(says)) {
      const of = row.because === 'few_orders' ? 'orders' : 'counted';
      const column = { left: 'left_over', have: of, need: `${of}_needed` }[name] ?? name;
      const published = Number(row[column]);
      if (value !== published) differs(name, value, published);
    }
    for (const name of ['forgiven', 'excluded', 'pending'] as const)
      if ((says[name] ?? 0) !== Number(row[name] ?? 0)) differs(name, says[name], row[name]);
    if (rate !== undefined && !same(rate, Number(row.accountable_rate) * 100)) differs('rate', rate, row.accountable_rate);
    for (const name of ['forgiven', 'excluded'] as const) {
      const listed = reasons.filter((one) => one.metric === metric && one.outcome === name).map(({ times }) => Number(times));
      const all = Number(row[name] ?? 0);
      const rest = all - listed.reduce((sum, times) => sum + times, 0);
      const each = [...listed, ...(rest > 0 ? [rest] : [])];
      const shown = each.length > 3 ? [...each.slice(0, 3), each.slice(3).reduce((sum, times) => sum + times, 0)] : each;
      if (all > 0 && `${why[name]}` !== `${shown}`) differs(`reasons of ${name}`, why[name], shown);
    }
    const published = weeks.filter((one) => one.metric === metric);
    const length = Math.max(0, ...published.map(({ nth }) => Number(nth)));
    if (told && told.length !== length) differs('weeks', told.length, length);
    for (const [at, written] of (told ?? []).entries()) {
      const week = published.find(({ nth }) => Number(nth) === length - at);
      if (week ? !same(written.replace('%', ''), Number(week.rate)) : written !== '–')
        differs(`week ${length - at}`, written, week?.rate);
    }
    if (!told && rate !== undefined && length > 1) differs('weeks', 'none', length);
  }
  return wrong;
}
