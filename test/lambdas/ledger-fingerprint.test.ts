import { expect, it } from 'vitest';
import { ledgerFingerprint } from '../../lambdas/plan-run/plan-run.js';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';

const shipped = await readPolicyFiles('policies');
const EU = 'eu-seller-standards.yaml';
const METRICS = 'metrics.yaml';

/** Fingerprints of the ledger and of the policies after a change of one file. */
function after(name: string, change: (text: string) => string): string[] {
  const text = change(shipped[name]!);
  const policies = loadPolicies({ ...shipped, [name]: text }, '2026-11-16');
  return [ledgerFingerprint(policies, {}, [], 'accepted'), policies.fingerprint];
}
const [ledger, policy] = after(EU, (text) => text);

it.each<[string, (text: string) => string]>([
  ['its notice', (text) => text.replace('notice_given_on: 2025-12-01', 'notice_given_on: 2025-12-02')],
  ['the effect of a tier', (text) => text.replace('share_of_peak: 0.5', 'share_of_peak: 0.4')],
  ['how it is contested', (text) => text.replace('within_days: 184', 'within_days: 200')],
  ['a bound', (text) => text.replace('at_most: 0.02', 'at_most: 0.03')],
])('no order is judged anew when a programme changes %s, and the policy is another one', (_, change) => {
  const [sameLedger, otherPolicy] = after(EU, change);
  expect(sameLedger).toBe(ledger);
  expect(otherPolicy).not.toBe(policy);
});

it('every order is judged anew when a metric changes a number of its rule', () => {
  const [other] = after(METRICS, (text) =>
    text.replace('\n  late_dispatch:', '\n  late_dispatch:\n    maturation_days: { value: 3, why: "late scans" }'),
  );
  expect(other).not.toBe(ledger);
});
