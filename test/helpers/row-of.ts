import type * as z from 'zod';
import type { PublishedContract } from '../../contracts/contract.js';

type NullableColumns<Row> = { [Column in keyof Row]: null extends Row[Column] ? Column : never }[keyof Row];
/** What a hand-made row must give: every column that the contract requires. The others are null unless given. */
export type Given<Row> = Omit<Row, NullableColumns<Row>> & Partial<Pick<Row, NullableColumns<Row>>>;

/** A row of a published dataset, checked against its contract. Throws on a value that the contract refuses. */
export function rowOf<Shape extends z.ZodObject>(
  { row, columns }: PublishedContract<Shape>,
  given: Given<z.infer<Shape>>,
): z.infer<Shape> {
  const nulls = Object.fromEntries(columns.map(({ name }) => [name, null]));
  return row.parse({ ...nulls, ...given }) as z.infer<Shape>;
}
