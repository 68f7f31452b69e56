import { describe, expect, it } from 'vitest';
import { gateNote, gatesAhead, gatesInOrder, type TierGateRow } from '../../wording/gates.js';
import { wordingFor } from '../../wording/wording.js';
import { WEEKLY } from '../trial/weekly-marketplace.js';

const wording = wordingFor('en');
const programme = { ...WEEKLY, tiers: ['top', 'next', 'good'].map((key) => ({ key, title: key, means: key })) };
const row = (tier: string, gate: TierGateRow['gate'], value = 0): TierGateRow => ({
  ...{ seller_id: 's', programme: programme.programme, tier, gate, value, needed: 100, missing: Math.max(0, 100 - value) },
  ...{ met: value >= 100, window_days: gate === 'days_selling' ? null : 30, currency: gate === 'sales' ? 'GBP' : null },
  ...{ orders_in_other_currencies: null, selling_since: null },
});
// By the alphabet, as datasets have them.
const rows = [
  row('next', 'days_selling'),
  row('next', 'orders', 120),
  row('top', 'days_selling'),
  row('top', 'orders'),
  row('top', 'sales'),
];

describe('what tiers ask for beside their bounds', () => {
  it('is told from the best tier down, orders before sales before days, as the policy has it', () => {
    expect(gatesInOrder(rows, programme).map(({ tier, gate }) => `${tier} ${gate}`)).toEqual([
      'top orders',
      'top sales',
      'top days_selling',
      'next orders',
      'next days_selling',
    ]);
  });

  it('is told ahead of the tier held and the next better one, where it is missing', () => {
    expect(gatesAhead(rows, programme, 'good', wording)).toEqual([gateNote(rows[0]!, programme, wording)]);
    expect(gatesAhead(rows, programme, 'next', wording)[0]).toBe(
      'top asks for at least 100 orders in 30 days: there are 0 orders, 100 orders are missing.',
    );
  });
});
