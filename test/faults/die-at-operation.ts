/**
 * Loaded before the command line: counts what the process changes on the disk, and kills it at the operation that is asked for, before
 * it, after it, or half-way through what it writes. A mail that is about to take its place in the outbox is noted in a journal outside
 * the store, so that one that is written twice is seen. Settings come in FAULTS, as JSON.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

export interface Watched {
  /** Mails that take their place are noted here, a line each. */
  journal: string;
  /** Where the paths of all operations are written when the process ends, a line each. */
  counts?: string;
  die?: { at: number; when: 'before' | 'half' | 'after'; paths: string };
}

const { journal, counts, die } = JSON.parse(process.env.FAULTS ?? '{}') as Watched;
const matching = new RegExp(die?.paths ?? '');
let done = 0;
const all: string[] = [];

const kill = (): never => {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
};

type Operation = (...args: unknown[]) => Promise<unknown>;
const operations = promises as unknown as Record<string, Operation>;

/** Arguments that name what is changed: a rename and a link have two. */
const NAMES: Readonly<Record<string, number>> = {
  writeFile: 1,
  rename: 2,
  link: 2,
  rm: 1,
  mkdir: 1,
  copyFile: 2,
  chmod: 1,
  mkdtemp: 1,
};

for (const [name, names] of Object.entries(NAMES)) {
  const original = operations[name]!;
  operations[name] = async (...args: unknown[]): Promise<unknown> => {
    const paths = args.slice(0, names).map(String);
    const to = paths.at(-1)!;
    if (journal && (name === 'rename' || name === 'link') && to.includes('/mail/outbox/')) appendFileSync(journal, `${to}\n`);
    all.push(paths.join(' '));
    if (!matching.test(paths.join(' '))) return original(...args);
    done += 1;
    const now = die && done === die.at ? die.when : undefined;
    if (now === 'before') kill();
    if (now === 'half' && name === 'writeFile') {
      const body = Buffer.from(args[1] as string);
      writeFileSync(to, body.subarray(0, Math.floor(body.length / 2)));
      kill();
    }
    const result = await original(...args);
    if (now) kill();
    return result;
  };
}
syncBuiltinESMExports();
if (counts) process.on('exit', () => writeFileSync(counts, all.join('\n')));
