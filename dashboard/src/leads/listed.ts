/** Which leads a reader asked for, and in which order they are worked through. */
import { decimalsOf } from '../../../contracts/currencies.js';
import { ALL } from '../../../wording/wording.js';
import type { Address } from '../address.js';
import type { Lead } from '../data/leads.js';

/** In units of the currency. */
export const riskOf = ({ at_risk_minor, currency }: Pick<Lead, 'at_risk_minor' | 'currency'>): number =>
  at_risk_minor / 10 ** decimalsOf(currency);

/** Open ones first, then by value at risk; explained ones have none, and go by their orders. */
const first = (a: Lead, b: Lead): number =>
  Number(b.status === 'open') - Number(a.status === 'open') ||
  riskOf(b) - riskOf(a) ||
  b.orders - a.orders ||
  (a.lead_id < b.lead_id ? -1 : 1);

export const listed = (rows: readonly Lead[], asked: Pick<Address, 'region' | 'lead' | 'status'>): Lead[] =>
  rows
    .filter(({ region }) => asked.region === ALL || region === asked.region)
    .filter(({ lead }) => asked.lead === '' || lead === asked.lead)
    .filter(({ status }) => asked.status === '' || status === asked.status)
    .sort(first);
