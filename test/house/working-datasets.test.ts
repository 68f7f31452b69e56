import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import columns from '../../contracts/ledger/night-columns.json' with { type: 'json' };
import { LEDGERS } from '../../contracts/ledger/parts.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import { outputPrefix } from '../../contracts/run/keys.js';
import { WORKING } from '../../contracts/run/working.js';
import { files, paths } from '../sql/rendered.js';

/** Datasets that a function of SQL names in some files, such as those that `ref` reads. */
const named = (word: string, some: readonly string[]): string[] =>
  some.flatMap((path) => [...files[path]!.matchAll(new RegExp(`\\b${word}\\('(\\w+)'\\)`, 'g'))].map(([, name]) => name!));

it('only what nobody needs after the night may be forgotten in days', () => {
  const analyses = paths.filter((path) => path.startsWith('analyses/'));
  const later = new Set([
    ...Object.keys(PUBLISHED),
    ...LEDGERS,
    ...named('ref', analyses),
    ...named('previous', paths),
    ...[...readFileSync('lambdas/plan-emails/plan-emails.ts', 'utf8').matchAll(/run\.columns\('(\w+)'/g)].map(
      ([, name]) => name!,
    ),
  ]);
  expect(later).toContain('sellers');
  expect(later).toContain('conversation_outcomes');
  expect([...WORKING].sort()).toEqual(Object.keys(columns).filter((dataset) => !later.has(dataset)));
});

it('each life has a place of its own', () => {
  const place = (path: string, attempt = 1) => outputPrefix('runs/2026-11-16/001', path, attempt);
  expect(place('staging/orders.sql')).toBe('work/2026-11-16-001/orders/');
  expect(place('outcomes/order_outcomes.sql', 2)).toBe('ledger/order_outcomes/2026-11-16-001/retry-2/');
  expect(place('marts/scorecards.sql')).toBe('runs/2026-11-16/001/scorecards/');
  expect(place('checks/orders_judged_once.sql')).toBe('runs/2026-11-16/001/checks/orders_judged_once/');
});
