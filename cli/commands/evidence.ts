import { join } from 'node:path';
import type { Command } from 'commander';
import { manifestKey } from '../../contracts/run/keys.js';
import { PRODUCT_VERSION } from '../../contracts/version.js';
import { lazyDuck, scratchFolder } from '../../infra/shared/lazy-duck.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { publishedRuns } from '../../lambdas/shared/read-run-files.js';
import { readSqlFiles } from '../../sql/files.js';
import { typed } from '../../wording/typed.js';
import type { Environment } from '../environment.js';
import { contentOfText } from '../evidence/content.js';
import { readPack, writePack } from '../evidence/folder.js';
import { runsMadeAgain } from '../evidence/from-landing.js';
import { gather } from '../evidence/gather.js';
import { builtInWords, endInWords, madeAgainInWords, verifiedInWords } from '../evidence/in-words.js';
import { contentOfObject } from '../evidence/objects.js';
import { MANIFEST, PAGE, packOf } from '../evidence/pack.js';
import { verifyPack } from '../evidence/verify.js';
import { noScorecard } from '../unknown-seller.js';
import { environmentOf } from './environment.js';
import { checkDay, landingOption, storeOption } from './options.js';

/** A pack, or what it was made from, is not as it was. Exit code 3. */
class PackDiffers extends Error {
  override name = 'PackDiffers';
}

interface Options {
  landing: string;
  from?: string;
  to?: string;
  out?: string;
  verify?: string;
  fromLanding: boolean;
}

export function addEvidence(program: Command): void {
  program
    .command('evidence')
    .argument('[seller]', 'the seller that the pack is about')
    .description('one folder that proves what the nights of a range said of a seller, or with --verify whether it still holds')
    .option('--from <day>', 'the first night')
    .option('--to <day>', 'the last night')
    .option('--out <folder>', 'where it goes (default: data/evidence/SELLER-FROM-TO)')
    .option('--verify <folder>', 'check a pack: its files, what it was made from, and that the store gives the same bytes')
    .option('--from-landing', 'with --verify: run each of its nights again from what landed, by the policies of then', false)
    .addOption(storeOption())
    .addOption(landingOption())
    .action(async (seller: string | undefined, options: Options, command: Command) => {
      const environment = await environmentOf(command);
      if (options.verify !== undefined) {
        const { fromLanding } = options;
        return verify(options.verify, { beside: given(seller, options), fromLanding }, environment);
      }
      if (options.fromLanding) throw new UsageError('--from-landing: goes with --verify FOLDER');
      // The pack is checked where it was made from.
      const landing = command.getOptionValueSource('landing') === 'cli' ? ` --landing ${typed(options.landing)}` : '';
      return build(asked(seller, options), { ...environment, option: `${landing}${environment.option}` });
    });
}

/** What means nothing beside --verify: the pack itself says whose it is. */
const given = (seller: string | undefined, { from, to, out }: Options): string[] =>
  Object.entries({ SELLER: seller, '--from': from, '--to': to, '--out': out }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );

/** @throws UsageError */
function asked(seller: string | undefined, { from, to, out }: Options) {
  if (seller === undefined || from === undefined || to === undefined)
    throw new UsageError('evidence: say of whom and of which nights, as in "evidence SELLER --from 2026-11-01 --to 2026-11-16"');
  checkDay('--from', from);
  checkDay('--to', to);
  if (from > to) throw new UsageError(`--from ${from}: is after --to ${to}; swap them`);
  const folder = `${seller.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}-${from}-${to}`;
  return { seller, from, to, out: out ?? join('data/evidence', folder) };
}

async function build({ seller, from, to, out }: ReturnType<typeof asked>, { store, name, option }: Environment): Promise<void> {
  const runs = await runsOf(store, { from, to, name, option });
  const { duck, close } = lazyDuck(scratchFolder(name));
  try {
    const gathered = await gather({ store, duck: await duck(), sql: await readSqlFiles(), seller, from, to, runs });
    if (gathered.evidence.explanations.length === 0)
      throw await noScorecard(store, runs.at(-1)!.prefix, seller, '--from and --to');
    const files = packOf(gathered, PRODUCT_VERSION);
    await writePack(out, files);
    const { sha256 } = contentOfText(files.get(MANIFEST)!);
    const check = `npm run scorecards -- evidence --verify ${typed(out)}${option}`;
    for (const line of builtInWords(gathered.evidence, { sha256, page: join(out, PAGE), check })) console.log(line);
  } finally {
    await close();
  }
}

/** The run of each day that was published last, oldest first. @throws UsageError where there is none, or one is no longer kept */
async function runsOf(
  store: ObjectStore,
  { from, to, name, option }: { from: string; to: string; name: string; option: string },
): Promise<{ run_date: string; prefix: string }[]> {
  const inRange = (await publishedRuns(store)).filter(({ run_date }) => run_date >= from && run_date <= to);
  const runs = [...new Map(inRange.map((run) => [run.run_date, run])).values()];
  if (runs.length === 0)
    throw new UsageError(
      `--from ${from} --to ${to}: no run of these days passed its gate in ${name}; "npm run scorecards -- status${option}" lists those that did`,
    );
  for (const { run_id, run_date, prefix } of runs)
    if (!(await contentOfObject(store, manifestKey(prefix))))
      throw new UsageError(`--from ${from}: run ${run_id} of ${run_date} is no longer in ${name}; begin after that day`);
  return runs;
}

async function verify(
  folder: string,
  { beside, fromLanding }: { beside: readonly string[]; fromLanding: boolean },
  { store, landing, name }: Environment,
): Promise<void> {
  if (beside.length > 0) throw new UsageError(`--verify: the pack says whose it is; leave out ${beside.join(', ')}`);
  const pack = await readPack(folder);
  const scratch = scratchFolder(name);
  const { duck, close } = lazyDuck(scratch);
  try {
    const asked = { store, landing, duck: await duck(), sql: await readSqlFiles(), ...pack };
    const verified = await verifyPack(asked);
    for (const line of verifiedInWords(pack, verified, name)) console.log(line);
    const { differences } = verified;
    if (fromLanding && differences.length === 0)
      for await (const run of runsMadeAgain({ ...asked, scratch: join(scratch, 'again') })) {
        if (run.differs === undefined) console.log(madeAgainInWords(run));
        else differences.push(madeAgainInWords(run));
      }
    console.log(endInWords(pack, differences));
    if (differences.length > 0) throw new PackDiffers(differences.join('\n'));
  } finally {
    await close();
  }
}
