import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { ImportRefused } from './refused.js';

/** The file of a mapping folder that says how source files are to be read, where that cannot be told from the files. */
export const SETTINGS_FILE = '_sources.yaml';

/** What a column of a source may be read as, and as which type of DuckDB. */
export const TYPES = { text: 'VARCHAR', whole: 'BIGINT', number: 'DOUBLE', moment: 'TIMESTAMP', day: 'DATE' } as const;

const types = Object.keys(TYPES) as [keyof typeof TYPES];
const Settings = z.strictObject({
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  header: z.array(z.string().min(1)).min(1).optional(),
  skip_lines: z.int().min(0).max(1000).optional(),
  quoted_lines: z.boolean().optional(),
  ragged: z.enum(['fill']).optional(),
  types: z.record(z.string(), z.enum(types)).optional(),
});

/** How one source file is to be read. */
export type SourceSettings = z.infer<typeof Settings>;

const KNOWN: Record<keyof SourceSettings, string> = {
  encoding: 'such as utf-8, windows-1252 or utf-16le',
  delimiter: `one character, such as ';' or "\\t"`,
  header: 'a list of column names, for a file without a header line',
  skip_lines: 'how many lines at the start of the file are neither header nor row',
  quoted_lines: 'true, where quoted values hold lines that look like rows',
  ragged: 'fill, where rows may leave out their last fields',
  types: `of columns, by name: ${types.join(', ')}`,
};

/** Settings by source name in lower case; none where the folder has no such file. */
export async function readSettings(folder: string): Promise<Map<string, SourceSettings>> {
  const path = join(folder, SETTINGS_FILE);
  const text = await readFile(path, 'utf8').catch(() => '');
  let read: unknown;
  try {
    read = parse(text, { maxAliasCount: 0 }) ?? {};
  } catch (error) {
    throw new ImportRefused([`${path}: is not YAML (${(error as Error).message.split('\n')[0]})`]);
  }
  if (typeof read !== 'object' || Array.isArray(read))
    throw new ImportRefused([`${path}: write one entry per source, such as  orders: { encoding: windows-1252 }`]);
  const settings = new Map<string, SourceSettings>();
  const problems: string[] = [];
  for (const [name, entry] of Object.entries(read as object)) {
    const parsed = Settings.safeParse(entry);
    if (parsed.success) {
      settings.set(name.toLowerCase(), parsed.data);
      problems.push(...faults(parsed.data).map((fault) => `${path}: ${name}: ${fault}`));
    } else problems.push(...parsed.error.issues.map((issue) => `${path}: ${name}: ${wordsOf(issue)}`));
  }
  if (problems.length > 0) throw new ImportRefused(problems);
  return settings;
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${issue.keys.join(', ')} is no setting; there are ${Object.keys(KNOWN).join(', ')}`;
  const [key] = issue.path;
  const known = new Map(Object.entries(KNOWN)).get(String(key));
  return known ? `${issue.path.join('.')} must be ${known}` : `must be settings; there are ${Object.keys(KNOWN).join(', ')}`;
}

function faults({ encoding, delimiter }: SourceSettings): string[] {
  const found: string[] = [];
  if (encoding !== undefined && !decoderOf(encoding))
    found.push(`encoding ${encoding} is not known; write one ${KNOWN.encoding}`);
  if (delimiter !== undefined && (delimiter.length !== 1 || /["\r\n]/.test(delimiter)))
    found.push(`delimiter must be ${KNOWN.delimiter}`);
  return found;
}

/** Latin-1 is read as windows-1252, which has the same letters and more. */
export function decoderOf(encoding: string): TextDecoder | undefined {
  try {
    return new TextDecoder(encoding === 'latin-1' ? 'windows-1252' : encoding, { fatal: true });
  } catch {
    return undefined;
  }
}

/** What to write for a source: `orders: { encoding: windows-1252 } in map/_sources.yaml`. */
export const settingOf = (mapping: string, source: string, setting: string): string =>
  `${/^[\w-]+$/.test(source) ? source : JSON.stringify(source)}: { ${setting} }  in ${join(mapping, SETTINGS_FILE)}`;
