/** Points of drawn sellers over nights, some of them skipped: the product's SQL and the second opinion say the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { LANDING } from '../../contracts/landing/index.js';
import { readColumns } from '../../contracts/ledger/accepted.js';
import { pointsEntries } from '../../contracts/published/points-entries.js';
import { someNight } from '../../infra/shared/night-columns.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { Points } from '../../policies/points.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { emptyRelation } from '../../sql/literals.js';
import { renderSelect, type Source } from '../../sql/render.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { type Entry, entriesOf, type PointsNight, standingsOfPoints } from './points.js';
import type { Violation } from './records.js';
import { day as dayNumber } from './time.js';

const FIRST = '2026-03-02';
const NIGHTS = 50;
const why = 'made';
const given = (points: number) => ({ points, why });
const milestone = (at: number, caps_at?: string) => ({
  at,
  title: `m${at}`,
  means: 'made',
  why,
  ...(caps_at ? { caps_at } : {}),
});
const COUNTED: Points = {
  ...{ why, expire_after_days: { value: 10, why } },
  violations: { rules: { fake: given(5) }, severities: { critical: given(3), low: given(0) }, other: 'landed', why },
  ...{ looked_at: { every: 'wednesday', why }, missed_metrics: { late_dispatch: given(2), late_delivery: given(1) } },
  milestones: [milestone(2), milestone(6, 'good'), milestone(8), milestone(9, 'below')],
};
const RATED: Points = {
  ...{ why, expire_after_days: { value: 21, why } },
  rating: { starts_at: 5, at_most: 6, earned: { points: 2, per_orders: 10, why }, why },
  violations: { rules: {}, severities: {}, other: 'landed', why },
  ...{ looked_at: { every: 15, why }, missed_metrics: { late_dispatch: given(4) } },
  milestones: [milestone(4), milestone(2, 'below'), milestone(0)],
};
const [template] = CASE_POLICIES.programmes;
const tiers = ['top', 'good', 'below'].map((key) => ({ key, title: key, means: key }));
const programme = (name: string, regions: string[], points: Points) => ({
  ...template!,
  programme: name,
  regions,
  tiers,
  points,
});
const POLICIES: Policies = {
  ...CASE_POLICIES,
  programmes: [programme('counted', ['GB', 'DE'], COUNTED), programme('rated', ['GB'], RATED)],
};
const ZONES = new Map(POLICIES.regions.map(({ code, time_zone }) => [code, time_zone]));
const SELLERS = ['a', 'b', 'c', 'd'];
const HOUR = 3_600_000_000;

/** Violations that land over the nights; some are changed later, some take a missed metric back. */
function drawnViolations(draw: Draw): Violation[] {
  const one = (n: number): Violation[] => {
    const dt = dayNumber(FIRST) + draw.whole(0, NIGHTS - 1);
    const base: Violation = {
      ...{ dt, updated_at: dt * 24 * HOUR, violation_id: `v${n}`, seller_id: draw.one(SELLERS), region: draw.one(['GB', 'DE']) },
      ...{ rule: draw.one(['fake', 'other']), severity: draw.one(['critical', 'low', 'high', null]) },
      points: draw.one([null, 0, 1, 4]),
      issued_at: (dt - draw.whole(0, 30)) * 24 * HOUR + draw.whole(0, 47) * HOUR,
      expires_at: draw.chance(0.2) ? (dt + draw.whole(-5, 15)) * 24 * HOUR : null,
      status: 'active',
    };
    return draw.chance(0.3) ? [base, { ...base, dt: dt + 3, updated_at: (dt + 3) * 24 * HOUR, status: 'withdrawn' }] : [base];
  };
  const takenBack = [9, 16, 23, 30, 37, 44].flatMap((on) =>
    SELLERS.map((seller_id): Violation => {
      const dt = dayNumber(FIRST) + on;
      const wednesday = addDays(FIRST, on - 7);
      return {
        ...{
          dt,
          updated_at: dt * 24 * HOUR,
          violation_id: `counted late_dispatch ${wednesday} ${seller_id}`,
          seller_id,
          region: 'GB',
        },
        ...{ rule: 'appeal', severity: null, points: null, issued_at: dt * 24 * HOUR, expires_at: null, status: 'withdrawn' },
      };
    }),
  );
  return [...Array.from({ length: 90 }, (_, n) => n).flatMap(one), ...takenBack];
}

type Said = Record<string, unknown>[];
const plain = (rows: readonly object[]): Said =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'bigint' ? Number(value) : value,
      ]),
    ),
  );
const sorted = <Row extends object>(rows: Row[], ...by: (keyof Row)[]): Row[] =>
  rows.toSorted((x, y) =>
    by.reduce((order, name) => order || (String(x[name]) < String(y[name]) ? -1 : Number(x[name] !== y[name])), 0),
  );

describe('points over fifty nights', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await openDuck({ threads: 1 });
  });
  afterAll(() => duck?.close());

  it('come out alike by two ways of counting, whichever nights are skipped', async () => {
    const sql = await readSqlFiles();
    const draw = new Draw(7);
    const violations = drawnViolations(draw);
    const moment = (at: number | null) => (at === null ? 'NULL' : `make_timestamp(${at})`);
    const local = (region: string, at: number | null) =>
      at === null ? 'NULL' : `DATE '${new Intl.DateTimeFormat('en-CA', { timeZone: ZONES.get(region)! }).format(at / 1000)}'`;
    const text = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);
    const rowOf = (v: Violation) =>
      `${text(v.violation_id)} AS violation_id, ${text(v.seller_id)} AS seller_id, '${v.region}' AS region, '${v.rule}' AS rule, ${text(v.severity)} AS severity, ${v.points ?? 'NULL'} AS points, ${moment(v.issued_at)} AS issued_at, ${local(v.region, v.issued_at)} AS issued_day, ${moment(v.expires_at)} AS expires_at, ${local(v.region, v.expires_at)} AS expires_day, '${v.status}' AS status, ${moment(v.updated_at)} AS updated_at, make_date(${v.dt}) AS dt, 1 AS row_hash`;
    await duck.run(
      `CREATE TABLE landed AS SELECT * FROM ${emptyRelation(readColumns(LANDING.violations!))} AS none ${violations.map((v) => `UNION ALL BY NAME SELECT ${rowOf(v)}`).join(' ')}`,
    );
    await duck.run(`CREATE TABLE before AS SELECT * FROM ${emptyRelation(pointsEntries.columns)} AS none`);
    let remembered: Entry[] = [];
    const seen = new Set<string>();
    for (let at = 0; at < NIGHTS; at++) {
      if (draw.chance(0.2)) continue;
      const run_date = addDays(FIRST, at);
      const metrics = POLICIES.programmes.flatMap((p) =>
        SELLERS.slice(0, 3).flatMap((seller_id) => {
          const orders = draw.whole(0, 30);
          return ['late_dispatch', 'late_delivery'].map((metric) => ({
            ...{ seller_id, programme: p.programme, metric, orders },
            verdict: draw.one(['met', 'missed', 'not_assessable'] as const),
          }));
        }),
      );
      await duck.run(
        `CREATE OR REPLACE TABLE metrics AS SELECT * FROM (VALUES ${metrics.map((m) => `('${m.seller_id}', '${m.programme}', '${m.metric}', '${m.verdict}', CAST(${m.orders} AS BIGINT))`).join(', ')}) AS t (seller_id, programme, metric, verdict, orders)`,
      );
      const tables: Record<string, string> = {
        'accepted violations': `(SELECT * FROM landed WHERE dt <= DATE '${run_date}')`,
        'previous points_entries': 'before',
        'run seller_metrics': 'metrics',
        'run points_entries': 'entries',
      };
      const facts = { ...someNight(POLICIES, 'later'), run_date };
      for (const [table, path] of [
        ['entries', 'marts/points_entries.sql'],
        ['standings', 'marts/points_standings.sql'],
      ] as const) {
        const { select } = renderSelect(path, sql, facts, ({ kind, dataset }: Source) => tables[`${kind} ${dataset}`]!);
        await duck.run(`CREATE OR REPLACE TABLE ${table} AS ${select}`);
      }
      const night: PointsNight = { run_date, programmes: POLICIES.programmes, zones: ZONES, violations, metrics };
      const entries = entriesOf(night, remembered);
      const product = plain(await duck.run('SELECT * FROM entries'));
      expect(sorted(product as unknown as Entry[], 'seller_id', 'programme', 'entry_id'), run_date).toEqual(
        sorted(entries, 'seller_id', 'programme', 'entry_id'),
      );
      const standings = plain(await duck.run('SELECT * EXCLUDE (policy_version) FROM standings'));
      expect(sorted(standings, 'seller_id', 'programme'), run_date).toEqual(
        sorted(standingsOfPoints(night, entries), 'seller_id', 'programme'),
      );
      for (const { kind, state } of entries) seen.add(`${kind} ${state}`);
      for (const row of standings) seen.add(`${row.programme} ${row.milestone} ${row.caps_at}`);
      await duck.run('CREATE OR REPLACE TABLE before AS SELECT * FROM entries');
      remembered = entries;
    }
    // Everything that can be said was said.
    for (const kind of ['violation', 'missed_metric'])
      for (const state of ['stands', 'expired', 'withdrawn']) expect(seen).toContain(`${kind} ${state}`);
    for (const reached of [
      'counted null null',
      'counted 6 good',
      'counted 9 below',
      'rated 4 null',
      'rated 2 below',
      'rated 0 below',
    ])
      expect(seen).toContain(reached);
  });
});
