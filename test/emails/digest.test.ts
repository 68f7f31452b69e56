import { describe, expect, it } from 'vitest';
import { renderDigest } from '../../emails/digest.js';
import type { DigestMail } from '../../emails/digest-view.js';
import type { Policies } from '../../policies/policy.js';
import { TO_DECIDE } from '../helpers/decision-rows.js';
import { mailRows, policies } from '../helpers/mail-run.js';
import { expectGolden } from './golden.js';

/** A rise of a third of a point: three sellers made most of it, and one carrier; and whose tier changed. */
const mover = (region: string, dimension: string, place: number, member: string, contribution_ppm: number) => ({
  ...{ region, metric: 'late_dispatch', window_days: 28, dimension, place, kind: 'member', member, contribution_ppm },
});
const MOVED: Partial<DigestMail> = {
  movers: ['ALL', 'GB'].flatMap((region) => [
    mover(region, 'cause', 1, 'rate', 2_700),
    mover(region, 'cause', 2, 'mix', 520),
    mover(region, 'cause', 3, 'forgiven', 0),
    mover(region, 'seller', 1, 'S-0001', 1_100),
    mover(region, 'seller', 2, 'S-0002', -900),
    mover(region, 'seller', 3, 'S-0003', 600),
    mover(region, 'carrier', 1, 'Northline', 1_900),
  ]),
  changes: [
    { seller_id: 'S-0001', programme: 'eu-seller-standards', direction: 'down', from: 'good', to: 'at_risk' },
    ...['02', '12', '13', '14', '15', '16', '17'].map((n) => ({
      ...{ seller_id: `S-00${n}`, programme: 'eu-seller-standards', direction: 'up' as const, from: 'good', to: 'top' },
    })),
  ],
  named: new Map([
    ['S-0001', { name: 'Nordlicht Keramik', home_region: 'DE', orders: 210 }],
    ['S-0002', { name: 'Harbour Tea Company', home_region: 'GB', orders: 180 }],
    ['S-0003', { name: 'Petit Atelier & Filles', home_region: 'FR', orders: 12 }],
  ]),
};
const DASHBOARD = 'https://scorecards.market.example/';
const linked: Policies = { ...policies, mails: { ...policies.mails, dashboard: DASHBOARD } };

const mailOf = (region: string, more: Partial<DigestMail> = {}): DigestMail => {
  const rows = mailRows();
  return {
    run_id: '2026-11-16-001',
    run_date: '2026-11-16',
    period: '2026-11-15',
    region,
    policies,
    not_measured: ['slow_response'],
    kpis: rows.region_kpis,
    metrics: rows.region_metrics,
    tiers: rows.tier_mix,
    weeks: rows.region_weeks,
    quality: rows.run_quality,
    to_decide: TO_DECIDE,
    ...MOVED,
    ...more,
  };
};

describe('the weekly digest', () => {
  it('shows leadership every region, each number beside its change', async () => {
    expectGolden('digest-all', await renderDigest(mailOf('ALL', { policies: linked })));
  });
  it('shows a regional team its own region and no other', async () => {
    const mail = await renderDigest(mailOf('GB'));
    expectGolden('digest-gb', mail);
    expect(mail.text).not.toMatch(/Germany|France|for a person/i);
  });

  it('says better, worse or within noise beside every change of a rate, not only by colour', async () => {
    const { text } = await renderDigest(mailOf('ALL'));
    expect(text).toMatch(/Late dispatch, .* Nov: 3\.33% \(\+0\.32 pp, worse: between \+0\.16 pp and \+0\.48 pp\)/);
    expect(text).toMatch(/Seller cancellation, .* Nov: 1\.17% \(−0\.12 pp, within noise: between −0\.35 pp and \+0\.12 pp\)/);
    expect(text).toContain('Late delivery: accountable 4.43% (−0.42 pp, noise)');
    expect(text).toContain('Orders: 58,440 (+4.2%, more than noise: between +1.7% and +6.7%)');
    expect(text).toContain('Active sellers: 1,512 (+0.9%, within noise: between −0.6% and +2.4%)');
  });

  it('names what is not measured and what source it lacks, and keeps it out of the table', async () => {
    const { text } = await renderDigest(mailOf('ALL'));
    expect(text).toContain('Not measured: Slow response: no source for conversations');
    expect(text).not.toMatch(/^Slow response: accountable/m);
  });

  it('counts the sellers that could not be assessed apart from the tiers', async () => {
    const { text } = await renderDigest(mailOf('ALL'));
    expect(text).toContain('469 sellers (31.0%) had too few orders to judge');
    expect(text).toContain('European seller standards, tiers held: ');
    expect(text).toContain('Below standard 1.0%');
  });

  it('says the tiers that are proposed where nobody holds one, also of a run that knew of none', async () => {
    const mail = mailOf('ALL');
    for (const held of [null, undefined]) {
      const tiers = mail.tiers.map((row) => ({ ...row, held, held_share: held })) as typeof mail.tiers;
      const { text } = await renderDigest({ ...mail, tiers });
      expect(text).toContain('European seller standards, tiers proposed tonight: ');
      expect(text).toContain('Below standard 3.0%');
    }
  });

  it('adds no currencies that differ', async () => {
    expect((await renderDigest(mailOf('ALL'))).text).not.toContain('Value of goods');
    expect((await renderDigest(mailOf('GB'))).text).toMatch(/Value of goods: £537k \(−2\.4%, within noise/);
  });

  it('says of how many orders in another currency the value is not told', async () => {
    const kpis = mailRows().region_kpis.map((row) => ({ ...row, orders_in_other_currencies: 2 }));
    expect((await renderDigest(mailOf('GB', { kpis }))).text).toMatch(/£537k \(−2\.4%.*, without 2 orders in another currency\)/);
  });

  it('says how many landed rows are in quarantine, however small the share', async () => {
    expect((await renderDigest(mailOf('ALL'))).text).toContain('13 of 340,748 landed rows are in quarantine (0.0038%).');
    expect((await renderDigest(mailOf('GB'))).text).toContain('5 of 62,500 landed rows are in quarantine (0.008%).');
    expect((await renderDigest(mailOf('GB'))).text).toContain('3 rows landed more than a day late.');
  });

  it('can be written on the first night, when there is nothing to compare with and nothing counted', async () => {
    const mail = await renderDigest(mailOf('FR', { kpis: [], metrics: [], tiers: [], weeks: [], quality: [], not_measured: [] }));
    expect(mail.subject).toBe('France, week 46: no orders in 28 days');
    expect(mail.text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('says what a small number was before instead of a percentage of almost nothing', async () => {
    const rows = mailRows();
    const kpis = rows.region_kpis.map((row) => ({ ...row, active_sellers: 1, previous_active_sellers: 3 }));
    expect((await renderDigest(mailOf('ALL', { kpis }))).text).toContain('Active sellers: 1 (was 3)');
  });
});
