import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { familiesByHand, type Held } from '../../bench/link-graph/by-hand.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { LEADS_DEFAULTS } from '../../policies/leads-policy.js';
import { MADE_POLICIES, question, rows } from '../sql/made-rows.js';
import { files } from '../sql/rendered.js';
import { DRAWN_LINKS, drawnIdentifiers } from './drawn-identifiers.js';

/** In the order in which each has what it reads. */
const QUERIES = [
  ...['families/shared_identifiers', 'families/weighed_links', 'families/first_gathered', 'families/gathered'],
  ...['marts/account_families', 'marts/account_links', 'marts/account_hubs', 'checks/families_not_whole'],
];

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ threads: 1 });
});
afterAll(() => duck?.close());

/** What each query of a night says of these identifiers, kept as a table. */
async function families(held: readonly Held[]): Promise<(table: string, columns: string) => Promise<string[]>> {
  const values = held.map((h) => `'${h.seller_id}', '${h.kind}', '${h.value_hash}', TIMESTAMP '2026-11-01 00:00:00'`);
  const reads: Record<string, string> = {
    identifiers: rows('seller_id, kind, value_hash, first_seen', ...values),
    sellers: "(SELECT '' AS seller_id, DATE '2026-11-01' AS joined_on WHERE 1 = 0)",
  };
  for (const path of QUERIES) {
    const table = path.replace(/^.*\//, '');
    const night = { policies: { ...MADE_POLICIES, leads: { ...LEADS_DEFAULTS, account_links: DRAWN_LINKS } } };
    const asked = await question(duck, files, { path: `${path}.sql`, says: '', gives: [], reads, night });
    await duck.run(`CREATE OR REPLACE TABLE ${table} AS ${asked}`);
    reads[table] = table;
  }
  return async (table, columns) =>
    (await duck.run(`SELECT ${columns} FROM ${table} ORDER BY ALL`)).map((row) => Object.values(row).join(' '));
}

describe('families of linked accounts', () => {
  it.each([1, 2, 3, 4])(
    'are those that a union-find finds, and their links those of every value’s pairs: drawing %i',
    async (seed) => {
      const held = drawnIdentifiers(seed, 300, 60);
      const { links, first, hubs } = familiesByHand(held, DRAWN_LINKS);
      // Of what is drawn some are linked and some are not, some stand alone, and some values are hubs.
      expect(links.size).toBeGreaterThan(80);
      expect(new Set(first.values()).size).toBeGreaterThan(10);
      expect(hubs).toBeGreaterThan(2);
      const of = await families(held);
      expect(await of('account_families', 'seller_id, family')).toEqual([...first].map((pair) => pair.join(' ')).sort());
      const found = await of('account_links', 'DISTINCT seller_id, other_seller_id, CAST(round(link_weight * 1E6) AS BIGINT)');
      expect(found.filter((row) => row.split(' ')[0]! < row.split(' ')[1]!).sort()).toEqual(
        [...links].map((link) => link.join(' ')).sort(),
      );
      expect(found).toHaveLength(2 * links.size);
      expect(await of('account_hubs', 'hub')).toHaveLength(hubs);
      expect(await of('families_not_whole', '*')).toEqual([]);
    },
  );

  it('of a chain that is longer than a night follows are told as such', async () => {
    const held = drawnIdentifiers(5, 0, 6_000).map((one) => ({
      ...one,
      value_hash: one.value_hash.replace(/^.*t/, '').padStart(6, '0'),
    }));
    const of = await families(held);
    const told = await of('families_not_whole', 'seller_id, other_seller_id, family, other_family');
    expect(told.length).toBeGreaterThan(0);
    expect(await of('account_families', 'seller_id')).toHaveLength(6_000);
  });
});
