import { type Amount, bytesOf, type Measured, sum } from './measured.js';
import { billed, type Kept, LINES, type Month, together } from './month.js';

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]): string =>
  [row(head), `|---|${'--:|'.repeat(head.length - 1)}`, ...rows.map(row)].join('\n');

const count = (value: number): string => Math.round(value).toLocaleString('en');
/** `18.0 MB`, `1.2 GB`. */
function size(bytes: number): string {
  const [unit, by] = bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : ['kB', 1e3];
  const value = bytes / by;
  return `${value >= 100 ? count(value) : value.toFixed(1)} ${unit}`;
}
const dollars = (value: number): string => value.toFixed(2);

/** The tables of docs/deploy.md, "What it costs", as it has them. */
export function costTables(measured: Measured, months: readonly { orders: number; month: Month }[], kept: Kept): string {
  const perMillion = measured.orders / 1e6;
  const line = (what: string, { bytes, objects }: Amount) => [what, size(bytes), count(objects), size(bytes / perMillion)];
  const queries = Object.values(measured.queries);
  const sources = sum(queries.map((query) => query.sources));
  const read = { bytes: queries.reduce((total, query) => total + bytesOf(query), 0), objects: sources.objects };
  return [
    `Measured: ${count(measured.orders)} orders over ${measured.days} days, the last of a few nights.`,
    table(
      ['measured', 'bytes', 'objects', 'per 1 M orders'],
      [
        line('landing (Parquet)', measured.landing),
        line('accepted rows, counts, receipts', measured.accepted),
        line('ledger, all parts', measured.ledger),
        line('one run', measured.run),
        line("one night's part of the ledger", measured.ledger_part),
        line("one night's working data", measured.work),
        line(`sources of its ${queries.length} queries, whole`, sources),
        line('read of them', read),
        ['billed by Athena for that night', size(billed(measured, 1)), '', size(billed(measured, 1 / perMillion))],
        ['read for each order of the history', `${count(read.bytes / measured.orders)} bytes`, '', ''],
        [`read for each of the ${count(measured.judged)} orders judged that night`, size(read.bytes / measured.judged), '', ''],
      ],
    ),
    `A month in USD, ${kept.runs} days of runs, ${kept.work} of working data:`,
    table(
      ['a month, in USD', ...months.map(({ orders }) => `${count(orders / 1e6)} M orders`)],
      [
        ...LINES.map((name) => [name, ...months.map(({ month }) => dollars(month[name]))]),
        ['**together**', ...months.map(({ month }) => `**${dollars(together(month))}**`)],
      ],
    ),
  ].join('\n\n');
}
