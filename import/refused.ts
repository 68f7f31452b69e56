/**
 * The mapping, the source or the landing cannot be used as they are. Each line names file, place and next step. Exit code 2. `cause` is
 * the engine's own error, where there was one.
 */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  constructor(
    readonly lines: string[],
    cause?: unknown,
  ) {
    super(lines.join('\n'), cause === undefined ? undefined : { cause });
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What DuckDB says in short: `Binder Error: ...`. */
export const firstLine = (error: unknown): string => messageOf(error).split('\n')[0]!;

/** The line that DuckDB names of some SQL; undefined where it names none. */
export const lineIn = (error: unknown): string | undefined => messageOf(error).match(/^LINE (\d+):/m)?.[1];

/** `orders.sql:7`, where DuckDB names the line of a file of SQL, else `orders.sql`. */
export function placeIn(file: string, error: unknown): string {
  const line = lineIn(error);
  return `${file}${line ? `:${line}` : ''}`;
}

/** At most so many characters of a value, with what would break a line or a terminal written out. */
export function shown(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 40)}...` : value;
  return JSON.stringify(short).replaceAll('\u007f', '\\u007f');
}

/** `1 row`, `1,200 rows`. */
export const counted = (n: number, word: string): string => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
