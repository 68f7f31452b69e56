/** What is said of a proposed carrier incident, to whoever runs the marketplace: a row of proposed_incidents in, a line out. */
import { type Format, formatFor } from './format.js';

const ENGLISH = formatFor('en-GB');

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
export function incidentInWords(row: IncidentFacts, metricTitle: string, format: Format = ENGLISH): string {
  const [first, last] = [dayOf(row.first_day), dayOf(row.last_day)];
  const days = first === last ? format.day(first) : `${format.day(first)} to ${format.day(last)}`;
  const share = format.share(Number(row.late) / Number(row.parcels));
  const parcels = `${format.count(Number(row.late))} of ${format.many(Number(row.parcels), 'parcel')} late (${share})`;
  return `${metricTitle}, ${row.carrier} to ${row.region}, ${days}: ${parcels}, usually ${format.share(Number(row.usual_share))}; ${format.many(Number(row.sellers), 'seller')}`;
}

/** As JSON writes a day of Parquet, and as Parquet gives it. */
const dayOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);
