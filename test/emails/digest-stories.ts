/** A digest of a small finished run in which a rate rose, tiers changed and much waits for persons. */
import type { DigestMail } from '../../emails/digest-view.js';
import type { Policies } from '../../policies/policy.js';
import { TO_DECIDE } from '../helpers/decision-rows.js';
import { mailRows, policies } from '../helpers/mail-run.js';

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
export const DASHBOARD = 'https://scorecards.market.example/';
export const linked: Policies = { ...policies, mails: { ...policies.mails, dashboard: DASHBOARD } };

export const digestOf = (region: string, more: Partial<DigestMail> = {}): DigestMail => {
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
