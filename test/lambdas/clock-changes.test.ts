import { expect, it } from 'vitest';
import { clockChanges, clocksAround } from '../../lambdas/plan-run/clock-changes.js';
import { casePolicies } from '../cases/policies.js';

const { regions } = casePolicies();
const now = { run_date: '2026-11-20', clocks: clocksAround('2026-11-20', regions) };

it('tells from which day on a zone has another clock than the run before knew', () => {
  const vancouver: [string, number][] = [...now.clocks['America/Vancouver']!, ['2026-10-31', -8 * 3600]];
  const before = { run_date: '2026-11-19', clocks: { ...now.clocks, 'America/Vancouver': vancouver } };
  expect(clockChanges(before, now)).toEqual([
    expect.objectContaining({ time_zone: 'America/Vancouver', from_day: '2026-10-31', hours_before: -8, hours_now: -7 }),
  ]);
});

it('says nothing of clocks that are the same, of zones that are new, or after a run that noted none', () => {
  expect(clockChanges({ run_date: '2026-11-19', clocks: clocksAround('2026-11-19', regions) }, now)).toEqual([]);
  expect(clockChanges({ run_date: '2026-11-19', clocks: {} }, now)).toEqual([]);
  expect(clockChanges({ run_date: '2026-11-19' }, now)).toEqual([]);
});
