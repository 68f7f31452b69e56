/** What several runs in a row say alike is said once, with the first and the last of them. */

/** A row as some runs in a row have it. */
export type Spanned<Row> = { first_run: string; last_run: string } & Row;

/**
 * @param runs ids, oldest first
 * @param rowsOf the rows of a run; of rows that are equal in all that JSON says one stands for all
 * @returns in the order in which rows first appear
 */
export function spansOf<Row extends object>(runs: readonly string[], rowsOf: (run: string) => readonly Row[]): Spanned<Row>[] {
  const spans: Spanned<Row>[] = [];
  let open = new Map<string, Spanned<Row>>();
  for (const run of runs) {
    const here = new Map<string, Spanned<Row>>();
    for (const row of rowsOf(run)) {
      const said = JSON.stringify(row);
      const before = open.get(said);
      if (before) before.last_run = run;
      else if (!here.has(said)) spans.push({ first_run: run, last_run: run, ...row });
      here.set(said, before ?? here.get(said) ?? spans.at(-1)!);
    }
    open = here;
  }
  return spans;
}

/** Sorted by some columns, then by the run that said so first: in code unit order, so that it is the same everywhere. */
export function inOrderOf<Row extends object>(rows: readonly Row[], columns: readonly (keyof Row)[]): Row[] {
  const compare = (a: unknown, b: unknown): number =>
    String(a ?? '') < String(b ?? '') ? -1 : String(a ?? '') > String(b ?? '') ? 1 : 0;
  return rows.toSorted((a, b) => {
    for (const column of columns) {
      const by = compare(a[column], b[column]);
      if (by !== 0) return by;
    }
    return 0;
  });
}
