import { expect, test } from 'vitest';
import { mustFollowLanding } from '../../cli/silence.js';
import { localEnvironment } from '../../infra/local/environment.js';

test('a night long after all that landed is taken for a slip in the year, and the way out is told', () => {
  expect(() => mustFollowLanding('2027-02-02', '2026-02-02', ' --on aws --stage prod')).toThrow(
    '--date 2027-02-02: the newest orders landed for 2026-02-02, 365 days before; is the year right? To judge that day all the same: npm run scorecards -- backfill --from 2027-02-02 --to 2027-02-02 --on aws --stage prod',
  );
  expect(() => mustFollowLanding('2026-11-30', '2026-02-02', '')).toThrow('301 days before');
});

test('a day before the newest landed, on it, or some quiet months after, is judged', () => {
  for (const day of ['2024-01-01', '2026-02-02', '2026-11-29'])
    expect(() => mustFollowLanding(day, '2026-02-02', '')).not.toThrow();
  for (const unknown of [undefined, '2026-13-01']) expect(() => mustFollowLanding('2026-02-02', unknown, '')).not.toThrow();
});

test('what is added to a command that runs nights names the folders that were given, and no others', () => {
  expect(localEnvironment({ store: 'data/store' }).night_option).toBe('');
  expect(localEnvironment({ store: 'my store', landing: 'landed', policies: 'my/policies' }).night_option).toBe(
    " --landing landed --store 'my store' --policies my/policies",
  );
});
