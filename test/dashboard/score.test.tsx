/** What a seller's page says of a score. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Run } from '../../dashboard/src/data/run.js';
import { Score } from '../../dashboard/src/seller/Score.js';
import { wordingFor } from '../../wording/wording.js';
import { policies, programme } from '../helpers/mail-run.js';

/** A promise that React need not wait for. */
const known = <T,>(value: T) => Object.assign(Promise.resolve(value), { status: 'fulfilled', value });
const why = 'made';
const of = { weight: 1, curve: [], why };
const dimensions = [{ key: 'parcels', title: 'Parcels', weight: 1, why, metrics: { late_dispatch: of, late_delivery: of } }];
const score = { title: 'Shop score', why, out_of: 5, decides: 'weighted', needs: { metrics: 1, why }, dimensions, tiers: {} };
const key = { seller_id: 's', programme: programme.programme };
const run = (scores: object[], parts: object[]) =>
  ({
    policies: { ...policies, programmes: [{ ...programme, score }] },
    wording: wordingFor('en'),
    scoresOf: () => known(scores),
    scorePartsOf: () => known(parts),
  }) as unknown as Run;
const shown = (some: Run): string =>
  renderToStaticMarkup(<Score run={some} card={key} />)
    .replaceAll(/<[^>]+>/g, '|')
    .replaceAll(/\|+/g, '|');

it('a seller’s page says the score, and what each metric brings', () => {
  const row = { ...key, score: 425, out_of: 500, because: 'scored', deciding_dimension: null, costs_most: null, caps_at: null };
  const part = { ...key, dimension: 'parcels', metric: 'late_dispatch', because: 'within', out_of: 500 };
  const numbers = {
    fault: 3,
    counted: 200,
    accountable_rate: 0.015,
    points: 425,
    share: 1,
    share_by_policy: 0.5,
    contribution: 425,
  };
  const none = { fault: 0, counted: 0, accountable_rate: null, points: null, share: null, contribution: null };
  const parts = [
    { ...part, ...numbers, ...none, metric: 'late_delivery', because: 'nothing_final' },
    { ...part, ...numbers },
    { ...part, ...numbers, programme: 'another' },
  ];
  expect(shown(run([row, { ...row, programme: 'another' }], parts))).toBe(
    '|Shop score: 4.25 of 5; what each part brings adds up to it.|Part|Metric|At fault|Points|Weight|Brings|Parcels|Late dispatch|3 of 200 (1.50%)|4.25|100.0%|4.25|Parcels|Late delivery|–|–|50.0%|–|',
  );
});

it('and which category it is read beside', () => {
  const part = {
    ...key,
    dimension: 'parcels',
    metric: 'late_dispatch',
    points: 425,
    out_of: 500,
    benchmark_because: 'no_category',
  };
  const row = { ...key, score: 425, out_of: 500, because: 'scored', deciding_dimension: null, costs_most: null, caps_at: null };
  expect(shown(run([row], [part]))).toMatch(/\|Late dispatch is not read beside a category, as none of your orders says/);
});

it('and says nothing of a programme without a score', () => {
  expect(shown(run([], []))).toBe('');
});
