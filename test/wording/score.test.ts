import { describe, expect, it } from 'vitest';
import type { Score } from '../../policies/score.js';
import {
  benchmarkNotes,
  partsInOrder,
  type ScorePartRow,
  type ScoreRow,
  scoreAdvice,
  scoreNotes,
  scorePart,
  scorePartTexts,
} from '../../wording/score.js';
import { wordingFor } from '../../wording/wording.js';

const wording = wordingFor('en');
const why = 'made';
const curve: [number, number][] = [
  [0, 5],
  [0.1, 0],
];
const metric = { weight: 1, curve, why };
const score: Score = {
  ...{ title: 'Shop score', why, out_of: 5, decides: 'weighted', needs: { metrics: 2, why }, tiers: {} },
  dimensions: [
    { key: 'parcels', title: 'Parcels', weight: 2, why, metrics: { late_dispatch: metric, late_delivery: metric } },
    { key: 'shop', title: 'Shop', weight: 1, why, metrics: { seller_cancellation: metric } },
  ],
};
const tiers = [{ key: 'good', title: 'Good', means: 'Good.' }];
const row = (more: Partial<ScoreRow> = {}): ScoreRow => ({
  ...{ seller_id: 's', programme: 'p', policy_version: '1', score: 406, out_of: 500, because: 'scored', metrics_assessed: 3 },
  ...{ metrics_needed: 2, deciding_dimension: null, costs_most: 'late_dispatch', caps_at: null },
  ...more,
});
const part = (more: Partial<ScorePartRow> = {}): ScorePartRow => ({
  ...{ seller_id: 's', programme: 'p', dimension: 'parcels', metric: 'late_dispatch', because: 'within', fault: 3, counted: 200 },
  ...{ accountable_rate: 0.015, points: 425, out_of: 500, share_by_policy: 0.25, share: 0.25, dimension_points: 437 },
  ...{ contribution: 106, costs: 19, category: null, benchmark_because: null, benchmark: null, benchmark_taken: null },
  ...{ benchmark_sellers: null, benchmark_sellers_needed: null, benchmark_on: null, benchmark_until: null },
  ...more,
});
const said = (more: Partial<ScoreRow> = {}, of = score) => scoreNotes(row(more), [part()], { tiers, score: of }, wording);

describe('what a seller is told of a score', () => {
  it('how much of how much, what costs most, and which tier it allows', () => {
    expect(said()).toEqual([
      'Shop score: 4.06 of 5; what each part brings adds up to it.',
      'Late dispatch costs most: 0.19 points.',
    ]);
    expect(said({ caps_at: 'good' })[2]).toBe('With it, the tier is at most Good.');
    expect(said({ score: 500, costs_most: null })).toEqual(['Shop score: 5.00 of 5; what each part brings adds up to it.']);
  });

  it('which part decides, where the lowest does', () => {
    expect(said({ deciding_dimension: 'parcels' })[0]).toBe('Shop score: 4.06 of 5; the lowest part decides, which is Parcels.');
  });

  it('that there is none yet, which is not a low one', () => {
    const none = { score: null, costs_most: null };
    expect(said({ ...none, because: 'few_orders' })).toEqual([
      'Shop score: none yet, because there are too few orders to judge. That is not a low score.',
    ]);
    expect(said({ ...none, because: 'few_metrics', metrics_assessed: 1 })).toEqual([
      'Shop score: none yet, because 1 of the 2 metrics that it needs can be assessed. That is not a low score.',
    ]);
  });

  it('the working, a line for each metric', () => {
    const line = (more: Partial<ScorePartRow> = {}, decides: Score['decides'] = 'weighted') =>
      scorePart(part(more), { tiers, score: { ...score, decides } }, wording);
    expect(line()).toBe('late dispatch: 3 of 200 = 1.50%: 4.25 of 5 points, weight 25.0%, brings 1.06');
    expect(line({ contribution: null })).toBe('late dispatch: 3 of 200 = 1.50%: 4.25 of 5 points, weight 25.0%');
    expect(line({ share: 0.5 }, 'worst_dimension')).toContain('weight 50.0% of Parcels, brings 1.06');
    const not = { because: 'few_counted', points: null, share: null, contribution: null, costs: null } as const;
    expect(line(not)).toBe('late dispatch: not assessed, so that its weight of 25.0% goes to the others');
    expect(line(not, 'worst_dimension')).toBe('late dispatch: not assessed, and left out of Parcels');
    expect(
      scorePartTexts(part({ ...not, counted: null, fault: null, accountable_rate: null }), { tiers, score }, wording),
    ).toEqual({
      ...{ dimension: 'Parcels', metric: 'Late dispatch', faults: '', rate: '–', points: '–', out_of: '5' },
      ...{ weight: '25.0%', brings: '–' },
    });
  });

  it('parts in the order of the policy', () => {
    const parts = ['seller_cancellation', 'late_delivery', 'late_dispatch'].map((one, at) =>
      part({ metric: one, dimension: at === 0 ? 'shop' : 'parcels' }),
    );
    expect(partsInOrder(parts, { tiers, score }).map((one) => one.metric)).toEqual([
      'late_dispatch',
      'late_delivery',
      'seller_cancellation',
    ]);
  });

  it('what would raise it most, where it holds the tier back', () => {
    expect(scoreAdvice(row(), wording)).toMatch(/^The score holds the tier back; what would raise it most is late dispatch\. \S/);
    expect(scoreAdvice(row({ costs_most: null }), wording)).toBeUndefined();
  });

  describe('beside a category', () => {
    const asked = { percentile: 50, at_least_sellers: 30, relative_to: 0.02, not_below: 0.01, not_above: 0.06, why };
    const beside: Score = {
      ...score,
      dimensions: [
        { ...score.dimensions[0]!, metrics: { late_dispatch: { ...metric, benchmark: asked }, late_delivery: metric } },
      ],
    };
    const known = { category: 'books', benchmark_sellers: 41, benchmark_sellers_needed: 30 };
    const days = { benchmark_on: '2026-10-01', benchmark_until: '2026-12-31' };
    const told = (more: Partial<ScorePartRow>) => benchmarkNotes([part(more)], { tiers, score: beside }, wording);
    const measured = { ...known, ...days, benchmark_because: 'measured', benchmark: 0.03, benchmark_taken: 0.03 } as const;

    it('what its shops keep to, since when and until when, and what that does to the curve', () => {
      expect(told(measured)).toEqual([
        'Late dispatch is read beside your category, books: on 1 Oct 2026, 50% of its 41 shops had 3.00% or less, and that holds until 31 Dec 2026. What the curve gives at 2%, you get at 3%.',
      ]);
      expect(told({ ...measured, benchmark: 0.08, benchmark_taken: 0.06 })[0]).toMatch(
        / 6% is taken for it, as the curve moves no further\. What the curve gives at 2%, you get at 6%\.$/,
      );
      expect(told({ ...measured, benchmark: 0.02, benchmark_taken: 0.02 })[0]).toMatch(/ The curve stays as it is written\.$/);
    });

    it('why the curve stays as it is written', () => {
      expect(told({ ...known, ...days, benchmark_because: 'few_sellers', benchmark_sellers: 12 })).toEqual([
        'Late dispatch is not read beside your category, books: 12 of its shops could be judged on 1 Oct 2026, and 30 are needed. The curve stays as it is written until 31 Dec 2026.',
      ]);
      expect(told({ category: 'books', benchmark_because: 'new_category' })).toEqual([
        'Late dispatch is not read beside your category, books: none of its shops could be judged when the quarter began. The curve stays as it is written.',
      ]);
      expect(told({ benchmark_because: 'no_category' })).toEqual([
        'Late dispatch is not read beside a category, as none of your orders says what it was of. The curve stays as it is written.',
      ]);
    });

    it('nothing of what is not assessed, or has no benchmark', () => {
      expect(told({ ...measured, points: null })).toEqual([]);
      expect(told({})).toEqual([]);
    });
  });
});
