/** What a scorecard mail says beside its numbers: the last weeks, what changed since the last mail, and why some do not count. */
import { describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { outcomeDetails } from '../../contracts/published/outcome-details.js';
import { sellerWeeks } from '../../contracts/published/seller-weeks.js';
import { renderScorecard } from '../../emails/scorecard.js';
import type { MovedMetric } from '../../emails/scorecard-moved.js';
import type { ScorecardMail } from '../../emails/scorecard-view.js';
import type { Programme } from '../../policies/policy.js';
import { proposed } from '../helpers/decision-rows.js';
import { fault, mailRows, metricRow, policies, programme } from '../helpers/mail-run.js';
import { rowOf } from '../helpers/row-of.js';
import { noticed, standing } from '../helpers/standing-rows.js';
import { expectGolden } from './golden.js';

const SELLER = 'S-0001';
const mailOf = (more: Partial<ScorecardMail> = {}): ScorecardMail => {
  const rows = mailRows();
  const own = <Row extends { seller_id: string }>(some: Row[]): Row[] => some.filter((row) => row.seller_id === SELLER);
  return {
    ...{ run_id: '2026-11-16-001', run_date: '2026-11-16', campaign: 'scorecard', policies },
    seller: rows.sellers.find((one) => one.seller_id === SELLER)!,
    ...{ scorecards: own(rows.scorecards), metrics: own(rows.seller_metrics), orders: [], changes: [] },
    ...{ standings: [], evaluated: [], points: [], scores: [], score_parts: [] },
    ...more,
  };
};

/** Weeks of a metric, the newest first; null is one in which nothing counted. */
const weeksOf = (metric: string, ...weeks: ([fault: number, counted: number] | null)[]) =>
  weeks.flatMap((week, n) =>
    week === null
      ? []
      : [
          rowOf(sellerWeeks, {
            ...{ seller_id: SELLER, programme: programme.programme, metric, nth: n + 1 },
            ...{ first_day: addDays('2026-11-02', -7 * n), last_day: addDays('2026-11-08', -7 * n) },
            ...{ fault: week[0], counted: week[1], rate: week[0] / week[1] },
          }),
        ],
  );

const moved = (tier: string, ...metrics: MovedMetric[]): Partial<ScorecardMail> => ({
  moved: { run_date: '2026-11-09', programmes: [{ programme: programme.programme, tier, metrics }] },
});
const from = (metric: string, before: [number, number], now: [number, number], by: MovedMetric['by']): MovedMetric => {
  const rate = ([fault, counted]: [number, number]) => ({
    ...{ fault, counted, rate: fault / counted },
    standard: { at_most: 0.04, said: 'at_most' as const },
  });
  return { metric, before: rate(before), now: rate(now), by };
};
const LATE = from('late_dispatch', [5, 80], [4, 75], { came: 1, left: 2 });
const metStandard = { at_most: 0.05, said: 'met_at_least' as const };
const MET: MovedMetric = {
  ...LATE,
  before: { ...LATE.before, standard: metStandard },
  now: { ...LATE.now, standard: metStandard },
};

const forgiven = (n: number, reason: string, more: Parameters<typeof fault>[4] = {}) =>
  Array.from({ length: n }, (_, nth) =>
    rowOf(outcomeDetails, {
      ...fault(SELLER, 'late_dispatch', `${reason}-${nth}`, '2026-11-03', {}),
      ...{ outcome: 'forgiven', reason, ...more },
    }),
  );
/** The line of late dispatch in which its numbers are. */
const numbers = async (details: ScorecardMail['details'], counts: { forgiven?: number; excluded?: number }) => {
  const row = metricRow(SELLER, 'late_dispatch', { met: 71, fault: 4, ...counts });
  const { text } = await renderScorecard(mailOf({ metrics: [row], details: details! }));
  return text.split('\n').find((line) => line.includes('orders dispatched late'))!;
};

describe('the last weeks of a metric', () => {
  const weeks = [
    ...weeksOf('late_dispatch', [2, 20], [0, 18], null, [1, 40], [1, 22], [3, 30], [0, 21], [1, 24]),
    ...weeksOf('late_delivery', [1, 20], [2, 18]),
    ...weeksOf('negative_review', [1, 20]),
  ];

  it('are bars with the limit as their line, and below them, as in the text, the same in numbers, oldest first', async () => {
    const mail = await renderScorecard(mailOf({ weeks, ...moved('good', LATE) }));
    const line = '8 weeks to 8 Nov: 4.17% · 0.00% · 10.00% · 4.55% · 2.50% · – · 0.00% · 10.00%';
    expect(mail.text).toContain(`    ${line}\n`);
    expect(mail.html.replaceAll('\u00a0', ' ')).toContain(line);
    expectGolden('scorecard-weeks', mail);
  });

  it('begin with the first in which anything counted, and are not drawn of one week alone', async () => {
    const { text } = await renderScorecard(mailOf({ weeks }));
    expect(text).toContain('    2 weeks to 8 Nov: 11.11% · 5.00%\n');
    expect(text.match(/\d weeks to/g)).toHaveLength(2);
  });

  it('are said by what is met where the standard is', async () => {
    const base = mailOf({ weeks });
    const metrics = base.metrics.map((row) => ({ ...row, bound_said: 'met_at_least' as const }));
    expect((await renderScorecard({ ...base, metrics })).text).toContain('2 weeks to 8 Nov: 88.89% · 95.00%');
    expect((await renderScorecard({ ...base, metrics, ...moved('good', MET) })).text).toContain(
      'Late dispatch: 93.75% met (75 of 80) → 94.67% met (71 of 75)',
    );
  });

  it('end on the newest day that is final, also where nothing was counted in the newest week', async () => {
    const { text } = await renderScorecard(mailOf({ weeks: weeksOf('late_dispatch', null, [1, 20], [2, 18]) }));
    expect(text).toContain('    3 weeks to 8 Nov: 11.11% · 5.00% · –\n');
  });

  it('say how they are read once, and not where there are none', async () => {
    const how = 'Bars: at fault in each whole week that is final, oldest first. The line is what is allowed.';
    expect((await renderScorecard(mailOf({ weeks }))).html.split(how)).toHaveLength(2);
    expect((await renderScorecard(mailOf())).html).not.toContain('Bars:');
  });

  it('draw a bar no higher than the highest, a fault no lower than a pixel, and a limit of none as the ground', async () => {
    const metrics = [{ ...metricRow(SELLER, 'late_dispatch', { met: 900, fault: 4 }), at_most: 0 }];
    const { html } = await renderScorecard(mailOf({ metrics, weeks: weeksOf('late_dispatch', [3, 10], [1, 900]) }));
    expect([...html.matchAll(/background:#d98a1c;font:1px\/(\d+)px/g)].map(([, height]) => height)).toEqual(['1', '24']);
  });
});

describe('a mail of two programmes', () => {
  it('stays under the size at which mail programs clip, with seven metrics of each, all of their weeks above the limit, and all that changed', async () => {
    const second: Programme = { ...programme, programme: 'express', title: 'Express delivery' };
    const base = mailOf({});
    const both = <Row extends { programme: string }>(rows: Row[]): Row[] =>
      rows.flatMap((row) => [row, { ...row, programme: second.programme }]);
    const keys = programme.metrics.map(({ metric }) => metric);
    const week = [30, 40] as [number, number];
    const changes = keys.map((metric) =>
      from(metric, [5, 80], [4, 75], { came: 1, found: 1, left: 1, forgiven: 1, corrected: 1 }),
    );
    const { html } = await renderScorecard({
      ...base,
      policies: { ...policies, programmes: [programme, second] },
      scorecards: both(base.scorecards),
      metrics: both(
        keys.map((metric) => metricRow(SELLER, metric, { met: 50, fault: 40, forgiven: 3, excluded: 4, pending: 5 })),
      ),
      evaluated: both(keys.map((metric) => noticed(SELLER, metric))),
      standings: both([standing(SELLER)]),
      decisions: both([proposed(SELLER)]),
      orders: both(
        mailRows()
          .outcome_details.filter(({ seller_id, programme: of }) => seller_id === SELLER && of === programme.programme)
          .slice(0, 5)
          .map((row, n) => ({
            ...row,
            place: n + 1,
            newest_day: row.cohort_day,
            counts_until: row.leaves_window_on,
            orders_at_fault: 12,
          })),
      ),
      weeks: both(keys.flatMap((metric) => weeksOf(metric, ...Array.from({ length: 8 }, () => week)))),
      moved: {
        run_date: '2026-11-09',
        programmes: [programme, second].map((one) => ({ programme: one.programme, tier: 'good', metrics: changes })),
      },
    });
    expect(html.match(/8 weeks to/g)).toHaveLength(14);
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });
});

describe('what changed since the last mail', () => {
  const said = async (more: Partial<ScorecardMail>): Promise<string[]> => {
    const { text } = await renderScorecard(mailOf(more));
    return /What changed since the mail of 9 Nov 2026\n-+\n((?:\* .*\n)+)/.exec(text)?.[1]?.trim().split('\n') ?? [];
  };

  it('is the rate then and now, and what came and went', async () => {
    expect(await said(moved('at_risk', LATE))).toEqual([
      '* Late dispatch: 6.25% (5 of 80) → 5.33% (4 of 75); 1 new at fault, 2 left your numbers by age.',
    ]);
  });

  it('is the tier first, unless the mail has said it already', async () => {
    const change = mailRows().tier_changes.filter(({ seller_id }) => seller_id === SELLER);
    expect((await said(moved('good', LATE)))[0]).toMatch(/^\* Good standing → At risk: held back from Good standing by/);
    expect(await said({ ...moved('good', LATE), changes: change })).toHaveLength(1);
    // Of a tier that came and went between two mails the seller never read.
    expect((await said({ ...moved('top', LATE), changes: change }))[0]).toMatch(/^\* Top seller → At risk: /);
  });

  it('is at most three lines, those of which most came and went first', async () => {
    const others = ['late_delivery', 'missing_tracking', 'negative_review'].map((metric, n) =>
      from(metric, [5, 80], [4, 75], { corrected: n + 4 }),
    );
    expect(await said(moved('good', LATE, ...others))).toEqual([
      expect.stringContaining('→ At risk'),
      expect.stringMatching(/^\* Negative reviews?: .*; 6 corrected since\.$/),
      '* 3 more numbers moved.',
    ]);
  });

  it('is the rate alone where as many are at fault, and nothing where nobody would see it', async () => {
    expect(await said(moved('at_risk', from('late_dispatch', [4, 80], [4, 75], {})))).toEqual([
      '* Late dispatch: 5.00% (4 of 80) → 5.33% (4 of 75); as many at fault, of fewer.',
    ]);
    expect(await said(moved('at_risk', from('late_dispatch', [4, 70], [4, 75], {})))).toEqual([
      expect.stringContaining('as many at fault, of more.'),
    ]);
    expect(await said(moved('at_risk', from('late_dispatch', [0, 80], [0, 75], {})))).toEqual([]);
    expect(await said(moved('at_risk', from('late_dispatch', [4, 75], [4, 75], {})))).toEqual([]);
    expect(await said({})).toEqual([]);
  });
});

describe('what does not count', () => {
  it('has its reasons beside it, the most first, and a carrier by its name', async () => {
    const details = [
      ...forgiven(1, 'dispute_upheld'),
      ...forgiven(2, 'carrier_incident', { carrier: 'Colis Vif' }),
      ...forgiven(2, 'cancelled_before_due', { outcome: 'excluded' }),
    ];
    expect(await numbers(details, { forgiven: 3, excluded: 2 })).toContain(
      '3 forgiven: an incident of the carrier Colis Vif (2), the seller disputed it and was right (1) · 2 left out: cancelled before it had to be shipped',
    );
  });

  it('is said to be what a metric never lists where that is the rest', async () => {
    const details = forgiven(1, 'cancelled_before_due', { outcome: 'excluded' });
    const said = await numbers(details, { excluded: 4 });
    expect(said).toMatch(/4 left out: cancelled before it had to be shipped \(1\), .*platform.* \(3\)/);
  });

  it('has at most three reasons, and the others as one', async () => {
    const details = ['dispute_upheld', 'platform_error', 'force_majeure', 'declared_closure'].flatMap((reason, n) =>
      forgiven(4 - n, reason),
    );
    expect(await numbers(details, { forgiven: 10 })).toMatch(/10 forgiven: .* \(4\), .* \(3\), .* \(2\), other reasons \(1\)/);
  });

  it('is counted as the metric counts, by items, and has no reason where none is known', async () => {
    const row = metricRow(SELLER, 'late_dispatch', { met: 71, fault: 4, forgiven: 7, excluded: 10 });
    const details = [
      ...forgiven(1, 'force_majeure', { items: 5 }),
      ...forgiven(2, 'dispute_upheld', { items: null }),
      ...forgiven(2, 'cancelled_before_due', { outcome: 'excluded', items: 1 }),
    ];
    const metrics = policies.metrics.map((one) => (one.metric === 'late_dispatch' ? { ...one, count: 'items' as const } : one));
    const { text } = await renderScorecard({ ...mailOf({ metrics: [row], details }), policies: { ...policies, metrics } });
    expect(text).toMatch(/7 forgiven: force majeure \(5\), .* \(2\) · 10 left out: cancelled .* \(2\), .*platform.* \(8\)/);
    expect(await numbers([], { forgiven: 5 })).toMatch(/5 forgiven$/);
  });
});
