import * as z from 'zod';
import { count, day, text } from '../columns.js';
import { published } from '../contract.js';

export const pointsStandings = published({
  dataset: 'points_standings',
  grain: 'One row per seller and programme with points: what stands tonight, which milestone that is, and when it falls.',
  key: ['seller_id', 'programme'],
  row: z.object({
    seller_id: text('The seller.'),
    programme: text('The programme.'),
    policy_version: text('Version of the programme in force.'),
    points: count('Points of the entries that stand.'),
    entries: count('Entries that stand.'),
    earned: count('Points of a rating that orders earned; null where the programme has none.').nullable(),
    rating: count(
      'Where the programme has a rating: what it starts at, and what orders earned, less the points; at least 0. Else null.',
    ).nullable(),
    milestone: count('The last milestone reached, as the policy numbers it; null before the first.').nullable(),
    next_milestone: count('The one after it; null after the last.').nullable(),
    caps_at: text('The best tier that the milestones reached allow; null where they cap none.').nullable(),
    falls_on: day('The first day on which fewer points count, were nothing added; null where none stand.').nullable(),
    points_then: count('Points on that day; null as the day.').nullable(),
    rating_then: count('The rating on that day; null as the day, and without a rating.').nullable(),
  }),
});
