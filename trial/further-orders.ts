/** Further orders that an entry of a programme counts: what must be true of them, where it counts some orders only. */
import type { Programme, ProgrammeMetric } from '../policies/policy.js';
import type { Names, Segment } from '../policies/segments.js';
import { quoted } from '../sql/literals.js';

/** An entry under a key of its own, and the regions of its programme. */
export interface AskedEntry {
  key: string;
  where: Segment | undefined;
  regions: readonly string[];
}

export const entryOf = ({ regions }: Pick<Programme, 'regions'>, { metric, where }: ProgrammeMetric): AskedEntry => ({
  ...{ key: metric, where, regions },
});

/** A name that is in no list. */
const ANOTHER = 'what if';
const named = ({ names, not }: Names): string => quoted(not ? ANOTHER : (names[0] ?? ANOTHER));

/** The region of such an order: the usual one where it may be, else the first that may; undefined where none may. */
export function regionFor({ where, regions }: AskedEntry, usual: string, home: string | null): string | undefined {
  const crosses = where?.cross_border;
  const may = (where?.region ?? regions)
    .filter((region) => regions.includes(region))
    .filter((region) => crosses === undefined || (home !== null && (region !== home) === crosses));
  return may.includes(usual) ? usual : may[0];
}

/** What is known of such an order beside its region, as SQL by column. */
export const knownOf = ({ category, fulfilment, carrier }: Segment): Record<string, string> => ({
  ...(category ? { category: named(category) } : {}),
  ...(fulfilment ? { fulfilment: quoted(fulfilment) } : {}),
  ...(carrier ? { carrier: named(carrier) } : {}),
});
