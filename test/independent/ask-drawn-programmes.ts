import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import type { SqlFiles } from '../../sql/render.js';
import { quickDuck } from './ask-drawn-evaluations.js';
import { type Answer, asked, brokenPromises, drawnWorld, neverShown } from './drawn-programmes.js';

const byText = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

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
      'no fault helps, no good order and no forgiveness hurts, and all adds up: sellers of seed %i',
      async (seed) => {
        const world = drawnWorld(seed, sellers);
        const found = await asked(duck, files, world);
        answers.push(...found);
        expect(Object.fromEntries(brokenPromises(world, found))).toEqual({});
      },
    );

    it('the order of sellers, orders and files changes nothing', async () => {
      const world = drawnWorld(seeds[0]!, sellers);
      const turned = await asked(
        duck,
        files,
        { ...world, before: world.before.toReversed(), sellers: world.sellers.toReversed() },
        true,
      );
      for (const [night, answer] of turned.entries())
        for (const [dataset, rows] of Object.entries(answer))
          expect(byText(rows), dataset).toEqual(byText(answers[night]![dataset as keyof Answer]));
    });

    it('all of it was asked: tiers held back by each, and lost and won', () => {
      expect(neverShown(answers)).toEqual([]);
    });
  });
}
