/** What persons and authorities landed about a seller: decisions, appeals, exemptions and violations, every version, as they came. */

import type { Column } from '../../contracts/columns.js';
import type { EvidenceRecord } from '../../contracts/evidence.js';
import { LANDING } from '../../contracts/landing/index.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import type { ObjectStore } from '../../lambdas/shared/object-store.js';
import { quoted } from '../../sql/literals.js';
import { withFiles } from '../analysis.js';
import { acceptedRows } from '../run-to-try.js';
import { inOrderOf } from './spans.js';

/** By what a record is known, and which are the seller's. */
export interface Concerns {
  seller: string;
  /** Records of changes of its tier. */
  decisions: ReadonlySet<string>;
  /** Exemptions that forgave one of its orders. */
  exemptions: ReadonlySet<string>;
}

const among = (column: string, ids: ReadonlySet<string>): string =>
  ids.size === 0 ? '1 = 0' : `${column} IN (${[...ids].sort().map(quoted).join(', ')})`;

const WHICH: Readonly<Record<string, (of: Concerns) => string>> = {
  decisions: ({ decisions }) => among('decision_id', decisions),
  appeals: ({ decisions }) => among('decision_id', decisions),
  exemptions: ({ seller, exemptions }) => `seller_id = ${quoted(seller)} OR ${among('exemption_id', exemptions)}`,
  violations: ({ seller }) => `seller_id = ${quoted(seller)}`,
};

/** @param prefix the run whose inputs are looked at: it knows of all that runs before it read */
export async function recordsOf(store: ObjectStore, duck: Duck, prefix: string, concerns: Concerns): Promise<EvidenceRecord[]> {
  const found = await withFiles(store, async (fileOf) => {
    const all: EvidenceRecord[] = [];
    for (const [dataset, which] of Object.entries(WHICH)) {
      const { key, columns } = LANDING[dataset]!;
      for (const [, relation] of await acceptedRows(store, { prefix, fileOf, dataset }))
        for (const row of await duck.run(`SELECT * FROM ${relation} AS landed WHERE ${which(concerns)}`)) {
          const record = Object.fromEntries(columns.map((column) => [column.name, asLanded(row[column.name], column)]));
          const id = key.map((name) => String(record[name])).join(' ');
          const came = { dt: String(asLanded(row.dt, { kind: 'day', sql: 'DATE' })), file_id: String(row.file_id) };
          all.push({ dataset, id, updated_at: String(record.updated_at), ...came, record });
        }
    }
    return all;
  });
  return inOrderOf(found, ['dataset', 'id', 'updated_at', 'dt', 'file_id']);
}

/** DuckDB answers days as instants, and `|late_dispatch|late_delivery|` is how a list of metrics is kept. */
const asLanded = (value: unknown, { kind, sql }: Pick<Column, 'kind' | 'sql'>): unknown =>
  kind === 'metrics' && typeof value === 'string' && value.startsWith('|')
    ? value.split('|').filter(Boolean)
    : sql === 'DATE' && value instanceof Date
      ? value.toISOString().slice(0, 10)
      : value instanceof Date
        ? value.toISOString()
        : (value ?? null);
