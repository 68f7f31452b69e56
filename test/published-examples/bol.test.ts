import { expect, it } from 'vitest';
import { NIGHT } from '../../metrics/case.js';
import { judged, orders } from './example.js';

const WEEK = (faults: number) => ({
  run_date: NIGHT,
  on_time_scan_saves: false,
  metrics: `
metrics:
  late_delivery:
    count: { value: items, why: "the norm speaks of items" }
`,
  programme: {
    metric: 'late_delivery',
    text: `
window_days: 14
why: "the week in question, and the one before"
at_least: { counted: 0, faults: ${faults}, why: "one or two items late are no bad week" }
tiers: { good: { at_most: 0.07, why: "93 % in time" } }
`,
  },
});

const late = { delivered_at: '2026-11-10T12:00:00Z' };

it('Two late items of twenty are no bad week, though they are ten per cent', async () => {
  const landed = { orders: [...orders(9, 'in-time', { items: 2 }), ...orders(2, 'late', late)] };
  expect(await judged({ ...WEEK(3), landed })).toMatchObject({ fault: 2, met: 18, verdict: 'met', because: 'within' });
});

it('Three late items of twenty are a bad week', async () => {
  const landed = { orders: [...orders(17, 'in-time'), ...orders(1, 'late', { ...late, items: 3 })] };
  expect(await judged({ ...WEEK(3), landed })).toMatchObject({ fault: 3, met: 17, verdict: 'missed', because: 'above' });
});

it('Without that floor two late items of twenty miss the norm', async () => {
  const landed = { orders: [...orders(18, 'in-time'), ...orders(2, 'late', late)] };
  expect(await judged({ ...WEEK(0), landed })).toMatchObject({ fault: 2, met: 18, verdict: 'missed' });
});
