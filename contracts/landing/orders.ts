import * as z from 'zod';
import {
  coarseArea,
  id,
  items,
  moment,
  momentOrDay,
  oneOf,
  orderValue,
  text,
  textOrNone,
  trackingNumber,
  versionMoment,
} from '../columns.js';
import { landing } from '../contract.js';

export const orders = landing({
  dataset: 'orders',
  grain: 'One row per seller, order and version; the newest version by updated_at is the order.',
  key: ['seller_id', 'order_id'],
  row: z.object({
    seller_id: id('The seller who fulfils the order.'),
    order_id: id('The order; one order of several sellers lands once per seller.'),
    buyer_id: textOrNone('The buyer, hashed before it lands; null where not shared.').optional(),
    region: text('The market the order is delivered to; one of the regions in regions.yaml.'),
    category: textOrNone('Category of the goods; null where unknown.').optional(),
    fulfilment: oneOf(['seller', 'platform'], 'Who packs and ships.'),
    placed_at: moment('When the buyer placed the order.'),
    ship_by: moment('When it had to be handed over; null where nothing was promised.').optional(),
    deliver_by: momentOrDay('When it was promised to arrive; a bare date means the end of that local day.').optional(),
    confirmed_at: moment('When the seller confirmed dispatch; null until then.').optional(),
    first_scan_at: moment('First scan by the carrier; null until then.').optional(),
    delivered_at: moment('When it arrived; null until then.').optional(),
    cancelled_at: moment('When it was cancelled; null if it was not.').optional(),
    cancelled_by: oneOf(
      ['buyer', 'seller', 'system', 'platform', 'unknown'],
      'Who cancelled; null if it was not cancelled.',
    ).optional(),
    cancel_reason: text('Why it was cancelled, in the words of the source.').optional(),
    carrier: textOrNone('The carrier; null until shipped.').optional(),
    tracking_number: trackingNumber('The tracking number; null where there is none.').optional(),
    destination_area: coarseArea(
      'Which part of the region it goes to, such as a state or the first letters or digits of a postcode; thousands live in it, and no finer one is kept. Null where unknown.',
    ).optional(),
    items: items('Number of items.').optional(),
    gmv_minor: orderValue('Value of the goods in minor units of the currency.'),
    currency: text('ISO 4217 code of the currency.'),
    updated_at: versionMoment('When this version was made; the newest wins.'),
  }),
  not_before: [
    {
      ...{ column: 'ship_by', moment: 'placed_at', minutes: 24 * 60, otherwise: 'unknown' },
      why: 'nobody can be late for what was due before the order came; a day, because some systems write the day alone, at midnight',
    },
    {
      ...{ column: 'deliver_by', moment: 'placed_at', minutes: 24 * 60, otherwise: 'unknown' },
      why: 'as ship_by',
    },
    {
      ...{ column: 'delivered_at', moment: 'placed_at', minutes: 1, otherwise: 'unknown' },
      why: 'nothing arrives before it is ordered; a minute, because some systems write whole minutes',
    },
    {
      ...{ column: 'first_scan_at', moment: 'placed_at', minutes: 180 * 24 * 60, otherwise: 'unknown' },
      why: 'labels are printed ahead and used again: of 99,441 real orders one had a scan 171 days older than itself',
    },
    {
      ...{ column: 'confirmed_at', moment: 'placed_at', minutes: 24 * 60, otherwise: 'unknown' },
      why: 'shops and marketplaces may differ by a time zone, not by more than a day',
    },
    {
      ...{ column: 'cancelled_at', moment: 'placed_at', minutes: 24 * 60, otherwise: 'rejected' },
      why: 'nothing is cancelled before it is ordered; a day, because shops and marketplaces may differ by a time zone',
    },
  ],
  rejected: { at_most: 0.02, why: 'a fiftieth of the orders missing would move most rates by more than their allowance' },
});
