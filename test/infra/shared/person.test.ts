import { describe, expect, it } from 'vitest';
import { theAddressOf, theBuyer } from '../../../infra/shared/erasure/person.js';

describe('a buyer in a row as it landed', () => {
  const buyer = theBuyer('b-1');
  const stays = (row: string) => expect(buyer.withoutIn(row)).toBe(row);

  it('is known by the field of a JSON object, and not where another field has the same word', () => {
    expect(buyer.withoutIn('{"order_id":"o","buyer_id":"b-1"}')).toBe(`{"order_id":"o","buyer_id":"${buyer.standIn}"}`);
    stays('{"order_id":"b-1","buyer_id":"b-2"}');
    stays('{"order_id":"b-1"}');
  });

  it('is known in other text as a word of its own', () => {
    expect(buyer.withoutIn('o,b-1,GB')).toBe(`o,${buyer.standIn},GB`);
    expect(buyer.withoutIn('"b-1"')).toBe(`"${buyer.standIn}"`);
    for (const other of ['o,b-12,GB', 'o,ab-1,GB', 'o,b-1-x,GB', 'o,b-1é,GB']) stays(other);
  });

  it('may have an id with signs that mean something to a search, and a quote', () => {
    const odd = theBuyer("a.(b)*'+");
    expect(odd.withoutIn("o,a.(b)*'+,GB")).toBe(`o,${odd.standIn},GB`);
    expect(odd.withoutIn('o,aXbb,GB')).toBe('o,aXbb,GB');
    expect(odd.isNamed).toBe("buyer_id = 'a.(b)*''+'");
  });

  it('gets a new name that is drawn, and is nobody’s', () => {
    expect(theBuyer('b-1').standIn).not.toBe(buyer.standIn);
    expect(buyer.standIn).not.toContain('b-1');
  });
});

describe('a seller’s address', () => {
  const seller = theAddressOf('s-1', ['a.b@shop.example']);

  it('that rows are known to have goes from any text, in whatever case, as a word of its own', () => {
    expect(seller.without('To: A.B@shop.example, c@shop.example')).toBe('To: erased, c@shop.example');
    for (const other of ['xa.b@shop.example', 'a.b@shop.examples', 'aXb@shop.example']) expect(seller.without(other)).toBe(other);
  });

  it('goes from rejected rows of the seller, also one that no row is known to have, and of no other seller', () => {
    expect(seller.withoutIn('{"seller_id":"s-1","email":"old@x.example"}')).toBe('{"seller_id":"s-1","email":"erased"}');
    expect(seller.withoutIn('s-1,old@x.example,Name')).toBe('s-1,erased,Name');
    for (const other of ['{"seller_id":"s-12","email":"old@x.example"}', 's-12,old@x.example,Name'])
      expect(seller.withoutIn(other)).toBe(other);
  });
});
