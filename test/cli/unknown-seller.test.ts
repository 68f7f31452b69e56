import { expect, test } from 'vitest';
import { type KnownSeller, sellersMeant } from '../../cli/unknown-seller.js';

const sellers: KnownSeller[] = [
  { seller_id: '000037', name: 'Müller & Söhne GmbH' },
  { seller_id: '000740', name: 'Müller & Sons' },
  { seller_id: 'A-77', name: null },
  { seller_id: 'slipping-gold', name: 'Slipping Gold' },
];

test.each([
  ['37', ['000037']],
  ['a77', ['A-77']],
  ['Müller & Söhne GmbH', ['000037']],
  ['müller', ['000037', '000740']],
  ['sliping_gold', ['slipping-gold']],
  ['slipping', ['slipping-gold']],
  ['000038', []],
  ['somebody-else', []],
  ['', []],
  ['--', []],
])('whoever asks for %j is told the sellers that were probably meant', (word, meant) => {
  expect(sellersMeant(word, sellers).map(({ seller_id }) => seller_id)).toEqual(meant);
});

test('no more than three are named', () => {
  const many = Array.from({ length: 9 }, (_, n) => ({ seller_id: `shop-${n}`, name: null }));
  expect(sellersMeant('shop', many)).toHaveLength(3);
});
