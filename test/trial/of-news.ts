import { expect } from 'vitest';
import { addDays } from '../../contracts/days.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { Policies } from '../../policies/policy.js';
import type { SqlFiles } from '../../sql/render.js';
import { Evaluations, type Made } from '../../trial/evaluations.js';

const EQUAL = ['seller_metrics', 'scorecards', 'standings', 'evaluations', 'tier_gates', 'scores', 'points_entries'] as const;

const rowsOf = async (duck: Duck, dataset: string): Promise<string[]> =>
  (await duck.run(`SELECT * FROM ${dataset}`)).map((row) => JSON.stringify(row)).sort();

/** What was seen, so that a test can say that it was asked at all. */
export interface Seen {
  left_out: number;
  notices: number;
  confirmed: number;
}

/**
 * Weekly nights until the last, whole beside those that look for notices only where there may be any; the last one whole in both. All
 * that is asked is equal, and of whoever is left out there was nothing to say.
 */
export async function compareNews(
  [whole, quick]: readonly [Duck, Duck],
  asked: { files: SqlFiles; policies: Policies; days: readonly string[]; made: (duck: Duck, day: string) => Promise<Made> },
): Promise<Seen> {
  const seen: Seen = { left_out: 0, notices: 0, confirmed: 0 };
  const also = ['tier_gates', 'scores', 'points_entries'];
  const sides = [whole, quick].map((duck) => ({ duck, nights: new Evaluations(duck, asked.files, asked.policies, also) }));
  for (const day of asked.days) {
    for (const { duck, nights } of sides) {
      const news = duck === quick && day !== asked.days.at(-1);
      await nights.night(day, await asked.made(duck, day), { news });
      await nights.publish();
    }
    for (const dataset of EQUAL)
      expect(await rowsOf(quick, dataset), `${dataset} of ${day}`).toEqual(await rowsOf(whole, dataset));
    const kept = new Set(await rowsOf(quick, 'metric_standings'));
    const all = await whole.run('SELECT * FROM metric_standings');
    const said = all.filter((row) => row.notice_on !== null || row.to_a_person || row.official_verdict === 'confirmed');
    const others = all.filter((row) => !kept.delete(JSON.stringify(row)));
    expect([...kept], `only of ${day}`).toEqual([]);
    expect(
      others.filter((row) => said.includes(row)),
      `left out of ${day}`,
    ).toEqual([]);
    if (day === asked.days.at(-1)) expect(others, 'the last night').toEqual([]);
    seen.left_out += others.length;
    seen.notices += said.filter(({ notice_on }) => notice_on !== null).length;
    seen.confirmed += said.filter(({ official_verdict }) => official_verdict === 'confirmed').length;
  }
  return seen;
}

/** Every week from a day until another, and that one. */
export const weeks = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day < to; day = addDays(day, 7)) days.push(day);
  return [...days, to];
};
