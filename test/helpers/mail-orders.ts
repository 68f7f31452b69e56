import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as z from 'zod';
import { outcomeDetails } from '../../contracts/published/outcome-details.js';
import type { scorecards } from '../../contracts/published/scorecards.js';
import type { MailOrderRow } from '../../emails/rows.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { someNight } from '../../infra/shared/night-columns.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { readParquet } from '../../lambdas/shared/read-parquet.js';
import type { Policies } from '../../policies/policy.js';
import { readSqlFiles } from '../../sql/files.js';
import { renderSelect, type Source } from '../../sql/render.js';
import { writeParquet } from './write-parquet.js';

export type OutcomeDetailRow = z.infer<typeof outcomeDetails.row>;

export const MAIL_ORDERS = 'marts/mail_orders.sql';
const sql = await readSqlFiles();

export type HeldBack = Pick<z.infer<typeof scorecards.row>, 'seller_id' | 'programme' | 'held_back_by'>;
/** As a relation. */
const heldBack = (cards: readonly HeldBack[]): string => {
  const written = (value: string | null): string => (value === null ? 'NULL' : `'${value}'`);
  const rows = cards.map((c) => `(${[c.seller_id, c.programme, c.held_back_by].map(written).join(', ')})`);
  return `(SELECT * FROM (VALUES ('?', '?', '?')${rows.map((row) => `, ${row}`).join('')}) AS t (seller_id, programme, held_back_by))`;
};

/** What a night makes of these details for mails, by its own SQL or by a changed one. */
export async function mailOrdersOf(
  details: readonly OutcomeDetailRow[],
  policies: Policies,
  cards: readonly HeldBack[] = [],
  text = sql[MAIL_ORDERS]!,
): Promise<MailOrderRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mail-orders-'));
  const store = new FolderStore(folder);
  const duck = await openDuck();
  try {
    await writeParquet(store, 'details.parquet', outcomeDetails.columns, details);
    const from = `read_parquet('${store.url('details.parquet')}')`;
    const relation = ({ dataset }: Source) => (dataset === 'outcome_details' ? from : heldBack(cards));
    const { select } = renderSelect(MAIL_ORDERS, { ...sql, [MAIL_ORDERS]: text }, someNight(policies, 'first'), relation);
    await duck.run(`COPY (\n${select}\n) TO '${store.url('orders.parquet')}' (FORMAT parquet)`);
    return (await readParquet(store, 'orders.parquet')) as unknown as MailOrderRow[];
  } finally {
    duck.close();
    await rm(folder, { recursive: true });
  }
}
