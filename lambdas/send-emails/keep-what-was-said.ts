import { doneKey, mailsSaidKey, saidIn } from '../../contracts/run/keys.js';
import type { MailReport, PlannedMail } from '../../contracts/run/mail-plan.js';
import { type MailSaidRow, mailsSaid } from '../../contracts/run/mails-said.js';
import { placeOfMails } from '../../contracts/run/teams.js';
import type { RenderedScorecard } from '../../emails/scorecard.js';
import { asParquet, type WrittenColumn } from '../shared/as-parquet.js';
import { type ObjectStore, readJson } from '../shared/object-store.js';
import { noneIfDamaged } from '../shared/read-run-files.js';
import type { Run } from '../shared/run-reader.js';

/** why 100: a mail's beginning is some 700 bytes, and a reader of one of them fetches what lies about it. */
const ROW_GROUP = 100;

/** What the mails of a shard say, by seller; without those that could not be written. */
export type Written = Map<string, Pick<RenderedScorecard, 'locale' | 'subject' | 'beginning'>>;

type Outcome = MailSaidRow['outcome'];

/** What became of each mail that a report does not count as sent. why without its reasons: mail systems name addresses in them. */
function outcomesOf({ open, withheld_from = [], sent_by_another = [] }: MailReport): Map<string, Outcome> {
  return new Map<string, Outcome>([
    ...open.map(({ recipient, outcome }) => [recipient, outcome] as const),
    ...withheld_from.map((recipient) => [recipient, 'withheld'] as const),
    ...sent_by_another.map((recipient) => [recipient, 'sent_before'] as const),
  ]);
}

/**
 * Writes what a shard's mails said, and what became of each, for the readers of each seller's home. A shard that is seen to again leaves the
 * same file, but for mails that went out meanwhile. What went out and would be withheld today was sent: says the report of the time before.
 */
export async function keepWhatWasSaid(
  store: ObjectStore,
  { run_id, run_date, policies }: Pick<Run, 'run_id' | 'run_date' | 'policies'>,
  {
    key,
    mails,
    written,
    report,
    homes,
  }: {
    /** Of the shard. */
    key: string;
    mails: readonly PlannedMail[];
    written: Written;
    report: MailReport;
    /** Home regions by seller. */
    homes: ReadonlyMap<string, string | null>;
  },
): Promise<void> {
  const outcomes = outcomesOf(report);
  const earlier = report.withheld_from && (await readJson<MailReport>(store, doneKey(key)).catch(noneIfDamaged));
  const before = earlier && outcomesOf(earlier);
  const outcomeOf = (seller_id: string): Outcome => {
    const found = outcomes.get(seller_id) ?? 'sent';
    return found === 'withheld' && before ? (before.get(seller_id) ?? 'sent') : found;
  };
  const rowOf = ({ seller_id, campaign }: PlannedMail): MailSaidRow => {
    const mail = written.get(seller_id);
    return {
      ...{ seller_id, day: run_date, campaign, outcome: outcomeOf(seller_id) },
      ...{ locale: mail?.locale ?? null, subject: mail?.subject ?? null },
      said: mail?.beginning.map((sentences) => sentences.join('\n')).join('\n\n') ?? null,
    };
  };
  const columns = mailsSaid.columns as (WrittenColumn & { name: keyof MailSaidRow })[];
  const byPlace = Map.groupBy(mails, ({ seller_id }) => placeOfMails(homes.get(seller_id) ?? null, policies.regions));
  for (const [place, some] of byPlace) {
    const file = asParquet(mailsSaid.dataset, columns, some.map(rowOf), ROW_GROUP);
    await store.write(mailsSaidKey(run_id, place, saidIn(key)), file);
  }
}
