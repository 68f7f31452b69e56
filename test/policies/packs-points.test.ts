/** Points of the example packs at the edges of their days, by the independent judge. */
import { describe, expect, it } from 'vitest';
import { type Entry, entriesOf, standingsOfPoints } from '../independent/points.js';
import { day } from '../independent/time.js';
import { packOn } from './packs.js';

const MICROS_A_DAY = 86_400_000_000;

/** What a pack says of a seller on a night; `missed` are metrics that the night itself sees missed. */
function asked(
  pack: string,
  run_date: string,
  given: { issued?: [string, number][]; missed?: string[]; before?: readonly Entry[] },
) {
  const { programmes, regions } = packOn(pack, run_date);
  const night = {
    ...{ run_date, programmes, zones: new Map(regions.map(({ code, time_zone }) => [code, time_zone])) },
    violations: (given.issued ?? []).map(([date, points], nth) => {
      const dt = day(date);
      return {
        ...{ dt, updated_at: 0, violation_id: `v-${nth}`, seller_id: 's', region: 'GB', rule: 'any', severity: null, points },
        ...{ issued_at: dt * MICROS_A_DAY + MICROS_A_DAY / 2, expires_at: null, status: 'active' as const },
      };
    }),
    metrics: (given.missed ?? []).map((metric) => ({
      ...{ seller_id: 's', programme: pack, metric, verdict: 'missed' as const, orders: 50 },
    })),
  };
  const entries = entriesOf(night, given.before ?? []);
  const { points, milestone, next_milestone, caps_at, falls_on } = standingsOfPoints(night, entries)[0]!;
  return { entries, said: `${points} points, at ${milestone} before ${next_milestone}, caps ${caps_at}, falls ${falls_on}` };
}

describe('a short-video shop', () => {
  it('counts each point for 90 days, and closes at 48', () => {
    const of = (run_date: string) =>
      asked('short-video-shop-uk', run_date, {
        issued: [
          ['2026-03-01', 36],
          ['2026-03-02', 12],
        ],
      }).said;
    expect(of('2026-03-01')).toBe('36 points, at 36 before 48, caps watched, falls 2026-05-30');
    expect(of('2026-05-29')).toBe('48 points, at 48 before null, caps restricted, falls 2026-05-30');
    expect(of('2026-05-30')).toBe('12 points, at 12 before 24, caps watched, falls 2026-05-31');
    expect(of('2026-05-31')).toBe('0 points, at null before 12, caps null, falls null');
  });
});

describe('a shop of the Low Countries', () => {
  const SHOP = 'low-countries-shop';

  it('gives a strike on a Wednesday for each norm that is missed, and none on other days', () => {
    const missed = ['late_delivery', 'seller_cancellation'];
    expect(asked(SHOP, '2026-11-18', { missed }).said).toBe('2 points, at 2 before 3, caps null, falls 2027-04-21');
    expect(asked(SHOP, '2026-11-19', { missed }).said).toBe('0 points, at null before 1, caps null, falls null');
  });

  it('counts a strike over 22 weeks: on the last Tuesday still, on the Wednesday after it no longer', () => {
    const { entries: before } = asked(SHOP, '2026-11-18', { missed: ['late_delivery'] });
    expect(asked(SHOP, '2027-04-20', { before, missed: ['late_delivery'] }).said).toMatch(/^1 points, at 1 before 2/);
    expect(asked(SHOP, '2027-04-21', { before }).entries.map(({ state }) => state)).toEqual(['expired']);
    expect(asked(SHOP, '2027-04-14', { before, missed: ['late_delivery'] }).said).toMatch(/^2 points, at 2 before 3/);
  });
});
