/** What to write in a mapping so that a text is read as what it is. Pure: looks at the text alone. */

/** One way to read a text as a moment. */
export interface Reading {
  /** For strptime. */
  format: string;
  /** What it would mean: `2 May 2026`. */
  means: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The format of what stands behind a day, such as ` 10:00:00 PM`; undefined when it is no time of day. */
function timeFormat(rest: string): string | undefined {
  const found = /^([ T]|, | - )?(\d{1,2}):(\d\d)(:\d\d)?(\.\d+)?( ?[AaPp][Mm])?( ?(?:Z|[+-]\d\d:?(?:\d\d)?))?$/.exec(rest);
  if (rest === '') return '';
  if (!found) return undefined;
  const [, gap = '', , , seconds, fraction, half, zone] = found;
  const space = half?.startsWith(' ') ? ' ' : '';
  const offset = zone ? `${zone.startsWith(' ') ? ' ' : ''}%z` : '';
  return `${gap}${half ? '%I' : '%H'}:%M${seconds ? ':%S' : ''}${fraction ? '.%f' : ''}${half ? `${space}%p` : ''}${offset}`;
}

/** The ways in which a text with a day in digits can be read: none, one, or two where it could be day/month or month/day. */
export function readings(text: string): Reading[] {
  const found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)(.*)$/s.exec(text);
  const time = found ? timeFormat(found[5]!) : undefined;
  if (!found || time === undefined) return [];
  const [, a, mark, b, year] = found as unknown as [string, string, string, string, string];
  const full = year.length === 4 ? year : `20${year}`;
  const y = year.length === 4 ? '%Y' : '%y';
  const ways: Reading[] = [];
  const add = (day: string, month: string, format: string): void => {
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return;
    ways.push({ format: `${format}${mark}${y}${time}`, means: `${Number(day)} ${MONTHS[Number(month) - 1]} ${full}` });
  };
  add(a, b, `%d${mark}%m`);
  add(b, a, `%m${mark}%d`);
  // years of two digits first: 26/05/02, which is read so only where nothing else fits
  if (ways.length === 0 && year.length === 2 && Number(b) >= 1 && Number(b) <= 12)
    ways.push({ format: `%y${mark}%m${mark}%d${time}`, means: `${Number(year)} ${MONTHS[Number(b) - 1]} 20${a}` });
  return ways;
}

/** Texts that stand for nothing. */
const NOTHING = /^(n\/?a|null|none|nil|nan|nat|-+|\?+|unknown|#n\/a|0000-00-00.*|0)$/i;

const sql = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The next step for a text that is no moment, where it is not told by `readings`. `column` is an expression of SQL. */
export function otherMoment(text: string, column: string): string {
  if (NOTHING.test(text.trim())) return `write nullif(${column}, ${sql(text)}) if it stands for nothing`;
  if (text !== text.trim()) return `write trim(${column})`;
  if (/^\d{8}$/.test(text)) return `write strptime(${column}, '%Y%m%d') if it is a day`;
  if (/^\d{14}$/.test(text)) return `write strptime(${column}, '%Y%m%d%H%M%S') if it is a moment`;
  if (/^\d{10}(\.\d+)?$/.test(text)) return `write to_timestamp(${column}::double) if it counts seconds since 1970`;
  if (/^\d{13}$/.test(text)) return `write to_timestamp(${column}::bigint / 1000) if it counts milliseconds since 1970`;
  if (/^\d{5}(\.\d+)?$/.test(text))
    return `write timestamp '1899-12-30' + to_seconds(round(${column}::double * 86400)::bigint) if it is a day as Excel counts them`;
  const iso = /^(\d{4}([-/])\d{1,2}\2\d{1,2})(.*)$/s.exec(text);
  const time = iso ? timeFormat(iso[3]!) : undefined;
  if (iso && time !== undefined && time !== '' && /%I/.test(time))
    return `write strptime(${column}, ${sql(`%Y${iso[2]}%m${iso[2]}%d${time}`)})`;
  if (iso && time !== undefined) return 'there is no such day or time; mend it in the source';
  const named = /^(\d{1,2})([ -])([A-Za-z]{3,9})\.?\2(\d{4}|\d\d)(.*)$/s.exec(text);
  if (named) {
    const end = timeFormat(named[5]!);
    const month = named[3]!.length === 3 ? '%b' : '%B';
    if (end !== undefined)
      return `write strptime(${column}, ${sql(`%d${named[2]}${month}${named[2]}${named[4]!.length === 4 ? '%Y' : '%y'}${end}`)})`;
  }
  const american = /^([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})(.*)$/s.exec(text);
  if (american) {
    const end = timeFormat(american[4]!);
    const comma = text.includes(',') ? ',' : '';
    if (end !== undefined)
      return `write strptime(${column}, ${sql(`${american[1]!.length === 3 ? '%b' : '%B'} %d${comma} %Y${end}`)})`;
  }
  return `say its format, as in strptime(${column}, '%d/%m/%Y %H:%M'), or mend it in the source`;
}

/** The next step for a text that is no number. */
export function otherNumber(text: string, column: string): string {
  const bare = text.trim();
  if (NOTHING.test(bare)) return `write nullif(${column}, ${sql(text)}) if it stands for nothing`;
  // why the points go first: beside a decimal comma they mark thousands, and 1.234 would be read as a little more than one
  const comma = `replace(replace(${column}, '.', ''), ',', '.')::double`;
  const thousands = `replace(${column}, ',', '')::double`;
  if (/^-?\d{1,3},\d{3}$/.test(bare))
    return `write ${comma} if the comma is a decimal one, or ${thousands} if it marks thousands`;
  if (/^-?\d+,\d+$/.test(bare)) return `write ${comma} if the comma is a decimal one`;
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return `write ${comma}`;
  if (/^-?\d{1,3}(\.\d{3})+\.\d+$/.test(bare))
    return `its first points mark thousands; take them out before the comma becomes a point: ${comma}`;
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return `write ${thousands}`;
  if (/^\d+$/.test(bare)) return `it has more digits than fit: keep it as text, or cast it to hugeint`;
  if (/^\D{1,3}\s?-?[\d.,]+$|^-?[\d.,]+\s?\D{1,3}$/.test(bare))
    return `take the currency off first, as in regexp_replace(${column}, '[^0-9.,-]', '', 'g')`;
  return 'mend it in the source, or say in the mapping what it stands for';
}
