import { describe, expect, it } from 'vitest';
import { atLeast } from '../../sql/luck.js';
import { askDrawnEvaluations } from './ask-drawn-evaluations.js';
import { chanceOfAtLeast } from './standings.js';

/** Why this one: its nights say all that can be said, but for what made rows and more nights have. */
askDrawnEvaluations([7], { sellers: 10, nights: 40, seldom: ['not_held', 'too_many_would_fall'] });

describe('what luck explains', () => {
  it('is as likely by factorials as by summing up from none', () => {
    for (const rate of [0.004, 0.01, 0.1, 0.4])
      for (const counted of [1, 7, 60, 900])
        for (const faults of [1, 2, 3, 9, 40]) {
          expect(chanceOfAtLeast(faults, counted, rate)).toBeCloseTo(atLeast(faults, counted, rate), 10);
        }
  });
});
