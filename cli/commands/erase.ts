import { join } from 'node:path';
import type { Command } from 'commander';
import type { Erasure } from '../../contracts/run/erasure.js';
import { STORE } from '../../contracts/run/keys.js';
import { lazyDuck, scratchFolder } from '../../infra/shared/lazy-duck.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import { formatFor } from '../../wording/format.js';
import { environmentOf } from './environment.js';
import { landingOption, storeOption } from './options.js';

/** What could be erased is, and what landed or cannot be read is not. Exit code 3. */
class StillLanded extends Error {
  override name = 'StillLanded';
}

interface Options {
  buyer?: string;
  sellerAddress?: string;
  because?: string;
  look: boolean;
}

const { many } = formatFor('en-GB');
/** why 20: more are in the proof. */
const MOST_NAMED = 20;

export function addErase(program: Command): void {
  program
    .command('erase')
    .description("erase a buyer, or a seller's address, from all of a store, and keep a proof; no number changes")
    .option('--buyer <id>', 'the buyer, as buyer_id landed')
    .option('--seller-address <seller>', 'the seller whose address is to go, by seller_id')
    .option('--because <why>', 'why, in a few words; it is kept in the proof, so name nobody')
    .option('--look', 'say what names the person, and write nothing', false)
    .addOption(storeOption())
    .addOption(landingOption())
    .action(async (options: Options, command: Command) => {
      const who = wanted(options);
      const environment = await environmentOf(command);
      const { store, landing, name, written_over } = environment;
      if ((await store.list(STORE.receipts)).length === 0)
        throw new UsageError(`${name}: nothing was ever accepted there; give the store of your nights with --store`);
      const scratch = scratchFolder(name);
      const { duck, close } = lazyDuck(join(scratch, 'erase'), { connections: 2 });
      try {
        const { erase } = await import('../../infra/shared/erasure/erase.js');
        const { look, because = '' } = options;
        const asked = { store, landing, duck: await duck(), scratch: join(scratch, 'erased'), who, because, look };
        const { key, proof } = await erase({ ...asked, now: new Date() });
        for (const line of linesOf(proof, look)) console.log(line);
        if (key) console.log(`The proof lies in ${store.url(key)}`);
        if (proof.rewritten.length > 0) for (const line of written_over) console.log(line);
        const open = [...unreadLines(proof), ...landedLines(proof)];
        if (open.length > 0 && !look) throw new StillLanded(open.join('\n'));
      } finally {
        await close();
      }
    });
}

/** @throws UsageError */
function wanted({ buyer, sellerAddress, because = '', look }: Options): { buyer: string } | { sellerAddress: string } {
  const given = [buyer, sellerAddress].filter((one) => one !== undefined);
  if (given.length !== 1) throw new UsageError('erase: say whom, by --buyer ID or by --seller-address SELLER, one of the two');
  if (given[0]!.trim() === '') throw new UsageError('erase: the id is empty; give it as it landed');
  if (!look && because.trim().length < 3) throw new UsageError('--because: say in a few words why');
  return buyer === undefined ? { sellerAddress: sellerAddress! } : { buyer };
}

function linesOf({ looked_at, rewritten, landed, afterwards }: Erasure, look: boolean): string[] {
  const named = looked_at.reduce((sum, { rows }) => sum + rows, 0);
  const files = looked_at.reduce((sum, one) => sum + one.files, 0);
  const places = looked_at
    .filter(({ rows }) => rows > 0)
    .map(({ place, rows, files }) => `  ${place}  ${rowsOrLines(rows)}, in ${many(files, 'file')} looked at`);
  if (named === 0) {
    const spelt = landed.length === 0 ? '; is the id spelt as it landed?' : '';
    return [`Nothing in ${many(files, 'file')} of the store names it${spelt}`];
  }
  if (look) return [`Named in ${rowsOrLines(named)}; nothing is written:`, ...places, ...landed.map(lineOf)];
  return [
    `Erased from ${rowsOrLines(named)}, in ${many(rewritten.length, 'file')}:`,
    ...places,
    `Looked at ${many(
      afterwards.reduce((sum, one) => sum + one.files, 0),
      'file',
    )} again: nothing names it.`,
  ];
}

/** Rows of Parquet, and lines of texts. */
const rowsOrLines = (n: number): string => (n === 1 ? '1 row or line' : `${many(n, 'row')} or lines`);
const lineOf = ({ key, rows }: Erasure['landed'][number]): string => `  landing/${key}  ${rowsOrLines(rows)}`;

function landedLines({ landed }: Erasure): string[] {
  if (landed.length === 0) return [];
  return [
    `${many(landed.length, 'landed file')} may name it still. Nobody here writes what landed; have these deleted or written without it, and run the same command again:`,
    ...landed.slice(0, MOST_NAMED).map(lineOf),
    ...(landed.length > MOST_NAMED ? [`  and ${landed.length - MOST_NAMED} more, which the proof names`] : []),
  ];
}

function unreadLines({ unread }: Erasure): string[] {
  if (unread.length === 0) return [];
  return [
    `${many(unread.length, 'file')} of the store cannot be read, and may name it; mend the store with "scorecards doctor", delete what it put aside, and run the same command again:`,
    ...unread.slice(0, MOST_NAMED).map((key) => `  ${key}`),
  ];
}
