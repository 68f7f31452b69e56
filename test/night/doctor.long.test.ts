/** Every damage on its own, mended, and the night after it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FolderStore } from '../../infra/local/object-store.js';
import { type Ran, scorecards } from '../helpers/scorecards.js';
import { DAYS, type Damage, MENDED, PASSED_OVER } from './damages.js';
import { damage, type NextNight, TwoNights } from './two-nights.js';

let nights: TwoNights;
let undamaged: NextNight;
beforeAll(async () => {
  nights = await TwoNights.make();
  undamaged = await nights.nextNight(await nights.copy());
});
afterAll(() => nights?.gone());

const doctor = (store: string, ...more: string[]): Promise<Ran> =>
  scorecards('doctor', '--store', store, '--landing', nights.marketplace.landing, ...more);

/** Damages a copy, mends it, and resolves to it. */
async function mended(one: Damage): Promise<string> {
  const store = await nights.copy();
  const key = await damage(store, one);
  const damaged = await new FolderStore(store).list('');

  const found = await doctor(store);
  expect(found.out).toContain(`${key}: `);
  expect(found.out).toMatch(one.says);
  expect(found).toMatchObject({ code: 3, err: expect.stringContaining('scorecards -- doctor --repair --store') });

  const repaired = await doctor(store, '--repair');
  expect(repaired).toMatchObject({ code: 0, out: expect.stringMatching(/^Mended: .*Nothing is amiss/s) });
  expect(await doctor(store)).toMatchObject({ code: 0, err: '' });
  const now = (await new FolderStore(store).list('')).map((object) => object.key);
  for (const object of damaged.filter(({ key }) => !now.includes(key)))
    expect(now).toContainEqual(expect.stringMatching(new RegExp(`^damaged/[^/]+/${object.key}$`)));
  return store;
}

describe('a store of which one thing is damaged', () => {
  it.each(MENDED)('is mended where $what: the next night publishes the same bytes, and nothing was deleted', async (one) => {
    expect(await nights.nextNight(await mended(one))).toEqual(undamaged);
  });

  it.each(PASSED_OVER)('is mended where $what: the next night passes the run over and says why', async (one) => {
    const store = await mended(one);
    // As it advises: the run of that day anew. What changed is then told against it, as if nothing had happened.
    await nights.nextNight(store, DAYS[1]);
    const next = await nights.nextNight(store);
    expect(Object.keys(next.files)).toEqual(Object.keys(undamaged.files));
    expect(next.rows).toEqual(undamaged.rows);
    expect(await doctor(store)).toMatchObject({ code: 0 });
  });
});
