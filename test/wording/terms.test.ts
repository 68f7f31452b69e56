import { describe, expect, it } from 'vitest';
import type { Programme } from '../../policies/policy.js';
import { contestInWords, effectInWords, termsInWords } from '../../wording/terms.js';
import { wordingFor } from '../../wording/wording.js';
import { policies } from '../helpers/mail-run.js';

const english = wordingFor('en', policies);
const standards: Programme = {
  ...policies.programmes[0]!,
  contest: { within_days: 10, address: 'appeals@market.example', url: 'https://market.example/appeals', why: 'time to write' },
};
const told = { tier: 'at_risk', told_on: '2026-11-16', run_date: '2026-11-16' };

describe('what a tier means for its seller', () => {
  it('is what the policy says, and nothing where it says nothing or nobody is judged', () => {
    const tiers = standards.tiers.map((tier) => (tier.key === 'good' ? { ...tier, effect: undefined } : tier));
    expect(effectInWords(standards, 'at_risk')).toMatch(/^Your listings rank as before/);
    expect(effectInWords({ ...standards, tiers }, 'good')).toBeUndefined();
    expect(effectInWords(standards, 'not_assessable')).toBeUndefined();
  });

  it('can be contested until the last day of the time given, at every place that the policy names', () => {
    expect(contestInWords(standards, told, english)).toBe(
      'At risk under European seller standards can be contested as a whole until 26 Nov 2026: appeals@market.example and https://market.example/appeals.',
    );
    expect(contestInWords(standards, { ...told, run_date: '2026-11-26' }, english)).toContain('until 26 Nov 2026');
    expect(contestInWords(standards, { ...told, run_date: '2026-11-27' }, english)).toBeUndefined();
  });

  it('is of the tier that is held and was told when it changed, before the first evaluation of the one proposed tonight', () => {
    const terms = (evaluated_on: string | null) =>
      termsInWords(
        standards,
        {
          proposed: 'below',
          standing: {
            official_tier: evaluated_on ? 'at_risk' : 'not_evaluated',
            evaluated_on,
            since: evaluated_on && '2026-11-09',
          },
          run_date: '2026-11-16',
        },
        english,
      );
    expect(terms('2026-11-16')).toEqual({
      effect: effectInWords(standards, 'at_risk'),
      contest: contestInWords(standards, { ...told, told_on: '2026-11-09' }, english),
    });
    expect(terms(null)).toEqual({
      effect: effectInWords(standards, 'below'),
      contest: contestInWords(standards, { ...told, tier: 'below' }, english),
    });
  });

  it('is not contested where it is the best, where nobody is judged, or where the policy does not say how', () => {
    expect(contestInWords(standards, { ...told, tier: 'top' }, english)).toBeUndefined();
    expect(contestInWords(standards, { ...told, tier: 'not_assessable' }, english)).toBeUndefined();
    expect(contestInWords({ ...standards, contest: undefined }, told, english)).toBeUndefined();
  });
});
