import { expect, it } from 'vitest';
import { NIGHT } from '../../metrics/case.js';
import { judged, orders } from './example.js';

const late = { delivered_at: '2026-11-10T12:00:00Z' };
const landed = {
  orders: [
    ...orders(90, 'saved', late),
    ...orders(9, 'in-time'),
    ...orders(1, 'late', { ...late, first_scan_at: '2026-11-05T09:00:00Z' }),
  ],
};
const example = (forgiven: string) => ({
  run_date: NIGHT,
  metrics: `
metrics:
  late_delivery:
    forgiven: { counts_as_met: ${forgiven}, why: "a scan in time makes the delivery one in time" }
`,
  programme: {
    metric: 'late_delivery',
    text: `
window_days: 60
why: "two months"
tiers: { good: { at_most: 0.03, why: "three in a hundred" } }
`,
  },
  landed,
});

it('Ninety parcels saved by a scan, nine in time and one late are one in a hundred', async () => {
  expect(await judged(example('[carrier_delay]'))).toMatchObject({
    ...{ fault: 1, met: 9, forgiven: 90, counted: 100, accountable_rate: 0.01, verdict: 'met' },
  });
});

it('Where policy leaves saved parcels out instead, the same parcels are one in ten', async () => {
  expect(await judged(example('[]'))).toMatchObject({
    ...{ fault: 1, met: 9, forgiven: 90, counted: 10, accountable_rate: 0.1, verdict: 'missed' },
  });
});
