import type { Exemption } from './records.js';
import type { Day } from './time.js';

/**
 * What an exemption is compared with: an order, or what has no carrier: a
 * conversation, or a landed outcome with its subject_id for order_id.
 */
export interface Subject {
  seller_id: string;
  order_id: string | null;
  region: string;
  carrier: string | null;
}

/** The exemption that protects this subject under this metric on that cohort day; of several the smallest id. */
export type ExemptionBook = (metric: string, subject: Subject, day: Day) => Exemption | undefined;

const NAMED = ['seller_id', 'order_id', 'region', 'carrier'] as const;

function applies(exemption: Exemption, metric: string, subject: Subject, day: Day): boolean {
  return (
    (exemption.metrics.includes('all') || exemption.metrics.includes(metric)) &&
    NAMED.every((name) => exemption[name] === null || exemption[name] === subject[name]) &&
    (exemption.valid_from === null || day >= exemption.valid_from) &&
    (exemption.valid_to === null || day <= exemption.valid_to)
  );
}

/** Files the exemptions under the order or seller that they name, so that an order is held against few of them. */
export function exemptionBook(exemptions: Iterable<Exemption>): ExemptionBook {
  const shelves = new Map<string, Exemption[]>();
  for (const exemption of [...exemptions].sort((a, b) => (a.exemption_id < b.exemption_id ? -1 : 1))) {
    const { order_id, seller_id } = exemption;
    const name = order_id !== null ? `order ${order_id}` : seller_id !== null ? `seller ${seller_id}` : 'anyone';
    const shelf = shelves.get(name);
    if (shelf) shelf.push(exemption);
    else shelves.set(name, [exemption]);
  }
  return (metric, subject, day) => {
    let best: Exemption | undefined;
    for (const name of [`order ${subject.order_id}`, `seller ${subject.seller_id}`, 'anyone']) {
      const found = shelves.get(name)?.find((exemption) => applies(exemption, metric, subject, day));
      if (found && (!best || found.exemption_id < best.exemption_id)) best = found;
    }
    return best;
  };
}
