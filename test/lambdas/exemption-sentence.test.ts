import { expect, it } from 'vitest';
import { exemptionSentence } from '../../lambdas/gate/exemption-sentence.js';

const WHOLE = {
  exemption_id: 'x-1',
  other_region: 'GB',
  other_carrier: null,
  first_day: '2026-11-01T00:00:00.000Z',
  last_day: new Date('2026-11-08'),
};
const says = (row: Record<string, unknown>) => exemptionSentence({ ...WHOLE, ...row });

it('An exemption that covers nothing is told with what it names and the likeliest cause', () => {
  expect([
    says({ cause: 'region', region: 'PL' }),
    says({ cause: 'region', order_id: '1', region: 'DE' }),
    says({ cause: 'carrier', seller_id: 's', region: 'GB', carrier: 'DHL', other_carrier: 'UPS' }),
    says({ cause: 'carrier', order_id: '1', region: 'GB', carrier: 'DHL' }),
    says({ cause: 'region_and_carrier', region: 'DE', carrier: 'DHL' }),
    says({ cause: 'days', region: 'GB', valid_from: '2025-11-01', valid_to: '2025-11-05' }),
    says({ cause: 'days_swapped', valid_from: '2026-11-05', valid_to: '2026-11-01' }),
    says({ cause: 'far_ahead', valid_from: '2062-11-05' }),
    says({ cause: 'nothing_judged', seller_id: 's' }),
    says({ cause: 'nothing_judged' }),
  ]).toEqual([
    'exemption x-1 (region PL): all that landed is of another region, such as GB; likely cause: region',
    'exemption x-1 (order 1, region DE): the order is of another region, such as GB; likely cause: region',
    'exemption x-1 (seller s, region GB, carrier DHL): all of the seller in the region goes by another carrier, such as UPS; likely cause: carrier',
    'exemption x-1 (order 1, region GB, carrier DHL): the order goes by no carrier that is named; likely cause: carrier',
    'exemption x-1 (region DE, carrier DHL): nothing that landed is both of the region and by the carrier; likely cause: region or carrier',
    'exemption x-1 (region GB, from 2025-11-01, until 2025-11-05): what it names is judged by days from 2026-11-01 to 2026-11-08; likely cause: valid_from or valid_to',
    'exemption x-1 (from 2026-11-05, until 2026-11-01): its last day lies before its first; likely cause: valid_from and valid_to are the wrong way round',
    'exemption x-1 (from 2062-11-05): it begins more than a year ahead; likely cause: the year of valid_from',
    'exemption x-1 (seller s): nothing that its metrics are about has landed of the seller; likely cause: seller_id or metrics',
    'exemption x-1 (of everybody): nothing that its metrics are about has landed; likely cause: metrics',
  ]);
});
