/** The orders that a scorecard mail lists: those by which it is decided when the tier changes first, in plain TypeScript. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import type { MailOrderRow } from '../../emails/rows.js';
import type { JudgedMetric, Policies, Programme } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { wordingFor } from '../../wording/wording.js';
import { MAIL_ORDERS, mailOrdersOf, type OutcomeDetailRow } from '../helpers/mail-orders.js';
import { fault, policies as own } from '../helpers/mail-run.js';
import { equivalent } from '../mutation/equivalent.js';
import { mutants } from '../mutation/mutants.js';

const damaged = { ...own.metrics[0]!, metric: 'damaged_parcels', subject: 'landed', title: 'Damaged parcels' } as JudgedMetric;
/** Entries under keys of their own, of one of the two programmes. */
const ENTRIES: Readonly<Record<string, string>> = { reviews_week: 'negative_review', defects_week: 'order_defect' };
const express: Programme = {
  ...own.programmes[0]!,
  programme: 'express',
  metrics: Object.entries(ENTRIES).map(([metric, of]) => ({ ...own.programmes[0]!.metrics[0]!, metric, of, title: metric })),
};
const policies: Policies = { ...own, metrics: [...own.metrics, damaged], programmes: [...own.programmes, express] };
const METRICS = [
  ...['late_dispatch', 'late_delivery', 'negative_review', 'order_defect', 'slow_response', 'damaged_parcels'],
  ...Object.keys(ENTRIES),
];
const roomOf = (metric: string): string => ENTRIES[metric] ?? metric;
const text = (await readSqlFiles())[MAIL_ORDERS]!;
const wording = wordingFor('en', policies);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const latest = (days: string[]): string => days.sort().at(-1)!;

/** By seller and programme what holds the tier back; nothing holds back whoever is not named. */
const HELD_BACK_BY: Readonly<Record<string, string>> = {
  'S-1 standards': 'negative_review',
  'S-2 standards': 'order_defect',
  'S-1 express': 'reviews_week',
  'S-2 express': 'defects_week',
  'søren standards': 'damaged_parcels',
  '漢字 express': 'missing_tracking',
};
const CARDS = ['S-1', 'S-2', 'søren', '漢字'].flatMap((seller_id) =>
  ['express', 'standards'].map((programme) => ({
    ...{ seller_id, programme, held_back_by: HELD_BACK_BY[`${seller_id} ${programme}`] ?? null },
  })),
);

/** `seller programme place of many: order, day, counted until: metrics`, a line each. */
function chosenByHand(details: readonly OutcomeDetailRow[]): string[] {
  const faults = details.filter(({ outcome }) => outcome === 'fault');
  const cards = new Set(faults.map((row) => `${row.seller_id} ${row.programme}`));
  return [...cards].sort(byText).flatMap((card) => {
    const orders = new Map<string, OutcomeDetailRow[]>();
    for (const row of faults.filter((one) => `${one.seller_id} ${one.programme}` === card)) {
      const name = wording.subject(row.metric, row.subject_id);
      orders.set(name, [...(orders.get(name) ?? []), row]);
    }
    const day = (rows: OutcomeDetailRow[]) => latest(rows.map((row) => row.cohort_day));
    const until = (rows: OutcomeDetailRow[]) => latest(rows.map((row) => row.leaves_window_on));
    const decides = (rows: OutcomeDetailRow[]) =>
      rows
        .filter((row) => row.metric === HELD_BACK_BY[card])
        .map((row) => row.leaves_window_on)
        .sort()[0] ?? 'later';
    const sorted = [...orders].sort(
      ([a, x], [b, y]) => byText(decides(x), decides(y)) || byText(until(x), until(y)) || byText(a, b),
    );
    return sorted.slice(0, 5).map(([name, rows], nth) => {
      const listed = rows.filter(
        ({ metric, reason }) => roomOf(metric) !== 'order_defect' || !rows.some((one) => roomOf(one.metric) === reason),
      );
      const metrics = listed.map((row) => row.metric).sort(byText);
      return `${card} ${nth + 1} of ${orders.size}: ${name}, ${day(rows)}, ${until(rows)}: ${metrics.join(' ')}`;
    });
  });
}

function chosenBySql(rows: readonly MailOrderRow[]): string[] {
  const orders = new Map<string, MailOrderRow[]>();
  for (const row of rows) {
    const name = `${row.seller_id} ${row.programme} ${row.place} of ${row.orders_at_fault}: ${wording.subject(row.metric, row.subject_id)}`;
    const order = `${name}, ${row.newest_day}, ${row.counts_until}`;
    orders.set(order, [...(orders.get(order) ?? []), row]);
  }
  return [...orders].map(([order, some]) => `${order}: ${some.map((row) => row.metric).join(' ')}`);
}

/** Details of a few sellers under two programmes: many of one day, of several metrics, forgiven and excluded ones among them. */
function manyDetails(): OutcomeDetailRow[] {
  let state = 1;
  const draw = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647; // Park and Miller's: the same draws every time
    return state % below;
  };
  const rows = new Map<string, OutcomeDetailRow>();
  for (let n = 0; n < 600; n++) {
    const seller = ['S-1', 'S-2', 'søren', '漢字'][draw(4)]!;
    const metric = METRICS[draw(METRICS.length)]!;
    const outcome = (['fault', 'fault', 'fault', 'forgiven', 'excluded'] as const)[draw(5)]!;
    const reason = roomOf(metric) === 'order_defect' ? ['negative_review', 'unresolved_case'][draw(2)]! : 'late';
    const cohort_day = addDays('2026-11-01', draw(12));
    const row = fault(seller, 'late_dispatch', `o-${draw(40)}`, cohort_day, {
      ...{ metric, outcome, reason, programme: metric in ENTRIES ? 'express' : ['express', 'standards'][draw(2)]! },
      leaves_window_on: addDays(cohort_day, 30 + draw(30)),
    });
    rows.set(`${row.seller_id} ${row.programme} ${row.metric} ${row.subject_id}`, row);
  }
  return [...rows.values()];
}

describe('the five orders that a mail shows', () => {
  const details = manyDetails();
  const byHand = chosenByHand(details);

  it('are those under what holds the tier back, then the others, first to leave first, each with all that happened to it, of every seller under every programme', async () => {
    expect(byHand.length).toBe(4 * 2 * 5);
    const rows = await mailOrdersOf(details, policies, CARDS);
    expect(chosenBySql(rows)).toEqual(byHand);
    const late = rows.find((row) => row.metric === 'late_dispatch')!;
    const detail = details.find((row) =>
      (['seller_id', 'programme', 'metric', 'subject_id'] as const).every((key) => row[key] === late[key]),
    )!;
    expect(detail).toMatchObject({
      reason: late.reason,
      region: late.region,
      ship_by: late.ship_by,
      has_tracking: late.has_tracking,
    });
  });

  it('are fewer where fewer are at fault, and none where all is forgiven', async () => {
    const few = details.filter((row) => row.outcome !== 'fault' || row.subject_id === 'o-1');
    expect(chosenBySql(await mailOrdersOf(few, policies, CARDS))).toEqual(chosenByHand(few));
    expect(
      await mailOrdersOf(
        details.filter(({ outcome }) => outcome !== 'fault'),
        policies,
      ),
    ).toEqual([]);
  });

  it.each(mutants({ [MAIL_ORDERS]: text }).filter((mutant) => !equivalent(mutant)))(
    'would be others by another rule: $from -> $to',
    async (mutant) => {
      const chosen = await mailOrdersOf(details, policies, CARDS, mutant.text).then(chosenBySql, (error: Error) => error.message);
      expect(chosen).not.toEqual(byHand);
    },
  );
});
