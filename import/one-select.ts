import type { Duck } from '../lambdas/shared/duck.js';
import type { MappingFile } from './mapping.js';
import { ImportRefused } from './refused.js';
import { literal } from './wrapping.js';

/**
 * A mapping file is put into other SQL in brackets; what closes them early would run as it likes.
 *
 * @throws ImportRefused when the file is not one SELECT
 */
export async function mustBeOneSelect(duck: Duck, file: MappingFile): Promise<void> {
  const [row] = await duck.run(`select json_serialize_sql(${literal(file.select)})::varchar as parsed`);
  const parsed = JSON.parse(String(row!.parsed)) as {
    error: boolean;
    error_type?: string;
    error_message?: string;
    position?: string;
    statements?: unknown[];
  };
  if (parsed.error && parsed.error_type === 'parser') {
    const line = file.select.slice(0, Number(parsed.position ?? 0)).split('\n').length;
    throw new ImportRefused([`${file.path}:${line}: Parser Error: ${parsed.error_message}`]);
  }
  if (parsed.error || parsed.statements?.length !== 1)
    throw new ImportRefused([`${file.path}: holds something other than one SELECT; write one SELECT per file`]);
}
