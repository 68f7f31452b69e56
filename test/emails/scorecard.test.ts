import { describe, expect, it } from 'vitest';
import { thingsToDo } from '../../contracts/published/things-to-do.js';
import { renderScorecard as render } from '../../emails/scorecard.js';
import type { ScorecardMail } from '../../emails/scorecard-view.js';
import type { Programme } from '../../policies/policy.js';
import { proposed, warned } from '../helpers/decision-rows.js';
import { mailOrdersOf, type OutcomeDetailRow } from '../helpers/mail-orders.js';
import { ahead, card, fault, mailRows, metricRow, policies, programme } from '../helpers/mail-run.js';
import { rowOf } from '../helpers/row-of.js';
import { NO_NOTICE, noticed, standing } from '../helpers/standing-rows.js';
import { expectGolden } from './golden.js';

/** A mail before its orders are chosen out of the seller's details, as a night chooses them. */
type Facts = Omit<ScorecardMail, 'orders'> & { details: OutcomeDetailRow[] };
const renderScorecard = async ({ details, ...mail }: Facts) =>
  render({ ...mail, details, orders: await mailOrdersOf(details, mail.policies, mail.scorecards) });

const mailOf = (seller_id: string, more: Partial<Facts> = {}): Facts => {
  const rows = mailRows();
  const own = <Row extends { seller_id: string }>(some: Row[]): Row[] => some.filter((row) => row.seller_id === seller_id);
  return {
    run_id: '2026-11-16-001',
    run_date: '2026-11-16',
    campaign: 'scorecard',
    policies,
    seller: rows.sellers.find((one) => one.seller_id === seller_id)!,
    scorecards: own(rows.scorecards),
    metrics: own(rows.seller_metrics),
    details: own(rows.outcome_details),
    changes: own(rows.tier_changes),
    next_tiers: own(rows.next_tiers),
    ...{ standings: [], evaluated: [], points: [], scores: [], score_parts: [] },
    ...more,
  };
};

/** A mail with one metric and one fault of the seller. */
const oneFault = (metric: string, more: Parameters<typeof fault>[4], counts = { met: 90, fault: 1 }) =>
  renderScorecard(
    mailOf('S-0001', {
      changes: [],
      metrics: [metricRow('S-0001', metric, counts)],
      details: [fault('S-0001', metric, 'X-1', '2026-11-10', more)],
    }),
  );

describe('a scorecard mail', () => {
  it('shows a seller at risk what missed, by how much, which orders, and what to do', async () => {
    const mail = await renderScorecard(mailOf('S-0001'));
    expect(mail.subject).toBe('Your scorecard: At risk – late dispatch 5.33% (4% allowed)');
    expectGolden('scorecard-at-risk', mail);
  });

  it('tells who is to lose a tier that it waits for a person, and whose newest days look worse that nothing follows', async () => {
    const mail = await renderScorecard(
      mailOf('S-0001', {
        ...{ changes: [], standings: [standing('S-0001')], evaluated: [noticed('S-0001', 'late_dispatch', NO_NOTICE)] },
        metrics: [metricRow('S-0001', 'late_dispatch', { met: 81, fault: 9 })],
        ...{ decisions: [proposed('S-0001')], warnings: [warned('S-0001', 'late_dispatch'), warned('S-0001', 'late_delivery')] },
      }),
    );
    expect(mail.text.match(/Early warning: since 3 Nov 2026, 9 of 70 are at fault/g)).toHaveLength(1);
    expectGolden('scorecard-proposal', mail);
  });

  it('tells who has a notice which tier is at stake, what luck explains, and how many the next four weeks allow', async () => {
    const mail = await renderScorecard(
      mailOf('S-0001', {
        ...{ changes: [], standings: [standing('S-0001')], evaluated: [noticed('S-0001', 'late_dispatch')] },
        metrics: [metricRow('S-0001', 'late_dispatch', { met: 50, fault: 10 })],
      }),
    );
    expect(mail.subject).toBe('Your scorecard: Good standing – late dispatch 16.67% (4% allowed)');
    expectGolden('scorecard-notice', mail);
  });

  it('says how the four weeks since a notice go, and no more about what it was given for', async () => {
    const evaluated = [
      noticed('S-0001', 'late_dispatch', { notice_on: '2026-11-02', fresh_counted: 41, fresh_fault: 3, fresh_left: 2 }),
    ];
    const { text } = await renderScorecard(mailOf('S-0001', { changes: [], standings: [standing('S-0001')], evaluated }));
    expect(text).toContain('NOTICE  Late dispatch');
    expect(text).toContain('So far 2 of 41, worst day left out; about 2 in all are allowed.');
    expect(text).not.toContain('luck explains');
  });

  it('calls a missed bound that luck explains a watch, from which nothing follows', async () => {
    const row = noticed('S-0001', 'late_dispatch', { ...NO_NOTICE, verdict: 'watch', fault_left: 3 });
    const { text } = await renderScorecard(mailOf('S-0001', { changes: [], standings: [standing('S-0001')], evaluated: [row] }));
    expect(text).toContain('WATCH  Late dispatch');
    expect(text).toContain('Above the 4% that Good standing allows, but not by more than luck: nothing follows.');
    expect(text).not.toMatch(/would bring you to|To reach/);
  });

  it('says which notice was confirmed, by which days, and from when the tier is another', async () => {
    const { text } = await renderScorecard(
      mailOf('S-0001', {
        changes: [],
        standings: [standing('S-0001', { official_tier: 'at_risk', because: 'confirmed', because_metric: 'late_dispatch' })],
        evaluated: [noticed('S-0001', 'late_dispatch', { ...NO_NOTICE, verdict: 'confirmed', fresh_counted: 50, fresh_left: 6 })],
      }),
    );
    expect(text).toContain(
      'Since 16 Nov 2026, when the notice about late dispatch was confirmed; next evaluation on 23 Nov 2026',
    );
    expect(text).toContain('Confirmed: of the days since the notice 6 of 50 are at fault, worst day left out, above 4% too.');
  });

  it('tells a top seller that nothing needs doing', async () => {
    const mail = await renderScorecard(mailOf('S-0004'));
    expect(mail.text).toContain('Nothing needs doing');
    expectGolden('scorecard-top', mail);
  });

  it('does not judge a small seller, and says how many orders it takes', async () => {
    const mail = await renderScorecard(mailOf('S-0003'));
    expect(mail.subject).toBe('Your scorecard: Not assessed yet – 12 of 30 orders needed');
    expect(mail.text).not.toMatch(/^(MET|MISSED)/m);
    expectGolden('scorecard-not-assessable', mail);
  });

  it('names both tiers when the tier changed', async () => {
    const mail = await renderScorecard(mailOf('S-0002', { campaign: 'scorecard-change' }));
    expect(mail.subject).toBe('Your tier changes: Top seller → Good standing – all 6 metrics judged meet the standard');
    expectGolden('scorecard-change', mail);
  });

  it('shows a metric without a source as not measured, never as zero', async () => {
    const { text } = await renderScorecard(mailOf('S-0001'));
    expect(text).toContain('NOT MEASURED  Slow response\n    no source has landed for it');
  });

  it('says in pieces what is used and what is left of the allowance', async () => {
    const { text } = await renderScorecard(mailOf('S-0001'));
    expect(text).toContain('4 of 75 orders dispatched late · 3 allowed · 1 too many');
    expect(text).toContain('1 of 81 orders cancelled by you · 2 allowed · 1 more allowed');
  });

  it('shows as many decimals as it takes to see that a bound is missed', async () => {
    const { text, subject } = await oneFault('late_dispatch', {}, { met: 1199, fault: 50 });
    expect(text).toContain('MISSED  Late dispatch: 4.003% (allowed 4%)');
    expect(subject).toContain('late dispatch 4.003% (4% allowed)');
  });

  it('tells the moments of a fault in the local time of the region, summer and winter', async () => {
    const winter = await oneFault('late_dispatch', {
      ship_by: new Date('2026-11-03T16:00:00Z'),
      first_scan_at: new Date('2026-11-05T08:12:00Z'),
    });
    expect(winter.text).toContain('ship by 3 Nov 2026 17:00, first scan 5 Nov 2026 09:12');
    const acrossTheClockChange = await oneFault('late_dispatch', {
      ship_by: new Date('2026-10-23T15:00:00Z'),
      first_scan_at: new Date('2026-10-26T08:12:00Z'),
    });
    expect(acrossTheClockChange.text).toContain('ship by 23 Oct 2026 17:00, first scan 26 Oct 2026 09:12');
    const london = await oneFault('late_dispatch', {
      ...{ region: 'GB', reason: 'missing' },
      ship_by: new Date('2026-11-03T17:00:00Z'),
    });
    expect(london.text).toContain('not handed over in the days that we wait for it (ship by 3 Nov 2026 17:00)');
  });

  it('speaks of the seller’s confirmation where policy counts that as dispatch', async () => {
    const { text } = await oneFault('late_dispatch', {
      region: 'FR',
      ship_by: new Date('2026-11-03T16:00:00Z'),
      confirmed_at: new Date('2026-11-04T08:00:00Z'),
      first_scan_at: new Date('2026-11-03T10:00:00Z'),
    });
    expect(text).toContain('handed over after the ship-by moment (ship by 3 Nov 2026 17:00, confirmed 4 Nov 2026 09:00)');
  });

  it.each([
    [
      'seller_cancellation',
      {
        ...{ reason: 'cancelled_by_system', placed_at: new Date('2026-11-01T09:00:00Z') },
        cancelled_at: new Date('2026-11-02T09:00:00Z'),
      },
      'the system cancelled because the seller did not act (placed 1 Nov 2026 10:00, cancelled 2 Nov 2026 10:00)',
    ],
    ['missing_tracking', { reason: 'no_number', has_tracking: false }, 'no tracking number was given (tracking number none)'],
    [
      'missing_tracking',
      { reason: 'no_scan', has_tracking: true },
      'not scanned by the carrier in the days that we wait for it (tracking number known)',
    ],
    [
      'late_dispatch',
      {
        ...{ reason: 'missing', ship_by: new Date('2026-11-03T16:00:00Z') },
        first_scan_at: new Date('2026-11-09T16:00:00Z'),
      },
      'handed over only after the days that we wait for it (ship by 3 Nov 2026 17:00, first scan 9 Nov 2026 17:00)',
    ],
    [
      'late_delivery',
      {
        ...{ reason: 'missing', deliver_by: new Date('2026-11-06T22:59:59Z') },
        delivered_at: new Date('2026-11-20T09:00:00Z'),
      },
      'delivered only after the days that we wait for it (deliver by 6 Nov 2026 23:59, delivered 20 Nov 2026 10:00)',
    ],
    [
      'missing_tracking',
      { reason: 'no_scan', has_tracking: true, first_scan_at: new Date('2026-11-20T09:00:00Z') },
      'scanned by the carrier only after the days that we wait for it (tracking number known, first scan 20 Nov 2026 10:00)',
    ],
    [
      'slow_response',
      {
        ...{ reason: 'missing', opened_at: new Date('2026-11-07T18:30:00Z'), order_id: null },
        first_reply_at: new Date('2026-11-10T18:30:00Z'),
      },
      'answered only after the days that we wait for it (opened 7 Nov 2026 19:30, first reply 10 Nov 2026 19:30)',
    ],
    [
      'late_delivery',
      { reason: 'missing', deliver_by: new Date('2026-11-06T22:59:59Z') },
      'not delivered in the days that we wait for it (deliver by 6 Nov 2026 23:59)',
    ],
    [
      'negative_review',
      { reason: 'stars_1', rating: 1, reviewed_at: new Date('2026-11-07T18:30:00Z') },
      'the first review has one star (reviewed 7 Nov 2026 19:30, first review 1 star)',
    ],
    [
      'order_defect',
      { reason: 'negative_review', rating: 2, reviewed_at: new Date('2026-11-07T18:30:00Z') },
      'Order defect: the order has a negative first review (reviewed 7 Nov 2026 19:30, first review 2 stars)',
    ],
    [
      'order_defect',
      { reason: 'unresolved_case', case_closed_at: new Date('2026-11-08T10:00:00Z') },
      'Order defect: the order has a case against the seller (case resolved by the platform 8 Nov 2026 11:00)',
    ],
    [
      'slow_response',
      { reason: 'missing', opened_at: new Date('2026-11-07T18:30:00Z'), order_id: null },
      '* Conversation X-1, 10 Nov (leaves your numbers on 11 Dec)\n    Slow response: not answered in the days that we wait for it (opened 7 Nov 2026 19:30)',
    ],
  ] as const)('says in words what happened under %s', async (metric, moments, sentence) => {
    expect((await oneFault(metric, moments)).text).toContain(sentence);
  });

  it('tells an order that is at fault under two metrics once, and a defect not beside its own part', async () => {
    const base = mailOf('S-0001');
    const { text } = await renderScorecard({
      ...base,
      details: [
        fault('S-0001', 'order_defect', 'X-1', '2026-10-01', { reason: 'negative_review', rating: 1 }),
        fault('S-0001', 'negative_review', 'X-1', '2026-10-08', { reason: 'stars_1', rating: 1 }),
      ],
    });
    expect(text.match(/Order X-1/g)).toHaveLength(1);
    expect(text).not.toContain('Order defect: ');
  });

  it('lists at most five orders, those by which the tier is decided first, and counts the rest', async () => {
    const { text } = await renderScorecard(mailOf('S-0001'));
    const listed = [...text.matchAll(/\* Order (\S+),/g)].map((found) => found[1]);
    expect(listed).toEqual(['DE-86001', 'DE-86950', 'DE-87233', 'DE-88107', 'DE-85900']);
    expect(text).toContain('3 more are not listed here. The attached table has them all.');
  });

  it('lists no forgiven order, and none that another programme counts', async () => {
    const base = mailOf('S-0001');
    const hidden = base.details.filter((row) => row.subject_id.includes('HIDDEN'));
    expect(hidden).toHaveLength(2);
    const { text, html } = await renderScorecard({ ...base, details: hidden });
    expect(text).not.toContain('HIDDEN');
    expect(html).not.toContain('HIDDEN');
  });

  it('shows at most seven metrics, missed ones first and then those most used, and says how many it leaves out', async () => {
    const more: Programme = {
      ...programme,
      metrics: [
        ...programme.metrics,
        ...['unresolved_case', 'seller_fault_return'].map((metric) => ({ ...programme.metrics[0]!, metric })),
      ],
    };
    const base = mailOf('S-0001', { policies: { ...policies, programmes: [more] } });
    const missed = { ...metricRow('S-0001', 'late_dispatch', { met: 50, fault: 9 }), metric: 'seller_fault_return' };
    const met = { ...metricRow('S-0001', 'late_dispatch', { met: 199, fault: 1 }), metric: 'unresolved_case' };
    const { text } = await renderScorecard({ ...base, metrics: [...base.metrics, missed, met] });
    const shown = text.match(/^(MISSED|MET|NOT ASSESSED|NOT MEASURED) {2}.*/gm)!;
    expect(shown).toHaveLength(7);
    expect(shown.map((line) => /^[A-Z ]+ {2}([^:]*)/.exec(line)![1])).toEqual([
      ...['Late dispatch', 'Seller-fault return', 'Seller cancellation', 'Late delivery', 'Negative review', 'Unresolved case'],
      'Order defect',
    ]);
    expect(text).toContain('1 more metric is not shown here: it is met or could not be judged.');
  });

  it('names metrics without a fault in one line, but not one under a notice', async () => {
    const { text } = await renderScorecard(mailOf('S-0001'));
    expect(text).toContain('No faults in 1 other: missing tracking.');
    expect(text).not.toMatch(/^MET {2}Missing tracking/m);
    const noticedOne = await renderScorecard(
      mailOf('S-0001', { standings: [standing('S-0001')], evaluated: [noticed('S-0001', 'missing_tracking')] }),
    );
    expect(noticedOne.text).toMatch(/^NOTICE {2}Missing tracking/m);
    const { text: spotless } = await renderScorecard(
      mailOf('S-0001', { metrics: [metricRow('S-0001', 'missing_tracking', { met: 70 })] }),
    );
    expect(spotless).toContain('No faults in any of your numbers: missing tracking.');
  });

  it('says first what is decided about a tier that waits for a person, and which notice stands', async () => {
    const of = async (more: Partial<Facts>) =>
      (await renderScorecard(mailOf('S-0001', { changes: [], standings: [standing('S-0001')], ...more }))).text;
    const waits = await of({ decisions: [proposed('S-0001')] });
    expect(waits).toContain('\nA change to At risk has been proposed since 2 Nov 2026, and waits for a person.\n');
    expect(waits).toMatch(/What to do first\n-+\nIf it is wrong, say so before: appeals@marketplace\.example\./);
    const notice = await of({ evaluated: [noticed('S-0001', 'late_dispatch')] });
    expect(notice).toContain('\nNotice of 16 Nov 2026 about late dispatch: Good standing is at stake.\n');
  });

  it('says what faults have in common, what it wins to mend it, and that first of all', async () => {
    const thing = rowOf(thingsToDo, {
      ...{ seller_id: 'S-0001', programme: programme.programme, metric: 'late_dispatch', kind: 'weekday', cause: '1' },
      ...{ cause_fault: 3, cause_counted: 20, fault: 4, counted: 75, allowed: 3, rate_without: 1 / 75, enough: true, place: 1 },
    });
    const carrier = {
      ...thing,
      metric: 'late_delivery',
      kind: 'carrier' as const,
      cause: 'Swiftline',
      fault: 3,
      rate_without: 0.2,
      enough: false,
    };
    const things_to_do = [
      { ...carrier, place: 3 },
      { ...carrier, cause: 'Fourth', place: 4 },
      thing,
      { ...thing, kind: 'category' as const, cause: 'toys', place: 2 },
    ];
    const mail = await renderScorecard(mailOf('S-0001', { things_to_do }));
    expect(mail.text).toMatch(
      /What to do first\n-+\nLook at your Mondays: 3 of your 4 orders dispatched late fall on one, of 20 orders in all\. Without these you would be at 1\.33%, within the standard \(4% allowed\)\.\n/,
    );
    expect(mail.text).toContain('\n* Look at the category toys: it has 3 of your 4 orders dispatched late, of 20 orders in all.');
    expect(mail.text).toContain(
      '\n* Look at Swiftline: all of your 3 orders delivered late went with it, of 20 orders that it had in all. Without these you would be at 20.00%, still not within the standard (10% allowed).\n',
    );
    expect(mail.text).not.toContain('Fourth');
    expectGolden('scorecard-common-cause', mail);
  });

  it('covers every programme that judges the seller, led by the one with a missed metric', async () => {
    const second: Programme = { ...programme, programme: 'express', title: 'Express delivery', version: '2.1' };
    const base = mailOf('S-0004');
    const { text, subject } = await renderScorecard({
      ...base,
      policies: { ...policies, programmes: [programme, second] },
      scorecards: [...base.scorecards, { ...card('S-0004', 'below'), programme: 'express', policy_version: '2.1' }],
      metrics: [...base.metrics, { ...metricRow('S-0004', 'late_delivery', { met: 50, fault: 30 }), programme: 'express' }],
    });
    expect(subject).toBe('Your scorecard: Below standard – late delivery 37.50% (10% allowed)');
    expect(text).toContain('European seller standards: Top seller');
    expect(text).toContain('Express delivery: Below standard');
    expect(text).toContain('European seller standards 1.1 · Express delivery 2.1');
  });

  it('greets a shop whose name looks like markup by its name, and runs nothing', async () => {
    const base = mailOf('S-0001');
    const name = `<script>alert('x')</script> & "Söhne"`;
    const { html, text } = await renderScorecard({ ...base, seller: { ...base.seller, name } });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    expect(text).toContain(`Hello ${name},`);
  });

  /** All that a mail can say at once, with the longest names and ids there are. */
  const fullest = async () => {
    const base = mailOf('S-0001');
    const long = `<b>=W\u202e\u{1F4E6}</b>${'W'.repeat(495)}`;
    const row = (place: number) =>
      rowOf(thingsToDo, {
        ...{
          seller_id: 'S-0001',
          programme: programme.programme,
          metric: 'late_dispatch',
          kind: 'carrier',
          cause: `${place}${long}`,
        },
        ...{ cause_fault: 3, cause_counted: 20, fault: 4, counted: 75, allowed: 3, rate_without: 1 / 75, enough: true, place },
      });
    return renderScorecard({
      ...base,
      seller: { ...base.seller, name: long },
      metrics: base.metrics.map(({ metric }) =>
        metricRow('S-0001', metric, { met: 50, fault: 40, forgiven: 3, excluded: 4, pending: 5 }),
      ),
      standings: [standing('S-0001')],
      evaluated: base.metrics.map(({ metric }) => noticed('S-0001', metric)),
      decisions: [proposed('S-0001')],
      things_to_do: [row(1), row(2), row(3)],
      details: base.details.map((one, n) => ({ ...one, subject_id: `${n}${'9'.repeat(511)}`, evidence: long })),
    });
  };

  it('stays under the size at which mail programs clip, with all there is to say and the longest names and ids there are', async () => {
    const { html } = await fullest();
    expect(html).toContain('&lt;b&gt;=W');
    expect(html).not.toContain('<b>');
    expect(Buffer.byteLength(html)).toBeGreaterThan(35_000);
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  });

  it('says every number of the page in the text part, too', async () => {
    const numbers = (text: string): string[] => [...new Set(text.match(/\d[\d.,:]*\d|\d/g))];
    const read = (html: string): string =>
      html
        .replace(/<head>.*<\/head>/s, ' ')
        .replace(/<!--.*?-->/gs, ' ')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&#x?\w+;/g, ' ');
    const mails = [
      await fullest(),
      ...(await Promise.all(['S-0001', 'S-0002', 'S-0003', 'S-0004'].map((id) => renderScorecard(mailOf(id))))),
    ];
    for (const { html, text } of mails) {
      const told = new Set(numbers(text));
      expect(numbers(read(html)).length).toBeGreaterThan(8);
      expect(numbers(read(html)).filter((number) => !told.has(number))).toEqual([]);
    }
  });

  it('is the same mail, byte for byte, when written again', async () => {
    expect(await renderScorecard(mailOf('S-0001'))).toEqual(await renderScorecard(mailOf('S-0001')));
  });

  it('names the seller and the run when there is no scorecard to write about', async () => {
    await expect(renderScorecard(mailOf('S-0001', { scorecards: [] }))).rejects.toThrow(/S-0001.*2026-11-16-001/);
  });

  it('counts conversations, not orders, on the way to the next tier where conversations hold the seller back', async () => {
    const base = mailOf('S-0001');
    const slow = metricRow('S-0001', 'slow_response', { met: 30, fault: 10 });
    const held = card('S-0001', 'at_risk', {
      tier_because: 'held_back',
      ...{ held_back_by: 'slow_response', held_back_fault: 10, held_back_counted: 40, held_back_allowed: 4 },
      ...{ next_tier: 'good', orders_to_next_tier: 1 },
    });
    const counts = { fault: 10, counted: 40, allowed: 4, enough_on: '2026-12-01', gone_by_then: 7, spare: 1 };
    const { text } = await renderScorecard({
      ...base,
      scorecards: [held],
      metrics: [slow],
      next_tiers: [ahead('S-0001', 'slow_response', 'good', { ...counts, tier_on: '2026-12-07' })],
    });
    expect(text).toContain(
      'At your pace: Good standing from about 7 Dec 2026, if until then there are at most 1 more conversation answered late.',
    );
    expect(text).toContain('Held back from Good standing by slow response: 10 of 40 at fault, 4 allowed');
  });

  it('writes no keys where words belong', async () => {
    for (const id of ['S-0001', 'S-0002', 'S-0003', 'S-0004']) {
      const { text, subject } = await renderScorecard(mailOf(id));
      expect(`${subject} ${text}`).not.toMatch(/[a-z]+_[a-z]+/);
    }
  });
});
