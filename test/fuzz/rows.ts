/** Good rows of any landed dataset, drawn: what is mutated, and what stands beside it unhurt. */
import type { Column } from '../../contracts/columns.js';
import type { LandingContract } from '../../contracts/contract.js';
import type { Draw } from '../helpers/draw.js';

export const DAY = '2026-01-06';
export const REGIONS = [
  { code: 'GB', time_zone: 'Europe/London' },
  { code: 'DE', time_zone: 'Europe/Berlin' },
  { code: 'NZ', time_zone: 'Pacific/Auckland' },
];

export type Value = string | number | readonly string[] | null;
export type Row = Record<string, Value>;

const TEXTS = ['plain', 'with, comma', 'a "quoted" word', 'two\nlines', 'Größe 42 €', '你好 🎁', "it's", 'x;y|z\tw', '007'];
const FIRST = Date.parse('2026-01-02T08:00:00Z');
const HOUR = 3_600_000;

/** One moment, written in one of the ways that may land. */
function written(draw: Draw, ms: number): string {
  const utc = new Date(ms).toISOString();
  const berlin = new Date(ms + HOUR).toISOString();
  return draw.one([
    utc,
    `${utc.slice(0, 19)}Z`,
    `${utc.slice(0, 10)} ${utc.slice(11, 23)}`,
    `${berlin.slice(0, 23)}+01:00`,
    `${berlin.slice(0, 16)}:${berlin.slice(17, 19)}+0100`,
  ]);
}

function drawValue(draw: Draw, column: Column, n: number, at: number): Value {
  const { kind, name } = column;
  if (name === 'region' || name === 'home_region') return draw.one(REGIONS).code;
  if (name === 'currency') return draw.one(['EUR', 'GBP', 'NZD']);
  if (name === 'email') return `shop${n}@example.com`;
  if (column.is_id) return draw.one([`${name[0]}-${n}`, `${1000 + n}`, `Ä-${n}`]);
  if (kind === 'text') return draw.one(TEXTS);
  // Each later than the column before it: nothing lies before what it follows.
  if (kind === 'moment') return written(draw, FIRST + at * HOUR + draw.whole(0, HOUR - 1));
  if (kind === 'moment_or_day') return draw.chance(0.5) ? '2026-01-05' : written(draw, FIRST + at * HOUR);
  if (kind === 'day') return `2026-01-0${draw.whole(1, 6)}`;
  if (kind === 'choice') return draw.one(column.choices!);
  if (kind === 'metrics') return draw.one(['all', 'late_dispatch', 'late_delivery, late_dispatch']);
  if (kind === 'rating') return draw.whole(1, 5);
  return draw.whole(0, 90_000);
}

/** So many rows that all are accepted. */
export const drawRows = (draw: Draw, { columns }: LandingContract, rows: number): Row[] =>
  Array.from({ length: rows }, (_, n) =>
    Object.fromEntries(
      columns.map((column, at) => [column.name, !column.required && draw.chance(0.3) ? null : drawValue(draw, column, n, at)]),
    ),
  );
