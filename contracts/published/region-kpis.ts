import * as z from 'zod';
import { count, flag, money, quantity, rate, small, text } from '../columns.js';
import { published } from '../contract.js';

const noise = (of: string) =>
  quantity(
    `How far the change of ${of} may be chance either way, as a share of the period earlier: it would differ by no more in 95 of 100 such pairs of periods, were sellers drawn anew. Null where nothing is compared, and with fewer than ten sellers.`,
  ).nullable();

export const regionKpis = published({
  dataset: 'region_kpis',
  grain: 'One row per region (and ALL) and trailing window of 7, 28 or 90 days, with the same a period earlier.',
  key: ['region', 'window_days'],
  row: z.object({
    region: text('The region, or ALL.'),
    window_days: small('Days counted by the day an order was placed, ending on the run date.'),
    orders: count('Orders placed.'),
    gmv_minor: money(
      'Value of the goods in minor units, of the orders in the region’s currency; null where nothing was ordered, and for ALL when regions differ in currency.',
    ).nullable(),
    currency: text('Currency of the value, the region’s in regions.yaml; null where the value is.').nullable(),
    orders_in_other_currencies: count('Orders in another currency than their region’s: among the orders, not in the value.'),
    active_sellers: count('Sellers with at least one order placed.'),
    new_sellers: count('Sellers of this home region who joined in the window.'),
    not_assessable_share: rate(
      'Share of the active sellers whom no programme can assess; null without active sellers.',
    ).nullable(),
    excluded_share: rate('Excluded / all outcomes over the measured order metrics; null without outcomes.').nullable(),
    fault_share_top_1pct: rate(
      'Share of all late-dispatch faults made by the 1 % of active sellers with most; null without faults.',
    ).nullable(),
    previous_orders: count('Orders placed, a period earlier.'),
    previous_gmv_minor: money('Value, a period earlier, by the same rule.').nullable(),
    previous_active_sellers: count('Active sellers, a period earlier.'),
    previous_new_sellers: count('New sellers, a period earlier.'),
    previous_whole: flag('Whether there is data for all of the period earlier. Where not, nothing is compared.'),
    orders_noise: noise('orders'),
    gmv_noise: noise('value'),
    active_sellers_noise: noise('active sellers'),
  }),
});
