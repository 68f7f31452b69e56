import { expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import { drawnWorld, FIRST, made } from '../independent/drawn-programmes.js';
import { compareNews, weeks } from './of-news.js';

it('evaluations that look for notices only where there may be any say what whole ones say', { timeout: 300_000 }, async () => {
  const files = await readSqlFiles();
  const ducks = [await openDuck(), await openDuck()] as const;
  const all = { left_out: 0, notices: 0, confirmed: 0 };
  try {
    for (const seed of [1, 2]) {
      const { policies, sellers, later } = drawnWorld(seed, 16);
      const last = addDays(FIRST, later + 28);
      const seen = await compareNews(ducks, {
        ...{ files, policies, days: weeks(FIRST, last) },
        made: (duck) => made(duck, sellers, addDays(last, -14), false),
      });
      for (const name of ['left_out', 'notices', 'confirmed'] as const) all[name] += seen[name];
    }
  } finally {
    for (const duck of ducks) duck.close();
  }
  for (const [name, times] of Object.entries(all)) expect(times, name).toBeGreaterThan(0);
});
