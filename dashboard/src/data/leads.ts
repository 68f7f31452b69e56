/** What the pages about leads read of a run. A run that was made before there were leads has none of it, and says so. */
import type * as z from 'zod';
import type { leadEvidence } from '../../../contracts/published/lead-evidence.js';
import type { leads } from '../../../contracts/published/leads.js';
import type { leadsLookedFor } from '../../../contracts/published/leads-looked-for.js';
import type { readParquet } from './parquet.js';
import type { Scorecard } from './rows.js';
import type { Dataset } from './run.js';

export type Lead = z.infer<(typeof leads)['row']>;
export type LeadEvidence = z.infer<(typeof leadEvidence)['row']>;
export type LookedFor = z.infer<(typeof leadsLookedFor)['row']>;

/** Shop names by seller; without those that nobody has described. */
export type Names = ReadonlyMap<string, string>;

export interface LeadsRead {
  leads(): Promise<Lead[]>;
  leadsLookedFor(): Promise<LookedFor[]>;
  /** The orders of a lead. */
  evidenceOf(lead: Lead): Promise<LeadEvidence[]>;
  namesOf(sellers: readonly string[]): Promise<Names>;
}

type Options<Row> = Parameters<typeof readParquet<Row>>[1];

/** @param readCards scorecards of the files that may hold rows of these sellers */
export function leadsRead(
  once: <T>(key: string, start: () => Promise<T>) => Promise<T>,
  read: <Row>(dataset: Dataset, options?: Options<Row>) => Promise<Row[]>,
  readCards: (sellers: readonly string[], options: Options<Scorecard>) => Promise<Scorecard[]>,
): LeadsRead {
  return {
    leads: () => once('leads', () => read<Lead>('leads')),
    leadsLookedFor: () => once('leads_looked_for', () => read<LookedFor>('leads_looked_for')),
    evidenceOf: ({ lead_id, lead, seller_id, region }) =>
      once(`lead_evidence/${lead_id}`, () =>
        read<LeadEvidence>('lead_evidence', {
          filter: { lead: { $eq: lead }, seller_id: { $eq: seller_id }, region: { $eq: region } },
        }),
      ),
    namesOf: (sellers) =>
      once(`names/${sellers.join('/')}`, async () => {
        if (sellers.length === 0) return new Map();
        const cards = await readCards(sellers, { columns: ['seller_id', 'name'], filter: { seller_id: { $in: [...sellers] } } });
        return new Map(cards.flatMap(({ seller_id, name }) => (name === null ? [] : [[seller_id, name] as const])));
      }),
  };
}
