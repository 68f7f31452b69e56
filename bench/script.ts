import type { Duck } from '../lambdas/shared/duck.js';

/** Runs the statements of a script one after the other. A statement ends with a semicolon at the end of a line. */
export async function runScript(duck: Duck, script: string): Promise<void> {
  for (const statement of script.split(/;\s*$/m)) if (statement.replaceAll(/^\s*--.*$/gm, '').trim()) await duck.run(statement);
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
