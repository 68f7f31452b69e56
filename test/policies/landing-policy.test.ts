import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPolicyFiles } from '../../policies/files.js';
import { LANDING_DEFAULTS } from '../../policies/landing-policy.js';
import { loadPolicies } from '../../policies/load.js';

const { 'landing.yaml': shipped = '', ...others } = await readPolicyFiles('policies');
const load = (text?: string) =>
  loadPolicies({ ...others, ...(text === undefined ? {} : { 'landing.yaml': text }) }, '2026-11-16');
const refused = (text: string): string[] => {
  try {
    load(text);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

describe('policies/landing.yaml', () => {
  it('may be left out, and as it is shipped says what holds without it', () => {
    expect(load().landing).toEqual(LANDING_DEFAULTS);
    const bare = ({ at_most, at_least }: { at_most: number; at_least?: number }) => ({ at_most, at_least });
    const { rows_vanished, orphans } = load(shipped).landing;
    expect(bare(rows_vanished)).toEqual(bare(LANDING_DEFAULTS.rows_vanished));
    expect(Object.fromEntries(Object.entries(orphans).map(([dataset, limit]) => [dataset, bare(limit)]))).toEqual(
      LANDING_DEFAULTS.orphans,
    );
    expect(load('').landing).toEqual(LANDING_DEFAULTS);
  });

  it('shows in its comments decisions that are valid as they stand', () => {
    const uncommented = readFileSync('policies/landing.yaml', 'utf8').replaceAll(/^# (\w+: [[{])/gm, '$1');
    const { landing } = load(uncommented);
    expect(landing.landing_keeps_days).toBe(400);
    expect([landing.expired, landing.removed, landing.accepted_refusals].map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it('limits one dataset otherwise and leaves the others as they are', () => {
    const { orphans } = load('orphans:\n  cases: { at_most: 0.1, at_least: 5, why: "cases are few" }\n').landing;
    expect(orphans.cases).toMatchObject({ at_most: 0.1, at_least: 5 });
    expect(orphans.reviews).toEqual(LANDING_DEFAULTS.orphans.reviews);
  });

  it('is refused with file, line and what to write', () => {
    expect(refused('rows_vanished: { at_most: 4, why: "a lot" }\n')).toEqual([
      'landing.yaml:1 rows_vanished.at_most: needs a share between 0 and 1; write 4 % as 0.04',
    ]);
    expect(refused('\norphans:\n  parcels: { at_most: 0.1, at_least: 5, why: "some" }\n')).toEqual([
      'landing.yaml:3 orphans.parcels: is not a key we know here; choose among reviews, returns, cases, conversations, exemptions, outcomes, violations',
    ]);
    expect(refused('expired:\n  - before: 2026-02-30\n    because: archived\n    on: 2026-03-01\n')).toEqual([
      'landing.yaml:2 expired.0.before: 2026-02-30 is not in the calendar; write a day that is',
    ]);
    expect(refused('accepted_refusals:\n  - { file: a, file_id: b, on: 2026-03-01 }\n')).toEqual([
      'landing.yaml:2 accepted_refusals.0.because: is missing; add it (text)',
    ]);
    expect(refused('removed:\n  - { since: yesterday, because: tests, on: 2026-03-01 }\n')).toEqual([
      'landing.yaml:2 removed.0.since: needs a run id such as 2026-11-16-001',
    ]);
  });

  it('changes no fingerprint: it decides whether a run is published, not what it says', () => {
    expect(load('rows_vanished: { at_most: 0.5, why: "as we like" }').fingerprint).toBe(load().fingerprint);
  });
});
