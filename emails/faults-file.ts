import type * as z from 'zod';
import type { outcomeDetails } from '../contracts/published/outcome-details.js';
import { csvOf } from '../wording/csv.js';
import type { Wording } from '../wording/wording.js';
import type { Attachment } from './rows.js';
import type { ScorecardMail } from './scorecard-view.js';

export type DetailRow = z.infer<typeof outcomeDetails.row>;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All that is at fault tonight, first to leave first, as a table; nothing where nothing is. */
export function faultsFile(
  details: readonly DetailRow[],
  mail: Pick<ScorecardMail, 'policies' | 'run_date'>,
  wording: Wording,
): (Attachment & { content: string })[] {
  const { name, columns } = wording.words.faultsFile;
  const { programmes, regions } = mail.policies;
  const rows = details
    .filter(({ outcome }) => outcome === 'fault')
    .toSorted(
      (a, b) =>
        byText(a.leaves_window_on, b.leaves_window_on) || byText(a.metric, b.metric) || byText(a.subject_id, b.subject_id),
    )
    .map((row) => [
      programmes.find(({ programme }) => programme === row.programme)?.title ?? row.programme,
      wording.metricTitle(row.metric),
      row.subject_id,
      row.region,
      row.cohort_day,
      row.leaves_window_on,
      wording.words.grammar.capital(
        wording.happened(
          row,
          regions.find(({ code }) => code === row.region),
        ),
      ),
    ]);
  if (rows.length === 0) return [];
  return [
    {
      filename: `${name}-${mail.run_date}.csv`,
      contentType: 'text/csv; charset=utf-8; header=present',
      content: csvOf([columns, ...rows]),
    },
  ];
}
