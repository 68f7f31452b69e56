/** What mails said to a seller, beside the runs that they are of. Asked for only once a reader opens it. */
import { mailsPlannedKey, mailsSaidKey } from '../../../contracts/run/keys.js';
import type { MailPlannedRow, MailSaidRow } from '../../../contracts/run/mails-said.js';
import { placeOfMails } from '../../../contracts/run/teams.js';
import { readParquet } from './parquet.js';
import { NotThere } from './remote-file.js';
import type { Scorecard } from './rows.js';
import type { Run } from './run.js';

/** Of a mail's run: what was planned, and what was said, once the mail was seen to. */
export interface Told {
  planned: MailPlannedRow;
  said?: MailSaidRow;
}

export interface Mails {
  /** Of this run; undefined where nothing is kept of its mails. */
  tonight: Told | undefined;
  /** The last mails before, the newest first. */
  before: MailSaidRow[];
  /** The run whose mail comes before these, and of which nothing is kept. */
  gone?: string;
}

/** why three: with tonight's, a month of weekly mails. */
const BEFORE = 3;

/** The seller's row of a file; undefined without one, or without the file. */
async function rowAt<Row>({ reader }: Pick<Run, 'reader'>, key: string, seller: string): Promise<Row | undefined> {
  try {
    const rows = await readParquet<Row>(new URL(key, reader.store).href, { filter: { seller_id: { $eq: seller } } });
    return rows[0];
  } catch (error) {
    if ((error as Error).cause instanceof NotThere) return undefined;
    throw error;
  }
}

async function toldBy(run: Pick<Run, 'reader'>, id: string, place: string, seller: string): Promise<Told | undefined> {
  const planned = await rowAt<MailPlannedRow>(run, mailsPlannedKey(id, place), seller);
  if (!planned?.said_in) return planned && { planned };
  const said = await rowAt<MailSaidRow>(run, mailsSaidKey(id, place, planned.said_in), seller);
  return { planned, ...(said ? { said } : {}) };
}

/** The mails of a run to a seller and the last ones before it, from run to run, as far as they are kept for the seller's home. */
export async function mailsTo(
  run: Pick<Run, 'reader' | 'policies' | 'manifest'>,
  { seller_id, home_region }: Pick<Scorecard, 'seller_id' | 'home_region'>,
): Promise<Mails> {
  const place = placeOfMails(home_region, run.policies.regions);
  const tonight = await toldBy(run, run.manifest.run_id, place, seller_id);
  const before: MailSaidRow[] = [];
  let next = tonight?.planned.before_run ?? null;
  while (next !== null && before.length < BEFORE) {
    const told = await toldBy(run, next, place, seller_id);
    if (!told?.said) return { tonight, before, gone: next };
    before.push(told.said);
    next = told.planned.before_run;
  }
  return { tonight, before };
}
