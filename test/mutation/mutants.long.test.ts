import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EQUIVALENT, equivalent, speaksOf } from './equivalent.js';
import { mutants } from './mutants.js';
import { type Oracle, oracle } from './oracle.js';

/** why each sixteenth: some two hundred of rules, marts, outcomes, macros and checks, a few minutes; `npm run mutate` asks for all. */
const EVERY = 16;

describe('a change of one comparison, bound, reason or word of a rule or of the SQL of a night', () => {
  let night: Oracle;
  beforeAll(async () => {
    night = await oracle();
  });
  afterAll(() => night?.close());

  it('is seen by somebody who reads what is published', { timeout: 1_800_000 }, async () => {
    const chosen = mutants(night.files).filter((mutant, nth) => nth % EVERY === 0 && !equivalent(mutant));
    for (const room of ['metrics', 'marts', 'outcomes', 'staging', 'macros', 'checks'])
      expect(chosen.some(({ path }) => path.startsWith(`${room}/`))).toBe(true);
    const unseen: string[] = [];
    for (const { path, line, from, to, text } of chosen)
      if (!(await night.noticed({ ...night.files, [path]: text }))) unseen.push(`${path}:${line} ${from} -> ${to}`);
    expect(unseen).toEqual([]);
  });

  it('is on the list of those that change nothing only where a reason is given for that very one', () => {
    const all = mutants(night.files);
    for (const known of EQUIVALENT)
      expect({ ...known, mutants: all.filter((mutant) => speaksOf(known, mutant)).length }).toEqual(known);
  });
});
