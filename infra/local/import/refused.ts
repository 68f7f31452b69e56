/** The mapping, the source or the landing cannot be used as they are. Each line names file, place and next step. Exit code 2. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
  constructor(readonly lines: string[]) {
    super(lines.join('\n'));
  }
}

/** DuckDB's complaint about a file of SQL in one line: `orders.sql:7: Binder Error: ...`. */
export function complaint(file: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.match(/^LINE (\d+):/m)?.[1];
  return `${file}${line ? `:${line}` : ''}: ${message.split('\n')[0]}`;
}
