import { mailsPlannedKey, runIdOf, saidIn } from '../../contracts/run/keys.js';
import type { PlannedMail } from '../../contracts/run/mail-plan.js';
import type { NotMailed } from '../../contracts/run/mail-preferences.js';
import { type MailPlannedRow, mailsPlanned } from '../../contracts/run/mails-said.js';
import { ALL_REGIONS, placeOfMails } from '../../contracts/run/teams.js';
import { asParquet, type WrittenColumn } from '../shared/as-parquet.js';
import type { ObjectStore } from '../shared/object-store.js';
import type { Run } from '../shared/run-reader.js';
import type { SellerTonight } from './who-is-written-to.js';

/** why 1,000: of rows of some thirty bytes a reader of one seller fetches some ten kB. */
const ROW_GROUP = 1_000;

/** Writes, for the readers of each place, who of its sellers is written to and why the others are not. `carded`: sorted by seller. */
export async function keepWhatWasPlanned(
  store: ObjectStore,
  { run_id, policies }: Pick<Run, 'run_id' | 'policies'>,
  carded: readonly (Pick<SellerTonight, 'seller_id' | 'told'> & { home_region: string | null })[],
  {
    mails,
    notMailed,
    shardOf,
  }: {
    mails: readonly PlannedMail[];
    notMailed: ReadonlyMap<string, NotMailed>;
    /** Keys of shards by seller. */
    shardOf: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const campaigns = new Map(mails.map(({ seller_id, campaign }) => [seller_id, campaign]));
  const rowOf = ({ seller_id, told }: (typeof carded)[number]): MailPlannedRow => {
    const shard = shardOf.get(seller_id);
    return {
      seller_id,
      campaign: campaigns.get(seller_id) ?? null,
      not_mailed: notMailed.get(seller_id) ?? null,
      said_in: shard === undefined ? null : saidIn(shard),
      before_run: told?.run ? runIdOf(told.run) : null,
    };
  };
  const byPlace = Map.groupBy(carded, ({ home_region }) => placeOfMails(home_region, policies.regions));
  for (const place of [ALL_REGIONS, ...policies.regions.map(({ code }) => code)]) {
    const rows = (byPlace.get(place) ?? []).map(rowOf);
    const columns = mailsPlanned.columns as (WrittenColumn & { name: keyof MailPlannedRow })[];
    await store.write(mailsPlannedKey(run_id, place), asParquet(mailsPlanned.dataset, columns, rows, ROW_GROUP));
  }
}
