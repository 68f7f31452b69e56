/** A programme called shop beside the shipped regions and metrics, and how a person is told that it is refused. */
import { readFileSync } from 'node:fs';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';
import type { Policies } from '../../policies/policy.js';

export const FILES = {
  'regions.yaml': readFileSync('policies/regions.yaml', 'utf8'),
  'metrics.yaml': readFileSync('policies/metrics.yaml', 'utf8'),
};

/** One that judges nothing yet. */
export const PLAIN_SHOP = `programme: shop
title: Shop
version: "1"
in_force_from: 2026-01-01
regions: [GB]
tiers:
  - { key: good, title: Good, means: good }
  - { key: below, title: Below, means: below }
standard: good
assessable: { orders: 1, window_days: 90, why: any }
`;

export const loadShop = (programme: string): Policies => loadPolicies({ ...FILES, 'shop.yaml': programme }, '2026-11-16');

/** The lines with which it is refused, counted within what follows the programme's own text; none where it is not. */
export function refusedAfter(programme: string, text: string): string[] {
  try {
    loadShop(`${programme}${text}`);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyRefused)) throw error;
    const before = programme.split('\n').length - 1;
    return error.lines.map((line) => line.replace(/^shop\.yaml:(\d+) /, (_, at) => `+${Number(at) - before} `));
  }
}
