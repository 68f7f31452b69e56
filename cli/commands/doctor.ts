import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { clearLeftovers, leftByImports } from '../../import/leftovers.js';
import type { Finding } from '../../infra/local/doctor/finding.js';
import { localEnvironment } from '../../infra/local/environment.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { ObjectDamaged } from '../../lambdas/shared/damaged.js';
import { openMails } from '../../lambdas/shared/mail-stage.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { formatFor } from '../../wording/format.js';
import { linesOfOpenMails, MailsOpen } from '../open-mails.js';
import { landingOption, storeOption } from './options.js';

/** Something of a store is damaged and not mended. Exit code 3. */
class StoreDamaged extends Error {
  override name = 'StoreDamaged';
}

interface Options {
  store: string;
  landing: string;
  repair: boolean;
}

const { many } = formatFor('en-GB');

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check that all of a store can be read, and with --repair mend what can be mended; nothing is deleted')
    .addOption(storeOption())
    .addOption(landingOption())
    .option('--repair', 'mend it: make records anew, and move what is damaged into damaged/ of the store', false)
    .action(async (options: Options) => {
      const { store: folder, landing, repair } = options;
      if (!existsSync(folder)) throw new UsageError(`--store ${folder}: there is no such folder; give the one of your nights`);
      const { store, option } = localEnvironment(options);
      const { examine } = await import('../../infra/local/doctor/doctor.js');
      const found = await examine({ store: folder, landing, repair, now: new Date() }).catch(inOtherWords(options));
      const imports = await ofImports(landing, repair);
      for (const finding of found.mended) console.log(`Mended: ${lineOf(finding)}.`);
      if (found.mended.length > 0) console.log(`What was moved away lies in ${store.url(found.folder)}`);
      for (const note of imports.mended) console.log(note);
      const left = [...found.left, ...imports.left];
      for (const finding of left) console.log(`${lineOf(finding)}.`);
      const mails = await mailsOf(store, option);
      for (const line of mails) console.log(line);
      if (left.length > 0) throw new StoreDamaged(advice(left, options, option));
      if (mails.length > 0) throw new MailsOpen('Nothing is damaged, but mails are not done.');
      console.log(`Nothing is amiss in ${folder}; ${many(found.files, 'Parquet file')} read from end to end.`);
    });
}

/** One line: where, what was found, what it means, what to do. */
const lineOf = ({ key, found, means, way, mend }: Finding): string =>
  `${key}: ${found}; ${means}; ${mend ? '--repair: ' : ''}${way}`;

function advice(left: readonly Finding[], { repair }: Options, option: string): string {
  const mendable = left.filter(({ mend }) => mend).length;
  const count = `${many(left.length, 'finding')}.`;
  if (mendable > 0 && !repair) return `${count} Mend ${mendable} of them: npm run scorecards -- doctor --repair${option}`;
  return `${count} A person has to decide: each line says how.`;
}

/** Of a store that does not let itself be read or written, in our words. */
const inOtherWords =
  ({ store, repair }: Options) =>
  (error: NodeJS.ErrnoException): never => {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error.code ?? '')) throw error;
    const cannot = error.code === 'ENOSPC' ? 'is full' : 'is read-only, or not yours to read';
    const way = repair ? '--repair moves files there; make it writable, or leave --repair out to look only' : 'make it readable';
    throw new UsageError(`--store ${store}: ${cannot} (${error.code}${error.path ? ` at ${error.path}` : ''}); ${way}`);
  };

/** What imports into the landing folder left that were killed. */
async function ofImports(landing: string, repair: boolean): Promise<{ mended: string[]; left: Finding[] }> {
  if (!existsSync(landing)) return { mended: [], left: [] };
  const notes = repair ? await clearLeftovers(landing) : [];
  const left = (await leftByImports(landing)).filter(({ owner }) => owner !== 'alive');
  return {
    mended: notes.filter((note) => !left.some(({ folder }) => note.startsWith(folder))),
    left: left.map(({ folder, owner }) => ({
      key: folder,
      found: 'was left by an import that was stopped half-way',
      means: 'nothing reads it, and what it copied is where it came from',
      ...(owner === 'gone'
        ? { way: 'removes it, as the next import does', mend: async () => {} }
        : { way: 'remove it if no import is under way' }),
    })),
  };
}

async function mailsOf(store: ObjectStore, option: string): Promise<string[]> {
  try {
    return (await openMails(store)).flatMap((open) => linesOfOpenMails(open, option));
  } catch (error) {
    // Told as a finding already.
    if (error instanceof ObjectDamaged) return [];
    throw error;
  }
}
