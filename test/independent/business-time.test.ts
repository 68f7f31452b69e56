/** When answers were due by drawn calendars, walked again day by day; and a holiday more, which never makes an answer late. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import type { Calendar } from '../../policies/calendar.js';
import type { Policies, Region } from '../../policies/policy.js';
import { WEEKDAYS } from '../../policies/weekdays.js';
import { CASE_POLICIES } from '../cases/index.js';
import { Draw } from '../helpers/draw.js';
import { none, question, rows } from '../sql/made-rows.js';
import { files } from '../sql/rendered.js';
import { dueBy } from './business-time.js';

/** Clocks that go back over midnight, forth at midnight, twice a year and never; one that is half an hour off. */
const ZONES = ['America/Havana', 'Africa/Cairo', 'Australia/Lord_Howe', 'America/Nuuk', 'Asia/Kolkata', 'Europe/London'];
const NIGHT = '2026-11-20';

function drawnCalendar(draw: Draw): Calendar {
  const opens = draw.one(['00:00', '00:30', '01:30', '09:00', '22:15']);
  const days = Array.from({ length: draw.whole(0, 40) }, () => addDays('2026-01-01', draw.whole(0, 330)));
  return {
    working_days: WEEKDAYS.filter((day) => day === 'tue' || draw.chance(0.7)),
    hours: { opens, closes: draw.one(['22:30', '23:59', '24:00']) },
    years: [2026],
    holidays: [...new Set(days)].map((on) => ({ on, name: 'drawn' })),
    why: 'drawn',
  };
}

const policiesOf = (regions: Region[], on: string, hours: number): Policies => ({
  ...CASE_POLICIES,
  regions,
  metrics: CASE_POLICIES.metrics.map((m) =>
    m.metric === 'slow_response' ? { ...m, settings: { ...m.settings, on, hours } } : m,
  ),
});

describe('answers due by drawn calendars', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await openDuck();
  });
  afterAll(() => duck.close());

  async function due(policies: Policies, asked: readonly { region: string; at: string }[]): Promise<number[]> {
    const conversations = rows(
      'conversation_id, seller_id, region, opened_at',
      ...asked.map(({ region, at }, nth) => `'${nth}', 'shop', '${region}', TIMESTAMP '${at}'`),
    );
    const select = await question(duck, files, {
      path: 'outcomes/business_deadlines.sql',
      says: '',
      reads: { conversations, sellers: none('seller_id, home_region') },
      night: { run_date: NIGHT, policies, landed: ['conversations'] },
      shows: 'CAST(subject_id AS INTEGER) AS nth, epoch_us(due_at) AS due',
      gives: [],
    });
    return (await duck.run(select)).map((row) => Number(row.due));
  }

  it.each([1, 2, 3, 4])('are those that a walk through the days finds, and no holiday makes one earlier (%i)', async (seed) => {
    const draw = new Draw(seed);
    const [on, hours] = [draw.one(['business_days', 'business_hours']), draw.one([1, 8, 24, 47, 120])];
    const regions = ZONES.map(
      (time_zone, at): Region => ({ ...CASE_POLICIES.regions[at]!, time_zone, calendar: drawnCalendar(draw) }),
    );
    const asked = Array.from({ length: 150 }, () => {
      const clock = `${draw.one(['00', '03', '04', '05', '09', '21', '23'])}:${draw.one(['00', '30', '59'])}:${draw.one(['00', '59.25'])}`;
      const day = draw.chance(0.5)
        ? addDays('2026-01-05', draw.whole(0, 310))
        : draw.one(['2026-03-08', '2026-04-24', '2026-11-01']);
      return { region: draw.one(regions).code, at: `${day} ${clock}` };
    });
    const found = await due(policiesOf(regions, on, hours), asked);
    const walked = asked.map(({ region, at }) =>
      dueBy(regions.find(({ code }) => code === region)!, Date.parse(`${at.replace(' ', 'T')}Z`) * 1000, hours, on),
    );
    expect(found).toEqual(walked);

    const more = regions.map(({ calendar, ...region }) => ({
      ...region,
      calendar: {
        ...calendar!,
        holidays: [...calendar!.holidays, { on: addDays('2026-01-05', draw.whole(0, 310)), name: 'one more' }],
      },
    }));
    const later = await due(policiesOf(more, on, hours), asked);
    expect(later.filter((one, nth) => one < found[nth]!)).toEqual([]);
  });
});
