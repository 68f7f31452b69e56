import type { Outcome } from '../../metrics/index.js';

export type Counts = Record<Outcome, number>;

export const noCounts = (): Counts => ({ met: 0, fault: 0, forgiven: 0, excluded: 0, pending: 0 });

/** fault / (met + fault); null when nothing was counted. */
export const accountableRate = ({ met, fault }: Counts): number | null => (met + fault === 0 ? null : fault / (met + fault));

/** (fault + forgiven) / (met + fault + forgiven); null when nothing was counted. */
export function rawRate({ met, fault, forgiven }: Counts): number | null {
  const all = met + fault + forgiven;
  return all === 0 ? null : (fault + forgiven) / all;
}

/** fault / (met + fault) <= at_most, as integers: bounds are compared in parts per million. Met when nothing was counted. */
export const within = (atMost: number, { met, fault }: Counts): boolean =>
  fault * 1_000_000 <= Math.round(atMost * 1_000_000) * (met + fault);
