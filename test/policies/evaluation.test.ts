import { describe, expect, it } from 'vitest';
import { evaluationDay, nextEvaluationDay } from '../../policies/evaluation.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';

describe('evaluation days', () => {
  it.each([
    ['monday', '2026-11-16', '2026-11-16', '2026-11-23'],
    ['monday', '2026-11-22', '2026-11-16', '2026-11-23'],
    ['sunday', '2026-11-16', '2026-11-15', '2026-11-22'],
    [20, '2026-11-20', '2026-11-20', '2026-12-20'],
    [20, '2026-11-19', '2026-10-20', '2026-11-20'],
    [20, '2026-01-01', '2025-12-20', '2026-01-20'],
    [1, '2026-03-31', '2026-03-01', '2026-04-01'],
    [28, '2026-03-01', '2026-02-28', '2026-03-28'],
  ] as const)('every %s: on %s the last one was %s, the next one is %s', (every, day, last, next) => {
    expect(evaluationDay({ every }, day)).toBe(last);
    expect(nextEvaluationDay({ every }, day)).toBe(next);
  });
});

const files = await readPolicyFiles('policies');
const NAME = Object.keys(files).find((name) => name.endsWith('eu-seller-standards.yaml'))!;

/** What is refused of the shipped programme with one thing written otherwise. */
function refusedWith(from: string, to: string): string[] {
  const text = files[NAME]!;
  expect(text).toContain(from);
  try {
    loadPolicies({ ...files, [NAME]: text.replace(from, to) }, '2026-11-16');
    return [];
  } catch (error) {
    if (!(error instanceof PolicyRefused)) throw error;
    return error.lines.map((line) => line.replace(/^\S+:\d+ /, ''));
  }
}

describe('what a programme says of its evaluations', () => {
  it('may leave out every number: the defaults are those of the shipped one, but that nobody is asked', () => {
    const text = files[NAME]!;
    const short = `${text.slice(0, text.indexOf('  notice:\n'))}`;
    const { programmes } = loadPolicies({ ...files, [NAME]: short }, '2026-11-16');
    const { programmes: shipped } = loadPolicies(files, '2026-11-16');
    const numbers = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, one) => (key === 'why' ? undefined : one)));
    expect(shipped[0]!.evaluation!.approval).toMatchObject({ needed_for: 'losses' });
    expect(numbers(programmes[0]!.evaluation)).toEqual(numbers({ ...shipped[0]!.evaluation, approval: undefined }));
  });

  it.each([
    [
      'every: monday',
      'every: mondays',
      'evaluation.every: "mondays" is no evaluation day; write a weekday such as monday, or a day of the month from 1 to 28',
    ],
    ['every: monday', 'every: 31', 'evaluation.every: needs at most 28, not 31'],
    ['luck_below: 0.05', 'luck_below: 5', 'evaluation.notice.luck_below: needs a chance from 0.0001 to 0.2'],
    ['fresh_days: 28', 'fresh_days: 3', 'evaluation.effect.fresh_days: needs at least 7, not 3'],
    [
      'within_days: 84',
      'within_days: 14',
      'evaluation.effect.within_days: a notice lapses after 14 days, before its 28 fresh days are over; write at least 28',
    ],
    ['times_the_bound: 2', 'times_the_bound: 1', 'evaluation.to_a_person.times_the_bound: needs a number from 1.1 to 20'],
    ['    sellers: 20', '    seller: 20', 'evaluation.circuit_breaker.seller: is not a key we know here; did you mean sellers?'],
    [
      'needed_for: losses',
      'needed_for: rises',
      'evaluation.approval.needed_for: "rises" is not known; write losses, or all_changes for rises too',
    ],
    [
      '  circuit_breaker:',
      '  overturned: { share: 0.2, appeals: 0, why: made }\n  circuit_breaker:',
      'evaluation.overturned.appeals: needs at least 1, not 0',
    ],
  ])('is refused with %s written as %s', (from, to, said) => {
    expect(refusedWith(from, to)).toContain(said);
  });
});
