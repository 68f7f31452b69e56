import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import type { SqlFiles } from '../../sql/render.js';
import { quickDuck } from './ask-drawn-evaluations.js';
import { type Answer, asked, brokenPromises, drawnWorld, neverShown, secondOpinion } from './drawn-programmes.js';

/** Rows as texts, in an order that only their content decides. */
export const byText = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

const some = (row: Record<string, unknown>, columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));

/** What holds under gates, bounds to keep, entries, points and scores, whoever the sellers are. */
export function askDrawnProgrammes(seeds: readonly number[], sellers: number): void {
  describe('under programmes with gates, bounds to keep a tier, entries, points and scores', () => {
    let duck: Duck;
    let files: SqlFiles;
    const answers: Answer[] = [];
    beforeAll(async () => {
      [duck, files] = [await quickDuck(), await readSqlFiles()];
    });
    afterAll(() => duck?.close());

    it.each(seeds)(
      'no fault helps, no good order and no forgiveness hurts, all adds up, and a second judge agrees: sellers of seed %i',
      async (seed) => {
        const world = drawnWorld(seed, sellers);
        const found = await asked(duck, files, world);
        answers.push(...found);
        expect(Object.fromEntries(brokenPromises(world, found))).toEqual({});
        const second = secondOpinion(world, found);
        const alike = (dataset: 'seller_metrics' | 'scorecards', rows: readonly object[]) =>
          expect(byText(found[1][dataset].map((row) => some(row, Object.keys(rows[0]!)))), dataset).toEqual(byText(rows));
        alike('seller_metrics', second.metrics);
        alike('scorecards', second.tiers);
      },
    );

    it('all of it was asked: tiers held back by each, and lost and won', () => {
      expect(neverShown(answers)).toEqual([]);
    });
  });
}
