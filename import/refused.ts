/** The mapping, the source or the landing cannot be used as they are. Each line names file, place and next step. Exit code 2. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What DuckDB says in short: `Binder Error: ...`. */
export const firstLine = (error: unknown): string => messageOf(error).split('\n')[0]!;

/** The same about a file of SQL, with the line where DuckDB names it: `orders.sql:7: Binder Error: ...`. */
export function complaint(file: string, error: unknown): string {
  const line = messageOf(error).match(/^LINE (\d+):/m)?.[1];
  return `${file}${line ? `:${line}` : ''}: ${firstLine(error)}`;
}
