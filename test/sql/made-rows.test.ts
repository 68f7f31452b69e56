import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { MADE } from './made.js';
import { answer, question } from './made-rows.js';
import { files } from './rendered.js';

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ threads: 1 });
});
afterAll(() => duck?.close());

describe.each(MADE)('$path', (made) => {
  it(`says ${made.says}`, async () => {
    expect(await answer(duck, await question(duck, files, made))).toEqual(made.gives);
  });
});
