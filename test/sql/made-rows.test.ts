import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { MADE_CHECKS } from './made-checks.js';
import { MADE_DRIFT } from './made-drift.js';
import { MADE_LEDGER } from './made-ledger.js';
import { MADE_MARTS } from './made-marts.js';
import { MADE_ORPHANS } from './made-orphans.js';
import { answer } from './made-rows.js';
import { files } from './rendered.js';

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ threads: 1 });
});
afterAll(() => duck?.close());

describe.each([...MADE_CHECKS, ...MADE_DRIFT, ...MADE_LEDGER, ...MADE_MARTS, ...MADE_ORPHANS])('$path', (made) => {
  it(`says ${made.says}`, async () => {
    expect(await answer(duck, files, made)).toEqual(made.gives);
  });
});
