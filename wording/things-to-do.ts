/** What a seller's own faults have in common, as sentences: rows of things_to_do in, text out. */
import type * as z from 'zod';
import type { sellerMetrics } from '../contracts/published/seller-metrics.js';
import type { thingsToDo } from '../contracts/published/things-to-do.js';
import { standardOf, type Wording } from './wording.js';

export type ThingToDoRow = z.infer<typeof thingsToDo.row>;

/** why three: more than that nobody does in a week. */
const SHOWN = 3;

/** A category as policies name it in the reader's language, else as it landed. */
function categorySaid(category: string, { said }: Wording): string {
  const written = category.replaceAll('_', ' ');
  return said(written) === written ? category : said(written);
}

/** Of a seller under a programme, what wins most first; each thing in whole sentences. */
export function thingsInWords(
  rows: readonly ThingToDoRow[],
  metrics: readonly z.infer<typeof sellerMetrics.row>[],
  { programme }: { programme: string },
  wording: Wording,
): string[] {
  const { words, format, counted } = wording;
  const say = words.thingsToDo;
  return rows
    .filter((row) => row.programme === programme && row.place <= SHOWN)
    .toSorted((a, b) => a.place - b.place)
    .flatMap((row) => {
      const metric = metrics.find((one) => one.programme === programme && one.metric === row.metric);
      if (!metric) return [];
      const noun = counted(row.metric);
      const shared = row.cause_fault === row.fault ? say.each : say.some;
      const cause =
        row.kind === 'weekday'
          ? format.weekday(Number(row.cause))
          : row.kind === 'category'
            ? categorySaid(row.cause, wording)
            : row.cause;
      const { rate, behind } = wording.standing(row.rate_without, standardOf(metric));
      const [part, all, here] = [row.cause_fault, row.fault, row.cause_counted].map(format.count) as [string, string, string];
      return [
        `${shared[row.kind](part, all, noun, cause, here)} ${row.enough ? say.enough(rate, behind) : say.notEnough(rate, behind)}`,
      ];
    });
}
