import { describe, expect, it } from 'vitest';
import { renderScorecard } from '../../emails/scorecard.js';
import type { ScorecardMail } from '../../emails/scorecard-view.js';
import { card, fault, mailRows, metricRow, policies, programme } from '../helpers/mail-run.js';
import { expectGolden } from './golden.js';

const mailOf = (seller_id: string, more: Partial<ScorecardMail> = {}): ScorecardMail => {
  const rows = mailRows();
  const seller = rows.sellers.find((one) => one.seller_id === seller_id)!;
  const own = <Row extends { seller_id: string }>(some: Row[]): Row[] => some.filter((row) => row.seller_id === seller_id);
  return {
    run_id: '2026-11-16-001',
    run_date: '2026-11-16',
    campaign: 'scorecard',
    policies,
    seller,
    scorecards: own(rows.scorecards),
    metrics: own(rows.seller_metrics),
    faults: own(rows.faults),
    changes: own(rows.tier_changes),
    ...more,
  };
};

describe('a scorecard mail', () => {
  it('shows a seller at risk what missed, by how much, which orders, and what to do', async () => {
    const mail = await renderScorecard(mailOf('S-0001'));
    expect(mail.subject).toBe('Your scorecard: At risk – late dispatch 5.3% (4.0% allowed)');
    expectGolden('scorecard-at-risk', mail);
  });
  it('tells a top seller that nothing needs doing', async () => {
    const mail = await renderScorecard(mailOf('S-0004'));
    expect(mail.text).toContain('Nothing needs doing');
    expectGolden('scorecard-top', mail);
  });
  it('does not judge a small seller, and says how many orders it takes', async () => {
    const mail = await renderScorecard(mailOf('S-0003'));
    expect(mail.subject).toBe('Your scorecard: Not assessed yet – 12 of 30 orders needed');
    expectGolden('scorecard-not-assessable', mail);
  });
  it('names both tiers when the tier changed', async () => {
    const mail = await renderScorecard(mailOf('S-0002', { campaign: 'scorecard-change' }));
    expect(mail.subject).toBe('Your tier changes: Top seller → Good standing – all 6 measured metrics meet the standard');
    expectGolden('scorecard-change', mail);
  });
});
