import { expect, it } from 'vitest';
import { partsToGather } from '../../contracts/ledger/parts.js';
import { nights, part } from './made-parts.js';

it('leaves six nights of news where they lie, and gathers the seventh with them', () => {
  expect(partsToGather([part(1, 1000, true), ...nights(6, 10)])).toEqual([]);
  expect(partsToGather([part(1, 1000, true), ...nights(7, 10)])).toEqual(nights(7, 10));
});

it('gathers an earlier part along once the news is half as large', () => {
  const parts = [part(1, 2000, true), part(2, 420, true), part(3, 140, true), ...nights(7, 10, 4)];
  expect(partsToGather(parts)).toEqual(parts.slice(1));
  const larger = [part(1, 1000, true), part(2, 141, true), ...nights(7, 10, 4)];
  expect(partsToGather(larger)).toEqual(nights(7, 10, 4));
});

it('keeps few parts over three years of equal nights, each row copied as often as the history doubles', () => {
  let parts = [part(1, 100_000, true)];
  let copied = 0;
  for (let night = 0; night < 1_000; night++) {
    const gathered = partsToGather(parts);
    const rows = 1_000 + gathered.reduce((total, { rows: some }) => total + some, 0);
    copied += rows - 1_000;
    parts = [...parts.slice(0, parts.length - gathered.length), part(1, rows, gathered.length > 0)];
  }
  expect(parts.length).toBeLessThanOrEqual(7 + 10);
  expect(copied / 1_000_000).toBeLessThan(10);
});
