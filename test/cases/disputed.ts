/** Cases on which the text of the rules can be read in two ways; each says what either reading makes of it. */
import { type Expectation, is, type Landed, order, review } from './case.js';

export interface DisputedCase {
  name: string;
  run_date: string;
  landed: Landed;
  expect: { as_judged: readonly Expectation[]; by_its_final_day: readonly Expectation[] };
}

/** Placed on 2 November, so that its order defect is final on 17 December; it arrives on the 10th, so that its review is final on the 24th. */
const slow = (id: string, written: string): Landed => ({
  orders: [order(id, { delivered_at: '2026-12-10T12:00:00Z', dt: '2026-12-10', updated_at: '2026-12-10T12:00:00Z' })],
  reviews: [review(id, { rating: 1, created_at: written, updated_at: written, dt: written.slice(0, 10) })],
});

const once = (id: string, outcome: 'met' | 'fault'): Expectation[] => [
  is(id, 'order_defect', outcome, outcome === 'met' ? null : 'negative_review', '2026-11-02'),
];

export const DISPUTED: DisputedCase[] = [
  {
    name: 'A poor review written in time whose own outcome is still pending, on the defect’s final day',
    run_date: '2026-12-17',
    landed: slow('di-before', '2026-12-12T09:00:00Z'),
    expect: { as_judged: once('di-before', 'met'), by_its_final_day: once('di-before', 'fault') },
  },
  {
    name: 'The same order a week later, nothing having landed meanwhile',
    run_date: '2026-12-24',
    landed: slow('di-before', '2026-12-12T09:00:00Z'),
    expect: { as_judged: once('di-before', 'fault'), by_its_final_day: once('di-before', 'fault') },
  },
  {
    name: 'A poor review written after the defect’s final day but within the review’s own',
    run_date: '2026-12-24',
    landed: slow('di-after', '2026-12-20T09:00:00Z'),
    expect: { as_judged: once('di-after', 'fault'), by_its_final_day: once('di-after', 'met') },
  },
];
