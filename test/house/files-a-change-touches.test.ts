import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { METRIC_KEYS, type MetricKey } from '../../metrics/index.js';

/**
 * CONTRIBUTING, "What a change touches". What names a thing today is what one more of its kind would have to touch, but for what is
 * generated (docs, the columns of the catalogue) and for the tests that say what must come of it.
 */
const GENERATED = /^(docs\/|CHANGELOG\.md$|package-lock\.json$|contracts\/ledger\/night-columns\.json$)/;
const texts = new Map(
  execFileSync('git', ['ls-files', '--cached', '*.ts', '*.tsx', '*.sql', '*.yaml', '*.json'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '' && !path.startsWith('test/') && !GENERATED.test(path))
    .map((path) => [path, readFileSync(path, 'utf8')] as const),
);
const naming = (pattern: RegExp, where: (path: string) => boolean = () => true): string[] =>
  [...texts].flatMap(([path, text]) => (where(path) && pattern.test(text) ? [path] : [])).sort();

describe('a metric', () => {
  // A policy may name any of them, which is a change of the policy; samples and benchmarks make rows for what they like.
  const elsewhere = (key: string): string[] => {
    const constant = key.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    // Its words in a language that lacks them are no build.
    const without = new RegExp(
      `^(metrics/${key}/|wording/[a-z]+/(metrics|pages/rooms)\\.ts$|policies/.*\\.yaml$|sample/|bench/|examples/)`,
    );
    return naming(new RegExp(`\\b(${key}|${constant})\\b`), (path) => !without.test(path));
  };
  /** Those that something is built on, which names them too. */
  const BUILT_ON: Partial<Record<MetricKey, string>> = {
    late_dispatch: 'the headline of regions and digests',
    seller_cancellation: 'a part of order defects',
    negative_review: 'a part of order defects',
    unresolved_case: 'a part of order defects',
    late_delivery: 'the example in the message about lists of metrics',
    order_defect: 'made of others: the ledger judges it after them',
  };

  it.each(METRIC_KEYS.filter((key) => !(key in BUILT_ON)))(
    '%s is named in the three files of its room, in the index and in the words of each language, and nowhere else',
    (key) => {
      expect(elsewhere(key)).toEqual(['metrics/index.ts']);
    },
  );

  it.each(Object.keys(BUILT_ON))('%s is named elsewhere, as something is built on it', (key) => {
    expect(elsewhere(key)).not.toEqual(['metrics/index.ts']);
  });
});

it('What counts as late is said in one rule', () => {
  expect(naming(/milestone_at\s*>\s*ship_by/)).toEqual(['metrics/late_dispatch/rule.sql']);
});

it.each(['hours_to_decide', 'previous_cohort_day', 'accepted_today'])(
  'A published column is named in the SQL of its dataset and in its contract: %s',
  (column) => {
    expect(naming(new RegExp(`\\b${column}\\b`)).map((path) => path.replace(/\/[\w-]+\.\w+$/, ''))).toEqual([
      'contracts/published',
      'sql/marts',
    ]);
  },
);

it.each(['reviews', 'returns', 'cases'])(
  'A landing dataset is a contract and a line in the index; beyond them only what reads or makes its rows names it: %s',
  (dataset) => {
    const machinery = /^(cli|dashboard|emails|import|infra|lambdas|pages|policies|wording)\//;
    expect(naming(new RegExp(`'${dataset}'`), (path) => machinery.test(path))).toEqual([]);
  },
);

it('How often mails go is said where it is landed and where it is decided', () => {
  const frequency = /'(changes|off)'/;
  expect(naming(frequency, (path) => !/^(sample|bench|dashboard)\//.test(path))).toEqual([
    'contracts/landing/sellers.ts',
    'lambdas/plan-emails/who-is-written-to.ts',
  ]);
});

it('A language is a folder, entered in one place', () => {
  expect(naming(/from '.*german\/index\.js'/)).toEqual(['wording/languages.ts']);
});
