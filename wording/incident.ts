/** What is said of a proposed carrier incident, to whoever runs the marketplace: a row of proposed_incidents in, a line out. */
import { english } from './english/index.js';
import { formatFor } from './format.js';
import type { Wording } from './wording.js';

const ENGLISH: Pick<Wording, 'words' | 'format'> = { words: english, format: formatFor(english.locale) };

export interface IncidentFacts {
  region: unknown;
  carrier: unknown;
  first_day: unknown;
  last_day: unknown;
  parcels: unknown;
  late: unknown;
  usual_share: unknown;
  sellers: unknown;
}

/** `Colis Vif to FR, 25 Oct 2026 to 29 Oct 2026: 966 of 2,188 parcels late (44.1%), usually 1.3%; 226 sellers` */
export function incidentInWords(row: IncidentFacts, metricTitle: string, { words, format } = ENGLISH): string {
  const { incident, lateParcels } = words.decision.forPersons;
  const [first, last] = [dayOf(row.first_day), dayOf(row.last_day)].map(format.day) as [string, string];
  const [parcels, late, sellers] = [row.parcels, row.late, row.sellers].map(Number) as [number, number, number];
  return incident(
    ...([metricTitle, String(row.carrier), String(row.region)] as const),
    first === last ? first : words.digest.daysCounted(first, last),
    lateParcels(format.count(late), parcels, format.count(parcels), format.share(late / parcels)),
    ...([format.share(Number(row.usual_share)), words.digest.sellers(sellers, format.count(sellers))] as const),
  );
}

/** As JSON writes a day of Parquet, and as Parquet gives it. */
const dayOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);
