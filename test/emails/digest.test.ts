import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../dashboard/src/address.js';
import { renderDigest } from '../../emails/digest.js';
import { digestView } from '../../emails/digest-view.js';
import { loadPolicies } from '../../policies/load.js';
import { mailRows } from '../helpers/mail-run.js';
import { DASHBOARD, digestOf, linked } from './digest-stories.js';
import { expectGolden } from './golden.js';

describe('the weekly digest', () => {
  it('shows leadership every region, each number beside its change', async () => {
    expectGolden('digest-all', await renderDigest(digestOf('ALL', { policies: linked })));
  });
  it('shows a regional team its own region and no other', async () => {
    const mail = await renderDigest(digestOf('GB'));
    expectGolden('digest-gb', mail);
    expect(mail.text).not.toMatch(/Germany|France|for a person/i);
  });

  it('says better, worse or within noise beside every change of a rate, not only by colour', async () => {
    const { text } = await renderDigest(digestOf('ALL'));
    expect(text).toMatch(/Late dispatch, .* Nov: 3\.33% \(\+0\.32 pp, worse: between \+0\.16 pp and \+0\.48 pp\)/);
    expect(text).toMatch(/Seller cancellation, .* Nov: 1\.17% \(−0\.12 pp, within noise: between −0\.35 pp and \+0\.12 pp\)/);
    expect(text).toContain('Late delivery: accountable 4.43% (−0.42 pp, noise)');
    expect(text).toContain('Orders: 58,440 (+4.2%, more than noise: between +1.7% and +6.7%)');
    expect(text).toContain('Active sellers: 1,512 (+0.9%, within noise: between −0.6% and +2.4%)');
  });

  it('names what is not measured and what source it lacks, and keeps it out of the table', async () => {
    const { text } = await renderDigest(digestOf('ALL'));
    expect(text).toContain('Not measured: Slow response: no source for conversations');
    expect(text).not.toMatch(/^Slow response: accountable/m);
  });

  it('counts the sellers that could not be assessed apart from the tiers', async () => {
    const { text } = await renderDigest(digestOf('ALL'));
    expect(text).toContain('469 sellers (31.0%) had too few orders to judge');
    expect(text).toContain('European seller standards, tiers held: ');
    expect(text).toContain('Below standard 1.0%');
  });

  it('says the tiers that are proposed where nobody holds one, also of a run that knew of none', async () => {
    const mail = digestOf('ALL');
    for (const held of [null, undefined]) {
      const tiers = mail.tiers.map((row) => ({ ...row, held, held_share: held })) as typeof mail.tiers;
      const { text } = await renderDigest({ ...mail, tiers });
      expect(text).toContain('European seller standards, tiers proposed tonight: ');
      expect(text).toContain('Below standard 3.0%');
    }
  });

  it('adds no currencies that differ', async () => {
    expect((await renderDigest(digestOf('ALL'))).text).not.toContain('Value of goods');
    expect((await renderDigest(digestOf('GB'))).text).toMatch(/Value of goods: £537k \(−2\.4%, within noise/);
  });

  it('says of how many orders in another currency the value is not told', async () => {
    const kpis = mailRows().region_kpis.map((row) => ({ ...row, orders_in_other_currencies: 2 }));
    expect((await renderDigest(digestOf('GB', { kpis }))).text).toMatch(
      /£537k \(−2\.4%.*, without 2 orders in another currency\)/,
    );
  });

  it('says how many landed rows are in quarantine, however small the share', async () => {
    expect((await renderDigest(digestOf('ALL'))).text).toContain('13 of 340,748 landed rows are in quarantine (0.0038%).');
    expect((await renderDigest(digestOf('GB'))).text).toContain('5 of 62,500 landed rows are in quarantine (0.008%).');
    expect((await renderDigest(digestOf('GB'))).text).toContain('3 rows landed more than a day late.');
  });

  it('can be written on the first night, when there is nothing to compare with and nothing counted', async () => {
    const mail = await renderDigest(
      digestOf('FR', { kpis: [], metrics: [], tiers: [], weeks: [], quality: [], not_measured: [] }),
    );
    expect(mail.subject).toBe('France, week 46: no orders in 28 days');
    expect(mail.text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('says what a small number was before instead of a percentage of almost nothing', async () => {
    const rows = mailRows();
    const kpis = rows.region_kpis.map((row) => ({ ...row, active_sellers: 1, previous_active_sellers: 3 }));
    expect((await renderDigest(digestOf('ALL', { kpis }))).text).toContain('Active sellers: 1 (was 3)');
  });

  it('says what moved, how much of it is rates and how much who sold, and who made most of it', async () => {
    const { text } = await renderDigest(digestOf('ALL'));
    expect(text).toContain('Late dispatch rose by 0.32 pp to 3.33%, which is more than noise: by between 0.16 pp and 0.48 pp.');
    expect(text).toContain('Of that, +0.27 pp comes from sellers’ own rates and +0.05 pp from who sold more or less.');
    // The second of the movers went the other way.
    expect(text).toContain(
      'Most of it: Nordlicht Keramik (+0.11 pp) and Petit Atelier & Filles (+0.06 pp); by carrier Northline (+0.19 pp).',
    );
  });

  it('says three sentences without a word of why where the run does not tell changes apart, or nothing moved', async () => {
    const { movers: _, ...mail } = digestOf('ALL');
    const moved = digestView(mail).moved;
    expect(moved).toHaveLength(3);
    expect(moved.join(' ')).not.toContain('Of that');
    const metrics = mailRows().region_metrics.map((row) => ({ ...row, beyond_noise: false }));
    expect(digestView(digestOf('ALL', { metrics })).moved).toEqual([
      'No metric moved by more than noise.',
      'Orders +4.2%, more than noise: between +1.7% and +6.7%; active sellers +0.9%, within noise: between −0.6% and +2.4%.',
      'The 1% of sellers with the most late dispatches made 11.8% of them.',
    ]);
  });

  it('tells the rate that moved most beyond noise, be it not the largest change nor the first', () => {
    const metrics = mailRows().region_metrics.map((row) =>
      row.metric === 'missing_tracking' && row.change !== null
        ? { ...row, beyond_noise: true, change: -0.001, change_low: -0.0011, change_high: -0.0009 }
        : row,
    );
    expect(digestView(digestOf('ALL', { metrics })).moved[0]).toBe(
      'Missing tracking fell by 0.10 pp to 2.19%, which is more than noise: by between 0.09 pp and 0.11 pp.',
    );
  });

  it('names five sellers that rose, those with most orders first, and counts the others; of a region its own', () => {
    const { changes } = digestView(digestOf('ALL'));
    expect(changes!.rises).toMatchObject({ heading: '7 rose', more: 'and 2 more' });
    expect(changes!.rises.sellers).toHaveLength(5);
    expect(changes!.rises.sellers[0]!.what).toBe('Harbour Tea Company: Good standing to Top seller');
    const ofBritain = digestView(digestOf('GB')).changes!;
    expect(ofBritain.rises.sellers.map(({ what }) => what)).toEqual(['Harbour Tea Company: Good standing to Top seller']);
    expect(ofBritain.falls.sellers).toEqual([]);
    expect(digestView(digestOf('FR')).changes).toBeUndefined();
  });

  it('leads from each number to where it stands, and nowhere where the policy names no dashboard', async () => {
    const { numbers, dashboard, metrics } = digestView(digestOf('GB', { policies: linked }));
    expect(numbers.map(({ link }) => link)).toEqual([
      ...Array<string>(3).fill(`${DASHBOARD}#/overview?region=GB`),
      ...['late_dispatch', 'seller_cancellation'].map((metric) => `${DASHBOARD}#/overview?region=GB&metric=${metric}`),
    ]);
    expect(metrics.every(({ link }) => link)).toBe(true);
    expect(dashboard).toBe(`${DASHBOARD}#/overview?region=GB`);
    for (const { link } of numbers) expect(parseAddress(new URL(link!).hash)).toMatchObject({ view: 'overview', region: 'GB' });
    const plain = await renderDigest(digestOf('GB'));
    expect(`${plain.html}${plain.text}`).not.toMatch(/href|https:\/\/(?!www\.w3\.org)/);
  });

  it.each(['http://market.example/', 'https://market.example/#/overview', 'market.example'])(
    'refuses an address that is not where a dashboard lies: %s',
    (page) => {
      const regions = `regions:
  GB: { name: Britain, time_zone: Europe/London, currency: GBP, silent_day_is_fault: true, dispatch_milestone: first_scan, why: made }
mails: { from: a@b.example, dashboard: "${page}" }
`;
      expect(() => loadPolicies({ 'regions.yaml': regions }, '2026-11-16')).toThrow(
        /mails\.dashboard: .*write its https address without a #/,
      );
    },
  );
});
