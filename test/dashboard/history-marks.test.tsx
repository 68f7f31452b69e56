/** @jsxRuntime automatic */
/** What is marked on a seller's weeks, and what the picture and its table say without any colour. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { SellerWeek } from '../../dashboard/src/data/history.js';
import { everyWeek, type Happened, marksOf } from '../../dashboard/src/seller/marks.js';
import { MarksAlone, WeeksPicture } from '../../dashboard/src/seller/WeeksPicture.js';
import { wordingFor } from '../../wording/wording.js';
import { proposed } from '../helpers/decision-rows.js';
import { policies, programme } from '../helpers/mail-run.js';
import { noticed, standing } from '../helpers/standing-rows.js';

const wording = wordingFor('en', policies);
const METRIC = 'late_dispatch';
const nothing: Happened = { programme, held: undefined, standings: [], decisions: [], listed: [], incidents: [] };
const SPAN = { first: '2026-09-21', last: '2026-11-16' };
const marked = (happened: Partial<Happened>, span = SPAN): string[] =>
  marksOf({ ...nothing, ...happened }, METRIC, span, wording).map(
    ({ kind, on, to, says }) => `${kind} ${on}${to ? ` to ${to}` : ''}: ${says}`,
  );
const exempted = (cohort_day: string, exemption_id: string | null, more = {}) => ({
  ...{ seller_id: 's', programme: programme.programme, metric: METRIC, cohort_day, reason: 'carrier_incident', exemption_id },
  ...{ outcome: 'forgiven' as const, region: 'GB', carrier: 'Swift Post' },
  ...more,
});
const late = (cohort_day: string, more = {}) =>
  exempted(cohort_day, null, { outcome: 'fault' as const, reason: 'late', ...more });

describe('marks on the weeks of a metric', () => {
  it('say when the version of the programme came into force, on the first and the last day drawn', () => {
    expect(marked({ programme: { ...programme, version: '1.1', in_force_from: SPAN.first } })).toEqual([
      'policy 2026-09-21: Version 1.1 of the programme comes into force',
    ]);
    expect(marked({ programme: { ...programme, in_force_from: SPAN.last } })).toHaveLength(1);
    expect(marked({ programme: { ...programme, in_force_from: '2026-09-20' } })).toEqual([]);
    expect(marked({ programme: { ...programme, in_force_from: '2026-11-17' } })).toEqual([]);
  });

  it('say a pause and the peaks of the metric; of a peak that began before, the days drawn', () => {
    const metrics = programme.metrics.map((one) =>
      one.metric === METRIC
        ? {
            ...one,
            paused: { from: '2026-11-02', why: 'x' },
            peaks: [{ name: 'Autumn sale', from: '2026-09-14', to: '2026-09-25', extra_hours: 24, why: 'x' }],
          }
        : one,
    );
    expect(marked({ programme: { ...programme, metrics } })).toEqual([
      'policy 2026-09-21 to 2026-09-25: Peak with more time: Autumn sale',
      'policy 2026-11-02: The metric is paused from this day: no tier is lost by it',
    ]);
  });

  it('say the last evaluation, and since when the tier is held where that is another day', () => {
    expect(marked({ held: standing('s') })).toEqual(['evaluation 2026-11-16: Last evaluation: Good standing']);
    expect(marked({ held: standing('s', { since: '2026-10-05' }) })).toEqual([
      'evaluation 2026-10-05: Holds Good standing from this day',
      'evaluation 2026-11-16: Last evaluation: Good standing',
    ]);
  });

  it('say a notice of this metric, and not of another', () => {
    const standings = [
      noticed('s', METRIC, { notice_on: '2026-10-05', fresh_until: '2026-11-02' }),
      noticed('s', 'late_delivery'),
    ];
    expect(marked({ standings })).toEqual([
      'notice 2026-10-05: Notice: more than luck explains, at a limit of 4%',
      'notice 2026-11-02: Last of the first days that settle the notice',
    ]);
  });

  it('say the notice that a change confirmed, once, and of this metric alone', () => {
    const confirmed = proposed('s', { because_metric: METRIC, notice_on: '2026-09-28', at_most: 0.04 });
    const notice = 'notice 2026-09-28: Notice: more than luck explains, at a limit of 4%';
    expect(marked({ decisions: [confirmed] })).toContain(notice);
    expect(marked({ decisions: [confirmed, confirmed] }).filter((one) => one === notice)).toHaveLength(1);
    expect(marked({ decisions: [{ ...confirmed, because_metric: 'late_delivery' }] })).not.toContain(notice);
    const standings = [noticed('s', METRIC, { notice_on: '2026-09-28', fresh_until: null })];
    expect(
      marked({ decisions: [confirmed, { ...confirmed, evaluated_on: '2026-11-09' }], standings }).filter((one) => one === notice),
    ).toHaveLength(1);
  });

  it('say a change when it was proposed, when it took effect, was contested and given back; once where that was at once', () => {
    const decided = { status: 'in_effect' as const, effective_on: '2026-11-04', notice_on: null };
    expect(
      marked({
        decisions: [
          proposed('s', { ...decided, appealed_at: new Date('2026-11-06T10:00:00Z'), given_back_on: '2026-11-10' }),
          proposed('s', { programme: 'another' }),
        ],
      }),
    ).toEqual([
      'evaluation 2026-11-02: Evaluation proposes a change: Good standing to At risk',
      'decision 2026-11-04: In effect: Good standing to At risk',
      'decision 2026-11-06: Contested',
      'decision 2026-11-10: Given back: Good standing',
    ]);
    expect(marked({ decisions: [proposed('s', { ...decided, effective_on: '2026-11-02' })] })).toEqual([
      'evaluation 2026-11-02: Evaluation: Good standing to At risk',
    ]);
  });

  it('say what of this metric is exempted for a reason, from its first to its last day; days more than a week apart by themselves', () => {
    const rows = [
      ...[exempted('2026-10-12', 'EX-1'), exempted('2026-10-05', 'EX-1'), exempted('2026-10-20', 'EX-2')],
      exempted('2026-10-06', 'EX-4', { reason: 'platform_error' }),
      ...[late('2026-10-07'), exempted('2026-10-08', null)],
      exempted('2026-10-21', 'EX-3', { metric: 'late_delivery' }),
    ];
    expect(marked({ listed: rows })).toEqual([
      'exempted 2026-10-05 to 2026-10-12: 2 orders exempted: an incident of the carrier',
      'exempted 2026-10-06: 1 order exempted: an error of the platform',
      'exempted 2026-10-20: 1 order exempted: an incident of the carrier',
    ]);
  });
});

describe('evaluations of which the tier changed', () => {
  it('are marked each, within the days drawn, and the last one and the day since when a tier is held no second time', () => {
    const up = { direction: 'up' as const, tier_before: 'at_risk', tier_after: 'good', effective_on: '2026-11-16' };
    const took = { status: 'in_effect' as const, because_metric: null };
    const decisions = [
      proposed('s', { ...took, evaluated_on: '2026-10-05', effective_on: '2026-10-05' }),
      proposed('s', { ...took, evaluated_on: '2026-11-16', ...up }),
      proposed('s', { ...took, evaluated_on: '2026-09-14', effective_on: '2026-09-14' }),
    ];
    expect(marked({ decisions, held: standing('s', { since: '2026-11-16' }) })).toEqual([
      'evaluation 2026-10-05: Evaluation: Good standing to At risk',
      'evaluation 2026-11-16: Evaluation: At risk to Good standing',
    ]);
    expect(marked({ decisions, held: standing('s', { since: '2026-10-05', evaluated_on: '2026-11-09' }) })).toContain(
      'evaluation 2026-11-09: Last evaluation: Good standing',
    );
  });
});

describe('proposed incidents', () => {
  const incident = {
    ...{ incident_id: 'i', metric: METRIC, region: 'GB', carrier: 'Swift Post', first_day: '2026-10-05', last_day: '2026-10-08' },
    ...{ unusual_days: 4, covered_days: 0, parcels: 90, late: 40, at_fault: 40, usual_share: 0.02, sellers: 12 },
    ...{ most_of_one_seller: 5, status: 'proposed' as const },
  };
  const seen = (rows: ReturnType<typeof late>[], more = {}) => marked({ listed: rows, incidents: [{ ...incident, ...more }] });
  const says = (orders: string) =>
    `proposed 2026-10-05 to 2026-10-08: Proposed and not granted: days of Swift Post to GB, by which ${orders} would be forgiven`;

  it('are no exemptions: they say how many orders at fault of this seller they would forgive', () => {
    expect(seen([late('2026-10-05'), late('2026-10-08')])).toEqual([says('2 orders')]);
    expect(seen([late('2026-10-06')])).toEqual([says('1 order')]);
    expect(seen([late('2026-10-05')], { last_day: '2026-10-05' })[0]).toMatch(/^proposed 2026-10-05: /);
  });

  it('are not marked where none of the orders is of that carrier, region, metric and span, or at fault', () => {
    expect(seen([late('2026-10-04'), late('2026-10-09')])).toEqual([]);
    expect(seen([late('2026-10-05', { carrier: 'Colis Vif' }), late('2026-10-05', { region: 'FR' })])).toEqual([]);
    expect(seen([late('2026-10-05', { metric: 'late_delivery' }), late('2026-10-05', { outcome: 'excluded' })])).toEqual([]);
    expect(seen([late('2026-10-05')], { metric: 'late_delivery' })).toEqual([]);
  });
});

describe('the picture of a metric’s weeks', () => {
  const week = (nth: number, fault: number): SellerWeek => ({
    ...{ seller_id: 's', programme: programme.programme, metric: METRIC, nth, counted: 50, fault, rate: fault / 50 },
    ...{ first_day: `2026-10-${String(26 - 7 * (nth - 1)).padStart(2, '0')}`, last_day: `2026-11-0${1}` },
  });
  const shown = (weeks: SellerWeek[], limits = [{ title: 'Good standing', at_most: 0.04 }]): string =>
    renderToStaticMarkup(
      <WeeksPicture
        {...{ title: 'Late dispatch', weeks, limits, first: '2026-10-12', last: '2026-11-16' }}
        marks={[
          { kind: 'notice', on: '2026-10-20', says: 'x' },
          { kind: 'exempted', on: '2026-10-21', to: '2026-10-23', says: 'y' },
        ]}
      />,
    );

  it('has a dot for each week, a break where a week is missing, the limit by its name, and a letter for each mark', () => {
    const html = shown([week(1, 2), week(3, 4)]);
    expect(html.match(/<circle/g)).toHaveLength(2);
    expect(html.match(/<path/g)).toHaveLength(2);
    expect(shown([week(1, 2), week(2, 4)]).match(/<path/g)).toHaveLength(1);
    expect(html).toContain('Good standing: 4%');
    expect(html).toMatch(/>A<\/text>[\s\S]*>B<\/text>/);
    expect(html).toContain('aria-label="Late dispatch, week by week. The numbers are in the table below."');
  });

  it('reaches up to the strictest limit where every week is within it, and shows what ends later as not final', () => {
    expect(shown([week(1, 0)])).toContain('Good standing: 4%');
    expect(shown([week(1, 0)])).toContain('class="open"');
  });

  it('writes the names of limits beside each other where their lines are too close for two', () => {
    const limits = [2, 4, 80].map((percent) => ({ title: `Tier ${percent}`, at_most: percent / 100 }));
    const html = shown([week(1, 50)], limits);
    const places = [...html.matchAll(/class="limit-name" x="(\d+)"/g)].map(([, x]) => Number(x));
    expect(places).toEqual([56, 160, 56]);
  });

  it('of a metric without a week is a line with its days and marks, and no axis of rates', () => {
    const html = renderToStaticMarkup(
      <MarksAlone
        {...{ title: 'Late dispatch', first: '2026-10-12', last: '2026-11-16' }}
        marks={[{ kind: 'proposed', on: '2026-10-21', to: '2026-10-23', says: 'y' }]}
      />,
    );
    expect(html).toContain('12 Oct');
    expect(html).toContain('16 Nov');
    expect(html).toContain('class="mark proposed"');
    expect(html).toContain('class="span"');
    expect(html).not.toContain('%');
  });

  it('a table has a row for a week in which nothing counted', () => {
    expect(everyWeek([{ nth: 1 }, { nth: 3 }]).map(({ nth, week: one }) => `${nth} ${one !== undefined}`)).toEqual([
      '3 true',
      '2 false',
      '1 true',
    ]);
    expect(everyWeek([])).toEqual([]);
  });
});
