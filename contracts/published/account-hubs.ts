import * as z from 'zod';
import { count, day, text } from '../columns.js';
import { published } from '../contract.js';

export const accountHubs = published({
  dataset: 'account_hubs',
  grain:
    'One row per value that more accounts have than policy takes for a family, such as the address of a forwarder: it links nobody. Which value it is, and whose, is not told.',
  key: ['kind', 'hub'],
  row: z.object({
    kind: text('What it is, as identifiers names it.'),
    hub: count('Numbered within the kind, the one of most accounts first.'),
    sellers: count('Accounts that have it.'),
    first_day: day('The day, in UTC, on which the first of them was seen with it.'),
  }),
});
