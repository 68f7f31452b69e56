import { expect, it } from 'vitest';
import { soak } from './soak.js';

// why two of each: a few seconds; 25 of each are asked in fuzz.long.test.ts, and 300 by `npm run fuzz`.
it('of a mutated file every row is accepted as it was written, or rejected with a reason; a file beside it loses nothing', async () => {
  const { asked, findings } = await soak({ seed: 40, files: 2, datasets: ['orders', 'exemptions'] });
  expect(findings).toEqual([]);
  expect(asked).toBe(24);
});

it('a mutated source is imported with every row, or refused in words for people', async () => {
  const { findings } = await soak({ seed: 40, files: 1, datasets: ['reviews'], imports: true });
  expect(findings).toEqual([]);
});
