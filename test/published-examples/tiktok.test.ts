import { expect, it } from 'vitest';
import { type LandedRow, NIGHT, UNSHIPPED, YEAR_END } from '../../metrics/case.js';
import { judged, orders } from './example.js';

const CANCELLATION = (at_most: number) => ({
  run_date: YEAR_END,
  metrics: `
metrics:
  seller_cancellation:
`,
  programme: {
    metric: 'seller_cancellation',
    text: `
window_days: 90
why: "a quarter"
tiers: { good: { at_most: ${at_most}, why: "as published" } }
`,
  },
});

it('An order that the system cancels twelve days after it was placed, for want of a handover, is a cancellation', async () => {
  const automatic = {
    ...UNSHIPPED,
    placed_at: '2026-11-06T10:00:00Z',
    ship_by: '2026-11-10T17:00:00Z',
    cancelled_at: '2026-11-18T10:00:00Z',
    cancelled_by: 'system',
  };
  const landed = { orders: [...orders(10, 'kept'), ...orders(10, 'automatic', automatic)] };
  expect(await judged({ ...CANCELLATION(0.025), landed })).toMatchObject({ fault: 10, met: 10, verdict: 'missed' });
});

it('A pre-order that the seller cancels on the twenty-fifth day is a cancellation', async () => {
  const preOrder = { ...UNSHIPPED, ship_by: '2026-12-02T17:00:00Z', deliver_by: '2026-12-09' };
  const cancelled = { cancelled_at: '2026-11-27T10:00:00Z', cancelled_by: 'seller', dt: '2026-11-27' };
  const landed = { orders: [...orders(10, 'kept', preOrder), ...orders(10, 'cancelled', { ...preOrder, ...cancelled })] };
  expect(await judged({ ...CANCELLATION(0.025), landed })).toMatchObject({ fault: 10, met: 10, verdict: 'missed' });
});

it('Twenty orders cancelled by the seller and five by the system of the hundred of the last seven days are 25 %', async () => {
  const placedOn = (nth: number): LandedRow[] => {
    const day = `2026-11-${14 + (nth % 7)}`;
    const one = { ...UNSHIPPED, placed_at: `${day}T09:00:00Z`, ship_by: '2026-11-23T17:00:00Z', deliver_by: null, dt: day };
    const cancelled_by = nth < 20 ? 'seller' : 'system';
    return orders(1, `order-${nth}`, nth < 25 ? { ...one, cancelled_at: `${day}T20:00:00Z`, cancelled_by } : one);
  };
  const card = await judged({
    run_date: NIGHT,
    metrics: `
metrics:
  seller_cancellation:
    maturation_days: { value: 0, why: "the rate is of the last seven days, today's cancellations included" }
    final_day: { value: after_placed, why: "and of all orders placed in them, due or not" }
`,
    programme: {
      metric: 'seller_cancellation',
      text: `
window_days: 7
why: "as published"
tiers: { good: { at_most: 0.1, why: "one in ten" } }
`,
    },
    landed: { orders: Array.from({ length: 100 }, (_, nth) => placedOn(nth)).flat() },
  });
  expect(card).toMatchObject({ fault: 25, met: 75, pending: 0, accountable_rate: 0.25, verdict: 'missed' });
});

it('Twenty-five late parcels of 200 dispatched, the fifty that the platform shipped included, are 12.5 %', async () => {
  const late = { first_scan_at: '2026-11-05T09:00:00Z' };
  const card = await judged({
    run_date: NIGHT,
    metrics: `
metrics:
  late_dispatch:
    platform_fulfilled: { value: counts_as_met, why: "the guide's example counts them among those dispatched" }
`,
    programme: {
      metric: 'late_dispatch',
      text: `
window_days: 30
why: "as published"
tiers: { good: { at_most: 0.1, why: "one in ten" } }
`,
    },
    landed: {
      orders: [
        ...orders(125, 'in-time'),
        ...orders(25, 'late', late),
        ...orders(50, 'platform', { ...late, fulfilment: 'platform' }),
      ],
    },
  });
  expect(card).toMatchObject({ fault: 25, met: 175, accountable_rate: 0.125, verdict: 'missed' });
});
