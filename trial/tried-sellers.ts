/** Who was judged: the table `tried_sellers`, with the tiers of both policies on the last day and what sellers are grouped by. */

import { addDays } from '../contracts/days.js';
import type { Duck } from '../lambdas/shared/duck.js';
import type { Programme } from '../policies/policy.js';
import { dateLiteral, quoted } from '../sql/literals.js';

/** By the least that a group holds. why these: what a bound of a few per cent can tell of one order, of a few, and of many. */
const SIZES = [
  [0, 'no orders'],
  [1, '1 to 29 orders'],
  [30, '30 to 99 orders'],
  [100, '100 to 299 orders'],
  [300, '300 to 999 orders'],
  [1000, '1,000 orders or more'],
] as const;
/** By the most days since the first order. why a quarter and a year: how long newcomers are told apart, and a whole season. */
const TENURES = [
  [90, 'up to 90 days'],
  [365, '91 to 365 days'],
] as const;
const LONGER = 'more than a year';
const HOME = { yes: 'sells most at home', no: 'sells most abroad', unknown: 'home not known' } as const;

/** Groups in the order in which readers see them; regions are by their code. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  size: SIZES.map(([, name]) => name),
  tenure: [...TENURES.map(([, name]) => name), LONGER],
  cross_border: Object.values(HOME),
};

const sizeSql = `CASE ${[...SIZES]
  .reverse()
  .map(([least, name]) => `WHEN orders >= ${least} THEN ${quoted(name)}`)
  .join(' ')} END`;
const tenureSql = (to: string): string =>
  `CASE ${TENURES.map(([most, name]) => `WHEN first_order >= ${dateLiteral(addDays(to, -most))} THEN ${quoted(name)}`).join(' ')} ELSE ${quoted(LONGER)} END`;

/** The first day with an order that stands, of every seller: the table `first_orders`. `order_outcomes`: the text after FROM. */
export const findFirstOrders = (duck: Duck, order_outcomes: string): Promise<unknown> =>
  duck.run(`
    CREATE OR REPLACE TABLE first_orders AS
    SELECT seller_id, min(placed_day) AS first_order
    FROM (SELECT seller_id, placed_day FROM ${order_outcomes} AS l GROUP BY seller_id, placed_day HAVING sum(weight) > 0) AS d
    GROUP BY seller_id`);

/** A seller is of the region that brought most of its orders in the days that decide whether the policy judges it. */
export const makeTriedSellers = (duck: Duck, { assessable, regions }: Programme, to: string): Promise<unknown> =>
  duck.run(`
    CREATE OR REPLACE TABLE tried_sellers AS
    WITH placed AS (
      SELECT seller_id, region, CAST(sum(weight) AS BIGINT) AS orders
      FROM loaded_order_outcomes
      WHERE placed_day > ${dateLiteral(addDays(to, -assessable.window_days))} AND placed_day <= ${dateLiteral(to)}
        AND region IN (${regions.map(quoted).join(', ')})
      GROUP BY seller_id, region HAVING sum(weight) > 0
    ),
    sizes AS (
      SELECT seller_id, CAST(sum(orders) AS BIGINT) AS orders, first(region ORDER BY orders DESC, region) AS region
      FROM placed GROUP BY seller_id
    ),
    tiers AS (
      SELECT
        seller_id, max(CASE WHEN side = 'policy' THEN tier END) AS policy, max(CASE WHEN side = 'against' THEN tier END) AS against
      FROM tier_days WHERE day = ${dateLiteral(to)} GROUP BY seller_id
    ),
    known AS (
      SELECT t.*, coalesce(z.orders, 0) AS orders, coalesce(z.region, s.home_region, '?') AS region, s.home_region, s.name, f.first_order
      FROM tiers AS t
      LEFT JOIN sizes AS z ON z.seller_id = t.seller_id
      LEFT JOIN loaded_sellers AS s ON s.seller_id = t.seller_id
      LEFT JOIN first_orders AS f ON f.seller_id = t.seller_id
    )
    SELECT
      *, 'all sellers' AS total, ${sizeSql} AS size, ${tenureSql(to)} AS tenure,
      CASE WHEN home_region IS NULL THEN '${HOME.unknown}' WHEN home_region = region THEN '${HOME.yes}' ELSE '${HOME.no}' END
        AS cross_border
    FROM known`);
