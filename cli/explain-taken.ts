/** The orders of a seller that gates and probations count, by the day on which they were placed. */
import type { TakenDay } from '../contracts/explanation.js';

/** Of a programme whose tiers or probation ask for orders; absent where none does. */
export function takenUnder(rows: readonly Record<string, unknown>[], programme: string): { taken?: TakenDay[] } {
  const here = rows.filter((row) => row.programme === programme);
  const taken = here.map((row) => ({
    ...{ day: String(row.day), currency: (row.currency ?? null) as string | null },
    ...{ orders: Number(row.orders), kept: Number(row.kept), worth: Number(row.worth) },
  }));
  return taken.length > 0 ? { taken } : {};
}
