import type { Duck } from '../lambdas/shared/duck.js';
import { nameIn } from './explain-refusal.js';
import type { MappingFile } from './mapping.js';
import { ImportRefused, shown } from './refused.js';
import { PLACE, type Source } from './source.js';
import { identifier } from './wrapping.js';

/** `placed::timestamp` and `cast(o.placed as timestamp)`, not those with a time zone. */
const CASTS = [
  /(?:"([^"]+)"|(\w+))\s*::\s*(?:timestamp|datetime)\b(?!\s*with\s+time)/gi,
  /\bcast\s*\(\s*(?:\w+\.)?(?:"([^"]+)"|(\w+))\s+as\s+(?:timestamp|datetime)\s*\)/gi,
];

/** A time of day with an offset other than zero behind it. */
const WITH_OFFSET = `regexp_matches(@, '\\d:\\d\\d.*[+-]\\d\\d(:?\\d\\d)?$') and not regexp_matches(@, '[+-]00(:?00)?$')`;

/**
 * DuckDB reads `2026-05-02T10:00:00+02:00` as the TIMESTAMP 10:00 and forgets the offset, without a word.
 *
 * @throws ImportRefused when a mapping file casts a column so that holds such texts
 */
export async function refuseDroppedOffsets(duck: Duck, file: MappingFile, sources: readonly Source[]): Promise<void> {
  for (const pattern of CASTS)
    for (const cast of file.select.matchAll(pattern)) {
      const name = (cast[1] ?? cast[2])!;
      const line = file.select.slice(0, cast.index).split('\n').length;
      for (const source of sources) {
        const column = source.columns.find((one) => one.toLowerCase() === name.toLowerCase());
        if (column === undefined || !file.select.toLowerCase().includes(source.name.toLowerCase())) continue;
        const found = await textWithOffset(duck, source, column);
        if (!found) continue;
        throw new ImportRefused([
          `${found.at}: ${column} is ${shown(found.text)}, and ${file.path}:${line} reads it as a TIMESTAMP, which drops the offset`,
          `write ${nameIn(name)}::timestamptz: that is the moment itself, and needs no "at time zone"`,
        ]);
      }
    }
}

async function textWithOffset(duck: Duck, source: Source, column: string): Promise<{ at: string; text: string } | undefined> {
  const cell = identifier(column);
  const [found] = await duck.run(
    `select ${identifier(PLACE)} as place, ${cell}::varchar as text from ${source.placed}
     where typeof(${cell}) = 'VARCHAR' and ${WITH_OFFSET.replaceAll('@', () => `${cell}::varchar`)} limit 1`,
  );
  if (!found) return undefined;
  const at = source.place === 'line' ? `${source.shown}:${found.place}` : `${source.shown} row ${found.place}`;
  return { at, text: String(found.text) };
}
