import { LANDING } from '../../contracts/landing/index.js';
import { acceptedColumns, localDayColumn, unknownMoments } from '../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../contracts/ledger/counts.js';
import type { LandedRows } from './query-engine.js';

/** Columns of landed rows of one kind, as SQL and Parquet have them. */
export const landedColumns = (source: Pick<LandedRows, 'kind' | 'dataset'>): readonly { name: string; sql: string }[] =>
  source.kind === 'counts' ? COUNT_COLUMNS : acceptedColumns(LANDING[source.dataset]!);

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** How an engine reads landed rows, each in the words of its SQL. */
export interface LandedPlaces {
  /** Text after FROM: rows of at least the files of the run's inputs. They are called `landed`. */
  rows: string;
  /** The id of the file that a row of `landed` came from. */
  file_id: string;
  /** Text after FROM: the run's inputs. */
  inputs: string;
  /** Bounds what is looked at; for speed alone. */
  where?: string;
}

/** The text after FROM for landed rows: those whose file is an input of the run. The one place where that is decided. */
export function rowsOfInputs(source: LandedRows, places: LandedPlaces): string {
  const conditions = {
    counts: ['inputs.is_news'],
    accepted: [`inputs.dataset = ${text(source.dataset)}`, 'inputs.accepted > 0'],
    accepted_news: [`inputs.dataset = ${text(source.dataset)}`, 'inputs.accepted > 0', 'inputs.is_news'],
  }[source.kind];
  const where = [...(places.where ? [places.where] : []), ...conditions];
  const columns = source.kind === 'counts' ? COUNT_COLUMNS.map(({ name }) => `landed.${name}`) : asRead(source.dataset);
  return [
    `(SELECT ${columns.join(', ')}`,
    `FROM ${places.rows} AS landed`,
    `JOIN ${places.inputs} AS inputs ON inputs.file_id = ${places.file_id}${where.length > 0 ? '' : ')'}`,
    ...(where.length > 0 ? [`WHERE ${where.join(' AND ')})`] : []),
  ].join('\n');
}

/** Columns of accepted rows: a moment that cannot be, and its local day, are null; see readColumns. */
function asRead(dataset: string): string[] {
  const contract = LANDING[dataset]!;
  const cannotBe = unknownMoments(contract).map(({ column, moment, minutes }) => {
    const [number, unit] = minutes % DAY === 0 ? [minutes / DAY, 'DAY'] : [minutes, 'MINUTE'];
    return { column, is: `landed.${column} < landed.${moment} - INTERVAL '${number}' ${unit}` };
  });
  const columns = acceptedColumns(contract).map(({ name }) => {
    const rule = cannotBe.find(({ column }) => name === column || name === localDayColumn(column));
    return rule ? `CASE WHEN ${rule.is} THEN NULL ELSE landed.${name} END AS ${name}` : `landed.${name}`;
  });
  if (cannotBe.length === 0) return columns;
  const told = cannotBe.map(({ column, is }) => `CASE WHEN ${is} THEN ' ${column}' ELSE '' END`);
  return [...columns, `${told.join(' || ')} AS cannot_be`];
}

/** Minutes. */
const DAY = 24 * 60;
