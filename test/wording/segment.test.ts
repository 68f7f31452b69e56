/** Which orders count, as sellers read it. */
import { describe, expect, it } from 'vitest';
import type { ProgrammeMetric } from '../../policies/policy.js';
import { wordingFor } from '../../wording/wording.js';

const regions = [
  { code: 'DE', name: 'Germany' },
  { code: 'FR', name: 'France' },
];
const said = (where: ProgrammeMetric['where']): string | undefined =>
  wordingFor('en', { metrics: [], programmes: [], regions }).onlyOrders({ where } as ProgrammeMetric);

describe('a seller reads which orders count', () => {
  it('nothing where all of them do', () => {
    expect(said(undefined)).toBeUndefined();
  });

  it.each<[ProgrammeMetric['where'], string]>([
    [{ category: { names: ['books', 'media', 'toys'] } }, 'Only orders of the category books, media or toys count here'],
    [{ category: { names: ['books'], not: true } }, 'Only orders of another category than books count here'],
    [{ fulfilment: 'seller' }, 'Only orders that you pack and ship yourself count here'],
    [{ fulfilment: 'platform' }, 'Only orders that the platform packs and ships count here'],
    [
      { carrier_class: { names: ['own_brand', 'other'] } },
      'Only orders with a carrier of the class own brand or other count here',
    ],
    [
      { carrier_class: { names: ['express'], not: true } },
      'Only orders with a carrier that is not of the class express count here',
    ],
    [{ cross_border: true }, 'Only orders that go to another region than your own count here'],
    [
      { cross_border: false, region: ['DE', 'FR'] },
      'Only orders that go to your own region and that are delivered to Germany or France count here',
    ],
    [{ region: ['GB'] }, 'Only orders that are delivered to GB count here'],
  ])('%j', (where, words) => {
    expect(said(where)).toBe(words);
  });
});
