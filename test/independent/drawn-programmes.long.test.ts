import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duck } from '../../lambdas/shared/duck.js';
import { readSqlFiles } from '../../sql/files.js';
import type { SqlFiles } from '../../sql/render.js';
import { quickDuck } from './ask-drawn-evaluations.js';
import { askDrawnProgrammes, byText } from './ask-drawn-programmes.js';
import { type Answer, asked, brokenPromises, drawnWorld } from './drawn-programmes.js';

// Between them everything that is asked for is seen.
askDrawnProgrammes([1, 2, 3, 4, 5, 6, 7], 16);

it('the order of sellers, orders and files changes nothing', async () => {
  const [duck, files] = [await quickDuck(), await readSqlFiles()];
  const world = drawnWorld(2, 20);
  const straight = await asked(duck, files, world);
  const other = { ...world, before: world.before.toReversed(), sellers: world.sellers.toReversed() };
  const turned = await asked(duck, files, other, true);
  duck.close();
  for (const [night, answer] of turned.entries())
    for (const [dataset, rows] of Object.entries(answer))
      expect(byText(rows), dataset).toEqual(byText(straight[night]![dataset as keyof Answer]));
});

interface Broken {
  rule: string;
  path: string;
  from: string;
  to: string;
  /** What no longer holds then. */
  promise: string;
}

/** Rules of the night's SQL turned into wrong ones. */
const BROKEN: readonly Broken[] = [
  {
    rule: 'a gate that more orders close',
    path: 'marts/tier_gates.sql',
    ...{ from: "WHEN 'orders' THEN coalesce(s.orders, 0)", to: "WHEN 'orders' THEN 99 - coalesce(s.orders, 0)" },
    promise: 'a further good order never hurts',
  },
  {
    rule: 'a gate that costs every tier at once',
    path: 'macros/evaluation.sql',
    ...{ from: 'WHEN gate_rank > held_rank THEN held_rank + 1', to: 'WHEN gate_rank > held_rank THEN last_rank' },
    promise: 'an evaluation takes one step at most',
  },
  {
    rule: 'a bound to keep a tier for whoever does not hold it',
    path: 'macros/keeping.sql',
    ...{ from: 'WHEN {{ held_rank }} <= {{ tier_rank }} THEN', to: 'WHEN {{ held_rank }} > {{ tier_rank }} THEN' },
    promise: 'who holds the standard is asked no more than a newcomer',
  },
  {
    rule: 'a curve that rises with faults',
    path: 'marts/score_parts.sql',
    ...{ from: '* m.counted - c.falls *', to: '* m.counted + c.falls *' },
    promise: 'a late order instead of one in time never helps',
  },
  {
    rule: 'contributions that are rounded each by itself',
    path: 'macros/score.sql',
    ...{
      from: "{{ rounded(upto, whole) }}\n        - {{ rounded(upto ~ ' - ' ~ part, whole) }}",
      to: '{{ rounded(part, whole) }}',
    },
    promise: 'contributions add up to the score',
  },
  {
    rule: 'a score by its lowest part where weights decide',
    path: 'marts/scores.sql',
    ...{ from: "ELSE {{ rounded('s.weighted', 's.weights') }}", to: 'ELSE s.lowest' },
    promise: 'contributions add up to the score',
  },
  {
    rule: 'points of a violation that was withdrawn, instead of one that stands',
    path: 'marts/points_entries.sql',
    ...{ from: "WHEN v.status = 'withdrawn'", to: "WHEN v.status <> 'withdrawn'" },
    promise: 'a violation that is withdrawn never hurts',
  },
  {
    rule: 'a milestone of points that fewer reach',
    path: 'marts/points_standings.sql',
    ...{
      from: 'max(CASE WHEN m.at_position <= r.position THEN m.cap_rank END)',
      to: 'max(CASE WHEN m.at_position > r.position THEN m.cap_rank END)',
    },
    promise: 'a violation never helps',
  },
  {
    rule: 'fresh days that confirm a notice where they are within the bound',
    path: 'marts/metric_verdicts.sql',
    ...{ from: 'AND w.fresh_misses AND', to: 'AND NOT w.fresh_misses AND' },
    promise: 'a late order instead of one in time never helps',
  },
  {
    rule: 'tiers that any night moves',
    path: 'marts/standings.sql',
    ...{ from: "WHEN NOT d.due THEN coalesce(d.held_tier, 'not_evaluated')", to: 'WHEN 1 = 0 THEN d.held_tier' },
    promise: 'nights between evaluations move nobody',
  },
];

describe('a rule that is broken in SQL', () => {
  let duck: Duck;
  let files: SqlFiles;
  beforeAll(async () => {
    [duck, files] = [await quickDuck(), await readSqlFiles()];
  });
  afterAll(() => duck?.close());

  it.each(BROKEN)('breaks a promise: $rule', async ({ path, from, to, promise }) => {
    const text = files[path]!;
    expect(text).toContain(from);
    const found = new Set<string>();
    for (let seed = 2; seed < 6 && !found.has(promise); seed++) {
      const world = drawnWorld(seed, 20);
      const broken = brokenPromises(world, await asked(duck, { ...files, [path]: text.replace(from, to) }, world));
      for (const one of broken.keys()) found.add(one);
    }
    expect([...found]).toContain(promise);
  });
});
