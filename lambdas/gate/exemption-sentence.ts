/** An exemption that covers nothing, with the likeliest cause: a row of the check exemptions_that_cover_nothing. */
type Row = Readonly<Record<string, unknown>>;

export const exemptionSentence = (row: Row): string => `${named(row)}: ${why(row)}`;

/** `exemption x-1 (seller s, region DE, from 2026-11-01 until 2026-11-05)` */
function named(row: Row): string {
  const parts = [
    ...(['order_id', 'seller_id', 'region', 'carrier'] as const).flatMap((of) =>
      row[of] ? [`${of.replace('_id', '')} ${row[of]}`] : [],
    ),
    ...(row.valid_from ? [`from ${day(row.valid_from)}`] : []),
    ...(row.valid_to ? [`until ${day(row.valid_to)}`] : []),
  ];
  return `exemption ${row.exemption_id} (${parts.join(', ') || 'of everybody'})`;
}

function why(row: Row): string {
  const what = row.order_id ? 'the order' : row.seller_id ? 'all of the seller' : 'all that landed';
  const by = row.other_carrier ? `another carrier, such as ${row.other_carrier}` : 'no carrier that is named';
  const says: Record<string, string> = {
    days_swapped: 'its last day lies before its first; likely cause: valid_from and valid_to are the wrong way round',
    nothing_judged: `nothing that its metrics are about has landed${row.seller_id ? ' of the seller' : ''}; likely cause: ${row.seller_id ? 'seller_id or metrics' : 'metrics'}`,
    region: `${what} is of another region, such as ${row.other_region}; likely cause: region`,
    carrier: `${what}${row.region && !row.order_id ? ' in the region' : ''} goes by ${by}; likely cause: carrier`,
    region_and_carrier: `nothing${row.seller_id ? ' of the seller' : ' that landed'} is both of the region and by the carrier; likely cause: region or carrier`,
    days: `what it names is judged by days from ${day(row.first_day)} to ${day(row.last_day)}; likely cause: valid_from or valid_to`,
    far_ahead: 'it begins more than a year ahead; likely cause: the year of valid_from',
  };
  return says[String(row.cause)]!;
}

/** As JSON writes a day of Parquet, and as Parquet gives it. */
const day = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);
