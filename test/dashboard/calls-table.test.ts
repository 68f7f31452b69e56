/** The list of calls as a table: cells say what the page says, and numbers stay numbers. */
import { expect, it } from 'vitest';
import { type Call, luckiness } from '../../dashboard/src/data/moving.js';
import { callsTable } from '../../dashboard/src/movers/csv.js';
import { wordingFor } from '../../wording/wording.js';
import { policies } from '../helpers/mail-run.js';

const call: Call = {
  ...{ seller_id: 's-1', programme: 'eu-seller-standards', place: 1, name: '=Shop', home_region: 'DE', contact: 'no_address' },
  ...{ tier: 'good', falls: 'missed', falls_to: null, falls_because: null, metric: 'late_dispatch', metrics: 1 },
  ...{ fault: 9, counted: 40, at_most: 0.04, pending: 2, fault_then: 9, counted_then: 42, allowed_then: 1, verdict: 'watch' },
  ...{ is_beyond_luck: true, orders: 1200, value_minor: 12345, currency: 'EUR', likely_percent: 25, orders_at_risk: 300 },
};

const cells = (language: string, row: Call): Record<string, string> => {
  const wording = wordingFor(language, policies);
  const [head, line] = callsTable([row], { policies, wording });
  return Object.fromEntries(head!.map((title, at) => [title, line![at]!]));
};

it('cells of the list of calls read as the page does, and numbers stay numbers', () => {
  expect(cells('en', call)).toMatchObject({
    ...{ seller: 's-1', 'home region': 'Germany', programme: 'European seller standards', tier: 'Good standing' },
    ...{ falls: 'Missed already', metric: 'Late dispatch', contact: 'no address', orders: '1200', value: '123.45' },
    luck: 'more than luck, in days that a notice has settled',
  });
  expect(Object.values(cells('de', call))).toEqual(expect.arrayContaining(['Verspäteter Versand', 'keine Adresse']));
});

it('amounts have the decimals of their currency, and what is not known is empty', () => {
  expect(cells('en', { ...call, currency: 'JPY' }).value).toBe('12345');
  const unknown = { name: null, home_region: null, metric: null, verdict: null, value_minor: null, currency: null };
  expect(cells('en', { ...call, ...unknown })).toMatchObject({ name: '', 'home region': '', metric: '', luck: '', value: '' });
});

it('luck is told apart from days that are settled and from a notice that stands, where the run says so', () => {
  expect(luckiness('watch', { is_beyond_luck: true })).toBe('settled');
  expect(luckiness('watch', { is_beyond_luck: false })).toBe('watch');
  expect(luckiness('notice', { is_beyond_luck: true })).toBe('notice');
  expect(luckiness('notice', { is_beyond_luck: false })).toBe('standing');
  expect(luckiness('confirmed', { is_beyond_luck: false })).toBe('confirmed');
  for (const verdict of ['watch', 'notice', 'met'] as const) expect(luckiness(verdict, {})).toBe(verdict);
});
