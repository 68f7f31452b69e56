/** What a programme may say of a score, and what is refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metricsOfScore } from '../../policies/score.js';
import { loadShop, refusedAfter } from './shop.js';

const bounds = 'why: "made", tiers: { top: { at_most: 0.01, why: "made" }, good: { at_most: 0.04, why: "made" } }';
const PROGRAMME = `
programme: shop
title: Shop
version: "1"
in_force_from: 2026-01-01
regions: [GB]
tiers:
  - { key: top, title: Top, means: "Best." }
  - { key: good, title: Good, means: "Good." }
  - { key: low, title: Low, means: "Low." }
standard: good
assessable: { orders: 1, window_days: 30, why: "made" }
metrics:
  late_dispatch: { window_days: 30, ${bounds} }
  late_delivery: { window_days: 30, ${bounds} }
`;
const SCORE = `score:
  title: "Shop score"
  why: "made"
  out_of: 5
  decides: weighted
  dimensions:
    - key: parcels
      title: "Parcels"
      weight: 2
      why: "made"
      metrics:
        late_dispatch: { weight: 1, curve: [[0, 5], [0.04, 2.5], [0.1, 0]], why: "made" }
    - key: delivery
      title: "Delivery"
      weight: 1
      why: "made"
      metrics:
        late_delivery: { weight: 1, curve: [[0.01, 5], [0.1, 1.25]], why: "made" }
  needs: { metrics: 2, why: "made" }
  tiers:
    top: { at_least: 4, why: "made" }
    good: { at_least: 2.5, why: "made" }
`;
const EVALUATION = readFileSync('policies/eu-seller-standards.yaml', 'utf8').match(/^evaluation:\n(?:(?: {2}.*)?\n)+/m)![0];

/** The programme with a score after changes, as a person is told of it; the lines are counted within the score. */
function told(changes: Readonly<Record<string, string>> = {}, programme = PROGRAMME): string[] {
  let text = SCORE;
  for (const [from, to] of Object.entries(changes)) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return refusedAfter(programme, text);
}

const DISPATCH = 'score.dimensions.0.metrics.late_dispatch';

describe('the score of a programme', () => {
  it('may be made of weighted parts, and tiers may ask for so much of it', () => {
    expect(told()).toEqual([]);
    const [programme] = loadShop(`${PROGRAMME}${SCORE}`).programmes;
    expect(metricsOfScore(programme!.score!)).toEqual(['late_dispatch', 'late_delivery']);
  });

  it('may be its worst part, and then no part has a weight', () => {
    const worst = { 'decides: weighted': 'decides: worst_dimension', '      weight: 2\n': '', '      weight: 1\n': '' };
    expect(told(worst)).toEqual([]);
    expect(told({ 'decides: weighted': 'decides: worst_dimension', '      weight: 2\n': '' })).toEqual([
      '+14 score.dimensions.1.weight: weighs nothing where the worst dimension decides; take it out, or write decides: weighted',
    ]);
    expect(told({ '      weight: 2\n': '' })).toEqual([
      '+7 score.dimensions.0.weight: is missing; add it (parts such as 2 and 1), or write decides: worst_dimension',
    ]);
  });

  it('says weights as whole parts', () => {
    expect(told({ 'weight: 2': 'weight: 0.5' })).toEqual([
      '+9 score.dimensions.0.weight: needs a whole number; write shares such as 0.5 and 0.25 as 2 and 1',
    ]);
    expect(told({ 'weight: 2': 'weight: 0' })).toEqual([
      '+9 score.dimensions.0.weight: needs 1 or more: what has no weight is not part of a score',
    ]);
  });

  it.each([
    [
      '[0.04, 2.5], [0.1, 0]',
      '[0.04, 2.5], [0.1, 3]',
      'rises from 2.5 to 3 points at a rate of 0.1, so that more faults would help; write 2.5 or less',
    ],
    [
      '[0.04, 2.5], [0.1, 0]',
      '[0.04, 5], [0.1, 5]',
      'gives 5 points whatever the rate; let them fall, or take the metric out of the score',
    ],
    [
      '[0.04, 2.5], [0.1, 0]',
      '[0.1, 2.5], [0.1, 0]',
      'the rate 0.1 comes after 0.1; write rates from the lowest to the highest, each once',
    ],
    ['[[0, 5]', '[[0, 5.01]', '5.01 points are more than the score is out of (5); write 5 or less'],
    ['[0.04, 2.5]', '[0.04, 2.505]', '2.505 points are finer than a hundredth; round them to two decimals'],
    ['[0.04, 2.5]', '[0.0400001, 2.5]', '0.0400001 is finer than one part per million; round it to six decimals'],
    [
      '[[0, 5], [0.04, 2.5], [0.1, 0]]',
      '[[0, 5]]',
      'needs two pairs or more, each a rate at fault and its points, such as [[0, 5], [0.04, 2.5], [0.10, 0]]',
    ],
  ])('has curves whose points fall: %s as %s is refused', (from, to, problem) => {
    expect(told({ [from]: to })).toEqual([`+12 ${DISPATCH}.curve: ${problem}`]);
  });

  it('is made of metrics of the programme, each in one part', () => {
    expect(told({ '        late_dispatch: {': '        late_despatch: {' })).toEqual([
      '+12 score.dimensions.0.metrics.late_despatch: is not a metric of this programme; did you mean late_dispatch?',
    ]);
    expect(told({ '        late_delivery: {': '        late_dispatch: {' })).toEqual([
      '+18 score.dimensions.1.metrics.late_dispatch: is in parcels too, and one fault would count twice; keep one of the two',
    ]);
    expect(told({ 'key: delivery': 'key: parcels' })).toEqual([
      '+13 score.dimensions.1.key: parcels is the key of a dimension before it; choose another',
    ]);
    expect(told({ 'metrics: 2, why': 'metrics: 3, why' })).toEqual([
      '+19 score.needs.metrics: asks for 3 metrics, and the score has 2: nobody could ever have one; write 2 or less',
    ]);
  });

  it('is asked less of by lower tiers, and nothing by the last', () => {
    expect(told({ 'at_least: 2.5': 'at_least: 4' })).toEqual([
      '+22 score.tiers.good.at_least: 4 is no less than what top above it asks for (4); write less',
    ]);
    expect(told({ 'at_least: 4': 'at_least: 5.5' })).toEqual([
      '+21 score.tiers.top.at_least: 5.5 is more than the score is out of (5); nobody could reach it',
    ]);
    expect(told({ 'at_least: 2.5': 'at_least: 0' })).toEqual([
      '+22 score.tiers.good.at_least: everybody has 0 or more; write more, or take it out',
    ]);
    expect(told({ 'at_least: 2.5': 'at_least: 2.505' })).toEqual([
      '+22 score.tiers.good.at_least: 2.505 is finer than a hundredth; round it to two decimals',
    ]);
    expect(told({ '    good: {': '    low: {' })).toEqual([
      '+22 score.tiers.low: is the last tier, for whoever has too low a score for the others; take it out',
    ]);
    expect(told({ '    good: {': '    goood: {' })).toEqual(['+22 score.tiers.goood: is not a tier; did you mean good?']);
  });

  it('moves nobody where evaluations decide', () => {
    const evaluated = `${PROGRAMME}${EVALUATION}`;
    const line = PROGRAMME.split('\n').length;
    expect(told({}, evaluated)).toEqual([
      `+20 score.tiers: evaluations decide here (line ${line}), which leave a bad day's luck out, and a score has no test of luck; take the tiers out, and the score is shown and moves nobody`,
    ]);
    expect(told({ [SCORE.slice(SCORE.indexOf('  tiers:'))]: '' }, evaluated)).toEqual([]);
  });

  describe('beside a category', () => {
    const BENCHMARK = 'percentile: 50, at_least_sellers: 30, relative_to: 0.04, not_below: 0.02, not_above: 0.08, why: "made"';
    const withBenchmark = (from = '', to = '') => {
      expect(BENCHMARK).toContain(from);
      return told({ '[0.1, 0]], why: "made" }': `[0.1, 0]], why: "made", benchmark: { ${BENCHMARK.replace(from, to)} } }` });
    };

    it('names whose rate is compared with what', () => {
      expect(withBenchmark()).toEqual([]);
    });

    it.each([
      ['percentile: 50', 'percentile: 0', 'percentile: needs a whole number from 1 to 99, such as 50 for the middle seller'],
      ['percentile: 50', 'percentile: 100', 'percentile: needs a whole number from 1 to 99, such as 50 for the middle seller'],
      ['percentile: 50', 'percentile: 0.5', 'percentile: needs a whole number from 1 to 99, such as 50 for the middle seller'],
      [
        'at_least_sellers: 30',
        'at_least_sellers: 4',
        'at_least_sellers: needs 5 or more: of fewer, one shop could work out what another does',
      ],
      [
        'relative_to: 0.04',
        'relative_to: 0',
        'relative_to: is 0, and nothing can be a multiple of it; write the rate that the curve was made for',
      ],
      [
        'not_below: 0.02',
        'not_below: 0',
        'not_below: is 0, so that a category without faults would have no curve at all; write the lowest rate that anybody is measured by',
      ],
      [
        'not_below: 0.02',
        'not_below: 0.05',
        'not_below: 0.05 is above relative_to (0.04), where the curve holds as it is written; write 0.04 or less',
      ],
      [
        'not_below: 0.02',
        'not_below: 0.003',
        'not_below: 0.003 would move the curve more than 10-fold from 0.04; write 0.004 or more',
      ],
      [
        'not_above: 0.08',
        'not_above: 0.03',
        'not_above: 0.03 is below relative_to (0.04), where the curve holds as it is written; write 0.04 or more',
      ],
      ['not_above: 0.08', 'not_above: 0.5', 'not_above: 0.5 would move the curve more than 10-fold from 0.04; write 0.4 or less'],
      [
        'relative_to: 0.04',
        'relative_to: 0.0400001',
        'relative_to: 0.0400001 is finer than one part per million; round it to six decimals',
      ],
    ])('%s as %s is refused', (from, to, problem) => {
      expect(withBenchmark(from, to)).toEqual([`+12 ${DISPATCH}.benchmark.${problem}`]);
    });

    it('moves a curve, and stands beside one', () => {
      const without = told({
        'curve: [[0, 5], [0.04, 2.5], [0.1, 0]], why: "made" }': `why: "made", benchmark: { ${BENCHMARK} } }`,
      });
      expect(without).toEqual([`+12 ${DISPATCH}.curve: is missing; add it (a list)`]);
      expect(withBenchmark(', why: "made"', '')).toEqual([expect.stringContaining(`${DISPATCH}.benchmark.why: `)]);
    });
  });
});
