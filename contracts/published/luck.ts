import * as z from 'zod';
import { count, text } from '../columns.js';
import { published } from '../contract.js';

const upTo = (years: string) =>
  count(
    `With so many subjects or fewer, a good shop (true rate 40 % of the bound) has so many faults less than once in ${years}.`,
  );

export const luck = published({
  dataset: 'luck',
  grain:
    'One row per programme with evaluations, bound and number of faults from 1 to 60: of how many subjects at most so many faults are more than luck, by the exact binomial distribution.',
  key: ['programme', 'at_most_ppm', 'faults'],
  row: z.object({
    programme: text('The programme.'),
    at_most_ppm: count('The bound, in parts per million: 40000 is 4 %.'),
    faults: count('So many faults, once the worst day’s are left out.'),
    notice_from: count('From so many subjects, so many faults are the fewest that are more than luck.'),
    notice_to: count('To so many subjects, so many faults are more than luck for a seller whose true rate is the bound.'),
    person_to: count('The same against the bound times what sends a case to a person.'),
    once_in_1_to: upTo('a year'),
    once_in_5_to: upTo('5 years'),
    once_in_10_to: upTo('10 years'),
    once_in_40_to: upTo('40 years'),
    once_in_100_to: upTo('100 years'),
  }),
});
