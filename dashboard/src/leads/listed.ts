/** Which leads a reader asked for, in the order in which they are worked through. */
import { leadsInOrder } from '../../../wording/leads-in-order.js';
import { ALL } from '../../../wording/wording.js';
import type { Address } from '../address.js';
import type { Lead } from '../data/leads.js';

export const listed = (rows: readonly Lead[], asked: Pick<Address, 'region' | 'lead' | 'status'>): Lead[] =>
  leadsInOrder(
    rows
      .filter(({ region }) => asked.region === ALL || region === asked.region)
      .filter(({ lead }) => asked.lead === '' || lead === asked.lead)
      .filter(({ status }) => asked.status === '' || status === asked.status),
  );
