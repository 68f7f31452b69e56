import { describe, expect, it } from 'vitest';
import { loadShop, PLAIN_SHOP, refusedAfter } from './shop.js';

const SHOP = `${PLAIN_SHOP}metrics:
  late_dispatch:
    window_days: 30
    why: promised
    tiers: { good: { at_most: 0.04, why: good } }
`;
const probation = (...exits: string[]): string => `probation:
  of_sellers_since: 2026-10-01
  why: nobody knows them yet
  orders_a_day: { at_most: 30, why: a start }
  exits:
${exits.map((one) => `    - { ${one}, why: enough }\n`).join('')}`;

describe('probation', () => {
  it('says since when sellers are new, how many orders a day come in, and by what it ends', () => {
    const [programme] = loadShop(
      `${SHOP}${probation('name: Proven, orders: { at_least: 100 }, metrics: [late_dispatch]', 'name: Over, days: { at_least: 60 }')}`,
    ).programmes;
    expect(programme!.probation).toEqual({
      ...{ of_sellers_since: '2026-10-01', why: 'nobody knows them yet', orders_a_day: { at_most: 30, why: 'a start' } },
      exits: [
        { name: 'Proven', orders: { at_least: 100 }, metrics: ['late_dispatch'], why: 'enough' },
        { name: 'Over', days: { at_least: 60 }, why: 'enough' },
      ],
    });
  });

  it('lets ways out stand beside each other of which none has all that another asks for', () => {
    for (const exits of [
      ['name: A, orders: { at_least: 100, window_days: 7 }', 'name: B, orders: { at_least: 100 }'],
      ['name: A, orders: { at_least: 100 }', 'name: B, orders: { at_least: 99, window_days: 7 }'],
      ['name: A, days: { at_least: 60 }', 'name: B, days: { at_least: 59 }, orders: { at_least: 1 }'],
      ['name: A, days: { at_least: 6 }, metrics: [late_dispatch]', 'name: B, days: { at_least: 60 }'],
      // Exactly as many as may come in.
      ['name: A, orders: { at_least: 210, window_days: 7 }'],
    ])
      expect(refusedAfter(SHOP, probation(...exits))).toEqual([]);
  });

  it.each([
    [['name: A'], '+6 probation.exits.0: asks for nothing, so that nobody would begin a probation; add orders, days or metrics'],
    [
      ['name: A, orders: { at_least: 0 }'],
      '+6 probation.exits.0.orders.at_least: asks for nothing; write 1 or more, or take it out',
    ],
    [
      ['name: A, metrics: [late_despatch]'],
      '+6 probation.exits.0.metrics.0: late_despatch is not a metric of this programme; did you mean late_dispatch?',
    ],
    [
      ['name: A, days: { at_least: 60 }', 'name: A, days: { at_least: 30 }'],
      '+7 probation.exits.1.name: A is the name of another one (line 21); write another',
    ],
    [
      ['name: Fast, orders: { at_least: 211, window_days: 7 }'],
      '+6 probation.exits.0.orders.at_least: 211 orders in 7 days are more than 30 a day (line 19), so that nobody could leave by Fast; write 210 or less',
    ],
    [
      ['name: A, orders: { at_least: 100 }', 'name: B, orders: { at_least: 100, window_days: 30 }, metrics: [late_dispatch]'],
      '+7 probation.exits.1: whoever has what B asks for has left by A (line 21) already; write it before that one, ask for less, or take it out',
    ],
    [
      ['name: A, orders: { at_least: 10 }, days: { at_least: 5 }', 'name: B, orders: { at_least: 11 }, days: { at_least: 5 }'],
      '+7 probation.exits.1: whoever has what B asks for has left by A (line 21) already; write it before that one, ask for less, or take it out',
    ],
  ])('refuses %s', (exits, line) => {
    expect(refusedAfter(SHOP, probation(...exits))).toEqual([line]);
  });
});
