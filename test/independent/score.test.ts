/** Scores of drawn sellers: the product's SQL and the second opinion say the same, and what every score must keep. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someNight } from '../../infra/shared/night-columns.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { Policies, Programme } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { renderSelect, type Source } from '../../sql/render.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { drawnScore } from '../helpers/drawn-score.js';
import { type ScorePart, type SellerScore, scoresOf } from './score.js';

type Judged = Parameters<typeof scoresOf>[1][number];

const METRICS = CASE_POLICIES.programmes[0]!.metrics.map(({ metric }) => metric);
const PROGRAMMES = 30;
const SELLERS = 12;
const tiers = ['top', 'good', 'below'].map((key) => ({ key, title: key, means: key }));
const why = 'drawn';
const policiesOf = (draw: Draw): Policies => ({
  ...CASE_POLICIES,
  programmes: Array.from({ length: PROGRAMMES }, (_, nth): Programme => {
    const asked = { top: { at_least: 0.8, why }, ...(draw.chance(0.5) ? { good: { at_least: 0.7, why } } : {}) };
    return {
      ...CASE_POLICIES.programmes[0]!,
      ...{
        programme: `drawn-${String(nth).padStart(2, '0')}`,
        tiers,
        score: drawnScore(draw, METRICS, draw.chance(0.7) ? asked : {}),
      },
    };
  }),
});

const VERDICTS: Readonly<Record<string, string>> = {
  within: 'met',
  few_buyers: 'met',
  few_days: 'met',
  above: 'missed',
  no_source: 'not_measured',
};
function drawnMetrics(draw: Draw, programmes: readonly Programme[]): Judged[] {
  return programmes.flatMap(({ programme, score }) =>
    Array.from({ length: SELLERS }, (_, nth) => nth).flatMap((nth) => {
      const few = draw.chance(0.1);
      return METRICS.map((metric): Judged => {
        const counted = draw.one([1, 3, 30, 200, 999, 1_000_000, 30_000_000]);
        const curve = score!.dimensions.flatMap((one) => one.metrics[metric]?.curve ?? []);
        // At a corner of the curve, as near as so many counted come to it, or anywhere.
        const at = curve.length > 0 && draw.chance(0.4) ? draw.one(curve)[0] : draw.chance(0.8) ? draw.next() / 5 : draw.next();
        const because = few
          ? 'few_orders'
          : draw.one(['within', 'within', 'above', 'few_days', 'few_counted', 'nothing_final', 'no_source'] as const);
        const fault = Math.min(counted, Math.round(counted * at));
        const none = because === 'no_source';
        return { seller_id: `s${nth}`, programme, metric, because, fault: none ? null : fault, counted: none ? null : counted };
      });
    }),
  );
}

const plain = <Row>(rows: readonly object[]): Row[] =>
  rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
      ) as Row,
  );
const inOrder = <Row extends { seller_id: string; programme: string; metric?: string }>(rows: readonly Row[]): Row[] => {
  const key = ({ seller_id, programme, metric }: Row) => `${programme} ${seller_id} ${metric}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};
/** Shares are quotients; their last bits may differ. */
const rounded = (part: ScorePart): ScorePart => {
  const share = (value: number | null) => (value === null ? null : Number(value.toFixed(9)));
  return { ...part, share: share(part.share), share_by_policy: share(part.share_by_policy)! };
};

describe('scores of drawn sellers', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await openDuck({ threads: 1 });
  });
  afterAll(() => duck?.close());

  async function asked(policies: Policies, metrics: readonly Judged[]): Promise<{ parts: ScorePart[]; scores: SellerScore[] }> {
    const sql = await readSqlFiles();
    const rows = metrics.map((m) => ({ ...m, verdict: VERDICTS[m.because] ?? 'not_assessable' }));
    const text = { seller_id: 'VARCHAR', programme: 'VARCHAR', metric: 'VARCHAR', because: 'VARCHAR', verdict: 'VARCHAR' };
    const shape = JSON.stringify([{ ...text, fault: 'BIGINT', counted: 'BIGINT' }]);
    await duck.run(
      `CREATE OR REPLACE TABLE metrics AS SELECT *, CAST(fault AS DOUBLE) / counted AS accountable_rate FROM (SELECT unnest(from_json('${JSON.stringify(rows)}', '${shape}'), recursive := true))`,
    );
    const tables: Record<string, string> = {
      'run seller_metrics': 'metrics',
      'run score_curves': 'curves',
      'run score_parts': 'parts',
      'run scores': 'scores',
    };
    for (const [table, path] of [
      ['curves', 'marts/score_curves.sql'],
      ['parts', 'marts/score_parts.sql'],
      ['scores', 'marts/scores.sql'],
      ['differ', 'checks/score_parts_add_up.sql'],
    ] as const) {
      const relation = ({ kind, dataset }: Source) => tables[`${kind} ${dataset}`]!;
      const { select } = renderSelect(path, sql, someNight(policies, 'later'), relation);
      await duck.run(`CREATE OR REPLACE TABLE ${table} AS ${select}`);
    }
    expect(await duck.run('SELECT * FROM differ')).toEqual([]);
    return {
      parts: plain<ScorePart>(await duck.run('SELECT * EXCLUDE (because, fault, counted, accountable_rate, out_of) FROM parts')),
      scores: plain<SellerScore>(await duck.run('SELECT * EXCLUDE (policy_version, out_of, metrics_needed) FROM scores')),
    };
  }

  it('come out alike by two ways of counting, and their contributions add up', async () => {
    const draw = new Draw(11);
    const policies = policiesOf(draw);
    const metrics = drawnMetrics(draw, policies.programmes);
    const night = await asked(policies, metrics);
    const { parts, scores } = scoresOf(policies.programmes, metrics);
    expect(inOrder(night.parts).map(rounded)).toEqual(inOrder(parts).map(rounded));
    expect(inOrder(night.scores)).toEqual(inOrder(scores));
    for (const { seller_id, programme, score } of night.scores) {
      const own = night.parts.filter((one) => one.seller_id === seller_id && one.programme === programme);
      const brought = own.flatMap(({ contribution }) => contribution ?? []);
      expect(brought.length > 0 ? brought.reduce((a, b) => a + b, 0) : null, `${seller_id} ${programme}`).toBe(score);
      for (const { contribution } of own) if (contribution !== null) expect(contribution).toBeGreaterThanOrEqual(0);
    }
    // Everything that can be said was said.
    const said = new Set(scores.map((row) => `${row.because} ${row.caps_at} ${row.deciding_dimension !== null}`));
    for (const one of [
      'few_orders null false',
      'few_metrics null false',
      'scored null true',
      'scored good false',
      'scored below true',
    ])
      expect(said).toContain(one);
  });

  it('are never raised by one fault more, nor lowered by one more order without a fault, while the same metrics are assessed', async () => {
    const draw = new Draw(23);
    const policies = policiesOf(draw);
    const before = drawnMetrics(draw, policies.programmes);
    const scoresBy = async (metrics: readonly Judged[]) => inOrder((await asked(policies, metrics)).scores);
    const changed = (change: (fault: number, counted: number) => [number, number]): Judged[] =>
      before.map((m) => {
        if (m.fault === null || m.counted === null || !VERDICTS[m.because]) return m;
        const [fault, counted] = change(m.fault, m.counted);
        return { ...m, fault, counted };
      });
    const tonight = await scoresBy(before);
    const onceMore = await scoresBy(changed((fault, counted) => [Math.min(fault + 1, counted), counted]));
    const oneLate = await scoresBy(changed((fault, counted) => [fault + 1, counted + 1]));
    const oneGood = await scoresBy(changed((fault, counted) => [fault, counted + 1]));
    let [worse, better] = [0, 0];
    for (const [nth, { score, seller_id, programme }] of tonight.entries()) {
      const name = `${programme} ${seller_id}`;
      if (score === null) continue;
      expect(onceMore[nth]!.score, name).toBeLessThanOrEqual(score);
      expect(oneLate[nth]!.score, name).toBeLessThanOrEqual(score);
      expect(oneGood[nth]!.score, name).toBeGreaterThanOrEqual(score);
      if (onceMore[nth]!.score! < score) worse++;
      if (oneGood[nth]!.score! > score) better++;
    }
    expect(worse).toBeGreaterThan(50);
    expect(better).toBeGreaterThan(50);
  });
});
