/** Reads metrics/<metric>/rule.sql: named blocks, each an expression in SQL. */

const KINDS = ['population', 'cohort day', 'final day', 'excluded', 'met', 'forgiven', 'fault', 'parts'] as const;
export type BlockKind = (typeof KINDS)[number];

export interface RuleBlock {
  kind: BlockKind;
  /** For excluded, forgiven and fault: the reason readers see. */
  reason?: string;
  /** The expression, as a nunjucks template. */
  sql: string;
}

const HEADING = new RegExp(`^-- (${KINDS.join('|')})(?:: ([a-z0-9_]+))?$`);
const WITH_REASON: readonly BlockKind[] = ['excluded', 'forgiven', 'fault'];

/**
 * The blocks of a rule in the order of the file, which is the order of judgement.
 *
 * @throws Error naming file and line for a block without its reason, an empty file, or a missing population or cohort day.
 */
export function ruleBlocks(path: string, text: string): RuleBlock[] {
  const blocks: RuleBlock[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const heading = HEADING.exec(line);
    if (heading) {
      const [, kind, reason] = heading as unknown as [string, BlockKind, string | undefined];
      if (WITH_REASON.includes(kind) !== (reason !== undefined))
        throw new Error(`${path}:${at + 1}: write "-- ${kind}${reason === undefined ? ': reason' : ''}"`);
      blocks.push({ kind, ...(reason === undefined ? {} : { reason }), sql: '' });
    } else if (blocks.length > 0) blocks.at(-1)!.sql += `${line}\n`;
    else if (line.trim() !== '' && !line.startsWith('--')) throw new Error(`${path}:${at + 1}: begin with "-- population"`);
  }
  for (const kind of ['population', 'cohort day'] as const)
    if (blocks.filter((block) => block.kind === kind).length !== 1) throw new Error(`${path}: needs one block "-- ${kind}"`);
  return blocks.map((block) => ({ ...block, sql: block.sql.trim() }));
}
