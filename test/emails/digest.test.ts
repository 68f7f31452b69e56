import { describe, expect, it } from 'vitest';
import { renderDigest } from '../../emails/digest.js';
import type { DigestMail } from '../../emails/digest-view.js';
import { mailRows, policies } from '../helpers/mail-run.js';
import { expectGolden } from './golden.js';

const mailOf = (region: string, more: Partial<DigestMail> = {}): DigestMail => {
  const rows = mailRows();
  return {
    run_id: '2026-11-16-001',
    run_date: '2026-11-16',
    period: '2026-W47',
    region,
    policies,
    not_measured: ['slow_response'],
    kpis: rows.region_kpis,
    metrics: rows.region_metrics,
    tiers: rows.tier_mix,
    exclusions: rows.exclusions,
    quality: rows.run_quality,
    ...more,
  };
};

describe('the weekly digest', () => {
  it('shows leadership every region, each number beside its change', async () => {
    expectGolden('digest-all', await renderDigest(mailOf('ALL')));
  });
  it('shows a regional team its own region and no other', async () => {
    const mail = await renderDigest(mailOf('GB'));
    expectGolden('digest-gb', mail);
    expect(mail.text).not.toMatch(/Germany|France/);
  });
});
