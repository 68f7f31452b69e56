/** `whatif` by an entry of a programme: further orders are of the kind that the entry counts, and all that counts them counts them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changesOf } from '../../cli/commands/whatif.js';
import { whatIfInWords } from '../../cli/whatif-in-words.js';
import { describeNight, someNight } from '../../infra/shared/night-columns.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { Policies, ProgrammeMetric } from '../../policies/policy.js';
import type { Segment } from '../../policies/segments.js';
import { readSqlFiles } from '../../sql/files.js';
import { emptyRelation } from '../../sql/literals.js';
import { regionFor } from '../../trial/further-orders.js';
import { whatIf } from '../../trial/whatif.js';
import { MADE_POLICIES } from '../sql/made-rows.js';

const WHERE: Record<string, Segment> = {
  late_books: { category: { names: ['books'] } },
  late_goods: { category: { names: ['books'], not: true } },
  late_express: { carrier_class: { names: ['express'] }, carrier: { names: ['swift'] }, fulfilment: 'seller' },
  late_other_carriers: { carrier_class: { names: ['express'], not: true }, carrier: { names: ['swift'], not: true } },
  late_abroad: { cross_border: true },
  late_at_home: { cross_border: false },
  late_german: { region: ['DE'] },
};
const [both] = MADE_POLICIES.programmes as [Policies['programmes'][0]];
const [late] = both.metrics as [ProgrammeMetric];
const policies: Policies = {
  ...MADE_POLICIES,
  programmes: [
    {
      ...both,
      metrics: [
        late,
        { ...late, metric: 'late_week', of: 'late_dispatch', window_days: 7 },
        ...Object.entries(WHERE).map(([metric, where]) => ({
          ...{ ...late, metric, of: 'late_dispatch', title: metric.replace('late_', 'Late '), where },
        })),
      ],
    },
  ],
};

let duck: Duck;
let columns: Awaited<ReturnType<typeof describeNight>>;
beforeAll(async () => {
  duck = await openDuck();
  columns = await describeNight(duck, someNight(policies, 'first'));
}, 60_000);
afterAll(() => duck?.close());

/** Ten orders in time, of nothing that a segment asks for but the region. */
const orders = (): string => `(
  SELECT * FROM ${emptyRelation(columns.order_outcomes!)} AS none
  UNION ALL BY NAME
  SELECT 's' AS seller_id, 'o' || n AS order_id, 'GB' AS region, 1 AS weight, 1 AS units, DATE '2026-11-10' AS placed_day,
    DATE '2026-12-20' AS final_day, 1 AS late_dispatch, DATE '2026-11-10' AS late_dispatch_day
  FROM range(10) AS r (n))`;
const seller = (home: string | null): string => `(
  SELECT * FROM ${emptyRelation(columns.sellers!)} AS none
  UNION ALL BY NAME SELECT 's' AS seller_id, CAST(${home === null ? 'NULL' : `'${home}'`} AS VARCHAR) AS home_region)`;

/** Faults that were added, by entry. */
async function added(key: string, home: string | null = 'GB') {
  const relation = (dataset: string): string => `(SELECT * FROM ${emptyRelation(columns[dataset]!)} AS none)`;
  const relations = {
    ...{ order_outcomes: orders(), sellers: seller(home) },
    ...{
      conversation_outcomes: relation('conversation_outcomes'),
      landed_outcomes_judged: relation('landed_outcomes_judged'),
    },
  };
  const where = WHERE[key];
  const answer = await whatIf({
    ...{ duck, files: await readSqlFiles(), policies, seller: 's' },
    run: { run_date: '2026-11-16', not_measured: ['late_delivery'], relations },
    changes: [{ metric: 'late_dispatch', fault: 2, met: 0, entry: { key, where, regions: both.regions } }],
  });
  const faults = answer!.after.seller_metrics.filter((row) => Number(row.fault) > 0);
  return {
    region: answer!.regions[key],
    by: faults
      .map((row) => `${row.metric} ${row.fault}`)
      .sort()
      .join(', '),
  };
}

it.each([
  ['late_week', 'GB', 'late_at_home 2, late_dispatch 2, late_week 2'],
  ['late_books', 'GB', 'late_at_home 2, late_books 2, late_dispatch 2, late_week 2'],
  ['late_goods', 'GB', 'late_at_home 2, late_dispatch 2, late_goods 2, late_week 2'],
  ['late_express', 'GB', 'late_at_home 2, late_dispatch 2, late_express 2, late_week 2'],
  ['late_other_carriers', 'GB', 'late_at_home 2, late_dispatch 2, late_other_carriers 2, late_week 2'],
  ['late_abroad', 'DE', 'late_abroad 2, late_dispatch 2, late_german 2, late_week 2'],
  ['late_german', 'DE', 'late_abroad 2, late_dispatch 2, late_german 2, late_week 2'],
])('further orders of %s go to %s, and are counted by it and by whatever else counts such orders', async (key, region, by) => {
  expect(await added(key)).toEqual({ region, by });
});

it('an entry that asks about a border has no further orders of a seller whose home nobody knows', async () => {
  expect(await added('late_abroad', null)).toMatchObject({ region: null });
  const asked = (where: Segment, regions = ['GB', 'DE']) => ({ key: 'k', where, regions });
  expect(regionFor(asked({ cross_border: false }), 'GB', 'FR')).toBeUndefined();
  expect(regionFor(asked({ cross_border: false }), 'GB', 'DE')).toBe('DE');
  expect(regionFor(asked({ region: ['FR', 'DE'] }), 'GB', null)).toBe('DE');
  expect(regionFor(asked({ region: ['FR'] }), 'GB', null)).toBeUndefined();
  expect(regionFor(asked({}), 'GB', null)).toBe('GB');
});

it('an option may be the key of an entry, and is refused where two programmes mean other orders by it', () => {
  const books = { key: 'late_books', where: WHERE.late_books, regions: both.regions };
  const typed: [string, string][] = [
    ['late-dispatch', '1'],
    ['late-books', '2'],
    ['met-late-books', '3'],
  ];
  expect(changesOf(typed, policies, [])).toEqual([
    { metric: 'late_dispatch', fault: 1, met: 0 },
    { metric: 'late_dispatch', fault: 2, met: 3, entry: books },
  ]);
  expect(() => changesOf([['late-book', '2']], policies, [])).toThrow(/no key of theirs; did you mean late-books\?/);
  expect(() => changesOf([['late-books', '2']], policies, ['late_dispatch'])).toThrow('is not measured in this run');
  const [one] = policies.programmes;
  const others = {
    ...one!,
    metrics: [{ ...late, metric: 'late_books', of: 'late_dispatch', where: { category: { names: ['toys'] } } }],
  };
  const two = { ...policies, programmes: [one!, { ...others, programme: 'other' }] };
  expect(() => changesOf([['late-books', '2']], two, [])).toThrow('two programmes of this run mean other orders by that key');
});

it('words say which orders they are', () => {
  const rows = { seller_metrics: [], scorecards: [], standings: [], metric_standings: [], tier_gates: [], scores: [] };
  const changes = changesOf([['late-abroad', '2']], policies, []);
  const said = { seller: 's', run_id: '2026-11-16-001', run_date: '2026-11-16', changes };
  expect(whatIfInWords({ ...said, region: 'GB', regions: { late_abroad: 'DE' }, before: rows, after: rows }, policies)).toBe(
    `s (s), run 2026-11-16-001
What if 2 more orders were at fault in DE (late abroad, counted on 14 Nov 2026, the newest day that is final; only orders that go to another region than your own count here)
All entries of the same metric that count such orders count them too.
Of these metrics alone; no other counts them. What is counted of orders counts as placed, too.`,
  );
});
