import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { equivalent } from './equivalent.js';
import { mutants } from './mutants.js';
import { type Oracle, oracle } from './oracle.js';

/** why each fifth of the rules: some thirty, a minute or two; `npm run mutate` asks for all, and for those of the marts. */
const EVERY = 5;

describe('a change of one comparison, bound, reason or word of a rule', () => {
  let night: Oracle;
  beforeAll(async () => {
    night = await oracle();
  });
  afterAll(() => night?.close());

  it('is seen by somebody who reads what is published', async () => {
    const chosen = mutants(night.files)
      .filter(({ path }) => path.startsWith('metrics/'))
      .filter((mutant, nth) => nth % EVERY === 0 && !equivalent(mutant));
    expect(chosen.length).toBeGreaterThan(20);
    const unseen: string[] = [];
    for (const { path, line, from, to, text } of chosen)
      if (!(await night.noticed({ ...night.files, [path]: text }))) unseen.push(`${path}:${line} ${from} -> ${to}`);
    expect(unseen).toEqual([]);
  });
});
