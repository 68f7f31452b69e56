/** What a run's mails said to one seller. */
import type { EvidenceMail } from '../../contracts/evidence.js';
import { mailsPlannedKey, mailsSaidKey } from '../../contracts/run/keys.js';
import { type MailPlannedRow, type MailSaidRow, mailsPlanned, mailsSaid } from '../../contracts/run/mails-said.js';
import { placeOfMails } from '../../contracts/run/teams.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { readParquet } from '../../lambdas/shared/read-parquet.js';
import type { Run } from '../../lambdas/shared/run-reader.js';
import { endOfDay } from '../../wording/calendar.js';
import { contentOfObject } from './objects.js';

/** The row of a seller in a file; undefined where there is no such file or row. */
async function rowIn<Row>(store: ObjectStore, key: string, columns: readonly { name: string }[], seller: string) {
  if (!(await contentOfObject(store, key))) return undefined;
  const filter = { seller_id: { $eq: seller } };
  return (await readParquet(store, key, { columns: columns.map(({ name }) => name), filter }))[0] as Row | undefined;
}

/** Undefined where the run planned no mails, or nothing of it is kept. `keys`: the files that say so. */
export async function mailOf(
  store: ObjectStore,
  run: Run,
  { seller, home_region }: { seller: string; home_region: string | null },
): Promise<{ mail: EvidenceMail; keys: string[] } | undefined> {
  const place = placeOfMails(home_region, run.policies.regions);
  const planned_in = mailsPlannedKey(run.run_id, place);
  const planned = await rowIn<MailPlannedRow>(store, planned_in, mailsPlanned.columns, seller);
  if (!planned) return undefined;
  const said_in = planned.said_in === null ? undefined : mailsSaidKey(run.run_id, place, planned.said_in);
  const said = said_in === undefined ? undefined : await rowIn<MailSaidRow>(store, said_in, mailsSaid.columns, seller);
  const mail = {
    ...{ run_id: run.run_id, day: run.run_date, campaign: planned.campaign, not_mailed: planned.not_mailed },
    outcome: said?.outcome ?? null,
    dated: said?.subject == null ? null : endOfDay(said.day),
    ...{ locale: said?.locale ?? null, subject: said?.subject ?? null, said: said?.said ?? null },
  };
  return { mail, keys: [planned_in, ...(said && said_in ? [said_in] : [])] };
}
