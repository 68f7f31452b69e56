import type { Command } from 'commander';
import type * as z from 'zod';
import { accountFamilies } from '../../contracts/published/account-families.js';
import { accountLinks } from '../../contracts/published/account-links.js';
import { reRegistrations } from '../../contracts/published/re-registrations.js';
import { UsageError } from '../../infra/shared/usage-error.js';
import type { Run } from '../../lambdas/shared/run-reader.js';
import { formatFor, NONE } from '../../wording/format.js';
import { table } from '../table.js';
import { checkDay, storeOption } from './options.js';
import { runWith } from './run-of.js';

type Member = z.infer<typeof accountFamilies.row>;
type Link = z.infer<typeof accountLinks.row>;
type Again = z.infer<typeof reRegistrations.row>;

const format = formatFor('en-GB');

export function addFamily(program: Command): void {
  program
    .command('family')
    .argument('<seller>', 'one of its accounts')
    .description('the accounts that a seller is linked with, and what they share; a link is no finding')
    .addOption(storeOption())
    .option('--date <day>', 'of the run of this day (default: the published run)')
    .option('--json', 'print as JSON', false)
    .action(async (seller: string, options: { date?: string; json: boolean }, command: Command) => {
      const date = options.date && checkDay('--date', options.date);
      const run = await runWith(command, date, accountFamilies.dataset, 'linked no accounts');
      console.log(await familyOf(run, seller, options.json));
    });
}

async function familyOf(run: Run, seller: string, json: boolean): Promise<string> {
  const everybody = await run.rows(accountFamilies);
  const family = everybody.find(({ seller_id }) => seller_id === seller)?.family;
  if (family === undefined)
    throw new UsageError(
      `${seller}: is linked with no account in run ${run.run_id}; ${everybody.length > 0 ? 'it shares too little with any' : 'no identifiers landed that accounts share'}`,
    );
  const members = everybody
    .filter((row) => row.family === family)
    .sort((a, b) => (a.began_on === b.began_on ? (a.seller_id < b.seller_id ? -1 : 1) : a.began_on < b.began_on ? -1 : 1));
  const ofFamily = <Row extends { family: string }>(rows: Row[]): Row[] => rows.filter((row) => row.family === family);
  const links = ofFamily(await run.rows(accountLinks)).filter((row) => row.seller_id < row.other_seller_id);
  const again = ofFamily(await run.rows(reRegistrations));
  if (json) return JSON.stringify({ run_id: run.run_id, family, members, links, re_registrations: again }, null, 2);
  return inWords(family, members, links, again);
}

const inWords = (family: string, members: readonly Member[], links: readonly Link[], again: readonly Again[]): string =>
  [
    `Family ${family}: ${format.many(members.length, 'account')} that links lead to from each other.`,
    'A link is a sign that a person looks into; it is no finding, and never part of a score.',
    '',
    table(
      ['account', 'began', 'linked with', 'strongest with', 'by', 'weight'],
      members.map((row) => [
        ...[row.seller_id, format.day(row.began_on), format.count(row.links)],
        ...[row.strongest_with, row.strongest_kind, weight(row.strongest_weight)],
      ]),
    ),
    '',
    table(
      ['link', 'shares', 'values', 'of so many accounts', 'weight', 'of all', 'since'],
      links.map((row) => [
        ...[`${row.seller_id} ~ ${row.other_seller_id}`, row.kind, format.count(row.shared_values)],
        ...[format.count(row.fewest_sellers), weight(row.weight), weight(row.link_weight), format.moment(row.since, 'UTC')],
      ]),
    ),
    ...(again.length > 0 ? ['', 'Began after an action against another of the family:', '', registrations(again)] : []),
  ].join('\n');

const registrations = (again: readonly Again[]): string =>
  table(
    ['account', 'began', 'after', 'against', 'in force from', 'until', 'twin'],
    again.map((row) => [
      ...[row.seller_id, format.day(row.began_on), row.action_kind, row.other_seller_id, format.moment(row.acted_at, 'UTC')],
      ...[row.ended_at === null ? NONE : format.moment(row.ended_at, 'UTC'), row.twin ?? NONE],
    ]),
  );

const weight = (value: number): string => value.toFixed(2);
