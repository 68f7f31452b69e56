/** Telling mails, each for one reason, to a seller of any locale. */
import { thingsToDo } from '../../contracts/published/things-to-do.js';
import { renderScorecard } from '../../emails/scorecard.js';
import type { ScorecardMail } from '../../emails/scorecard-view.js';
import { proposed, warned } from '../helpers/decision-rows.js';
import { mailOrdersOf, type OutcomeDetailRow } from '../helpers/mail-orders.js';
import { fault, mailRows, metricRow, policies, programme } from '../helpers/mail-run.js';
import { rowOf } from '../helpers/row-of.js';
import { NO_NOTICE, noticed, standing } from '../helpers/standing-rows.js';

type Facts = Omit<ScorecardMail, 'orders'> & { details: OutcomeDetailRow[] };

function mailOf(seller_id: string, more: Partial<Facts> = {}): Facts {
  const rows = mailRows();
  const own = <Row extends { seller_id: string }>(some: Row[]): Row[] => some.filter((row) => row.seller_id === seller_id);
  return {
    ...{ run_id: '2026-11-16-001', run_date: '2026-11-16', campaign: 'scorecard', policies },
    seller: rows.sellers.find((one) => one.seller_id === seller_id)!,
    scorecards: own(rows.scorecards),
    metrics: own(rows.seller_metrics),
    details: own(rows.outcome_details),
    changes: own(rows.tier_changes),
    next_tiers: own(rows.next_tiers),
    ...{ standings: [], evaluated: [], points: [], scores: [], score_parts: [] },
    ...more,
  };
}

const noticeOf = (metric: string, more = {}): Partial<Facts> => ({
  ...{ changes: [], standings: [standing('S-0001')], evaluated: [noticed('S-0001', metric, more)] },
});

const causes = (['weekday', 'category', 'carrier'] as const).map((kind, nth) =>
  rowOf(thingsToDo, {
    ...{ seller_id: 'S-0001', programme: programme.programme, metric: 'late_dispatch', kind, place: nth + 1 },
    ...{ cause: { weekday: '1', category: 'toys', carrier: 'Swiftline' }[kind], cause_fault: nth === 2 ? 4 : 3 },
    ...{ cause_counted: 20, fault: 4, counted: 75, allowed: 3, rate_without: 1 / 75, enough: nth !== 1 },
  }),
);

/** By the name of their goldens. */
export const STORIES: Readonly<Record<string, () => Facts>> = {
  'at-risk': () => mailOf('S-0001'),
  notice: () =>
    mailOf('S-0001', { ...noticeOf('late_dispatch'), metrics: [metricRow('S-0001', 'late_dispatch', { met: 50, fault: 10 })] }),
  watch: () => mailOf('S-0001', noticeOf('late_dispatch', { ...NO_NOTICE, verdict: 'watch', fault_left: 3 })),
  confirmed: () =>
    mailOf('S-0001', {
      ...noticeOf('late_dispatch', { ...NO_NOTICE, verdict: 'confirmed', fresh_counted: 50, fresh_left: 6 }),
      standings: [standing('S-0001', { official_tier: 'at_risk', because: 'confirmed', because_metric: 'late_dispatch' })],
    }),
  proposal: () =>
    mailOf('S-0001', {
      ...noticeOf('late_dispatch', NO_NOTICE),
      metrics: [metricRow('S-0001', 'late_dispatch', { met: 81, fault: 9, forgiven: 3, excluded: 4, pending: 5 })],
      ...{ decisions: [proposed('S-0001')], warnings: [warned('S-0001', 'late_dispatch')] },
    }),
  causes: () => mailOf('S-0001', { things_to_do: causes }),
  cancelled: () =>
    mailOf('S-0001', {
      ...{ changes: [], metrics: [metricRow('S-0001', 'seller_cancellation', { met: 90, fault: 3 })] },
      details: [
        fault('S-0001', 'seller_cancellation', 'X-1', '2026-11-01', {
          ...{ reason: 'cancelled_by_system', cancelled_by: 'system', placed_at: new Date('2026-11-01T09:00:00Z') },
        }),
        fault('S-0001', 'negative_review', 'X-2', '2026-10-20', { reason: 'stars_1', rating: 1 }),
        fault('S-0001', 'slow_response', 'X-3', '2026-11-10', { reason: 'missing', opened_at: new Date('2026-11-07T18:30:00Z') }),
        fault('S-0001', 'missing_tracking', 'X-4', '2026-11-02', { reason: 'no_number', has_tracking: false }),
      ],
    }),
  change: () => mailOf('S-0002', { campaign: 'scorecard-change' }),
  'not-assessable': () => mailOf('S-0003'),
  top: () => mailOf('S-0004'),
};

/** The mail of a story, as a seller of the locale gets it. */
export async function toldTo(story: string, locale: string | null) {
  const { details, ...mail } = STORIES[story]!();
  const orders = await mailOrdersOf(details, mail.policies, mail.scorecards);
  return renderScorecard({ ...mail, details, orders, seller: { ...mail.seller, locale } });
}
