import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { equivalent } from './equivalent.js';
import { mutants } from './mutants.js';
import { type Oracle, oracle } from './oracle.js';

/** why each fortieth: some twenty-five of them, a minute or two; `npm run mutate` asks for all. */
const EVERY = 40;

describe('a change of one comparison, bound, reason or word of the rules and marts', () => {
  let night: Oracle;
  beforeAll(async () => {
    night = await oracle();
  });
  afterAll(() => night?.close());

  it('is seen by somebody who reads what is published', async () => {
    const chosen = mutants(night.files).filter((mutant, nth) => nth % EVERY === 0 && !equivalent(mutant));
    expect(chosen.length).toBeGreaterThan(20);
    const unseen: string[] = [];
    for (const { path, line, from, to, text } of chosen)
      if (!(await night.noticed({ ...night.files, [path]: text }))) unseen.push(`${path}:${line} ${from} -> ${to}`);
    expect(unseen).toEqual([]);
  });
});
