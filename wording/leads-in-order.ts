import type * as z from 'zod';
import { unitsOf } from '../contracts/currencies.js';
import type { leads } from '../contracts/published/leads.js';

type Ranked = Pick<z.infer<typeof leads.row>, 'lead_id' | 'status' | 'at_risk_minor' | 'currency' | 'orders'>;

/** How leads are worked through: open ones first, then by what is at risk, in units of each currency; explained ones go by their orders. */
export const leadsInOrder = <Lead extends Ranked>(rows: readonly Lead[]): Lead[] =>
  [...rows].sort(
    (a, b) =>
      Number(b.status === 'open') - Number(a.status === 'open') ||
      unitsOf(b.at_risk_minor, b.currency) - unitsOf(a.at_risk_minor, a.currency) ||
      b.orders - a.orders ||
      (a.lead_id < b.lead_id ? -1 : 1),
  );
