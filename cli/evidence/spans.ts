/** What several runs in a row say alike is said once, with the first and the last of them. */

/** A row as some runs in a row have it. */
export type Spanned<Row> = { first_run: string; last_run: string } & Row;

/** Gathers rows run by run, oldest first; of each run no more is held than of the one before it. */
export class Spans<Row extends object> {
  /** In the order in which rows first appear. */
  readonly all: Spanned<Row>[] = [];
  private open = new Map<string, Spanned<Row>>();

  /** The rows of the next run; of rows that are equal in all that JSON says one stands for all. */
  add(run: string, rows: readonly Row[]): void {
    const here = new Map<string, Spanned<Row>>();
    for (const row of rows) {
      const said = JSON.stringify(row);
      if (here.has(said)) continue;
      const before = this.open.get(said);
      if (before) before.last_run = run;
      else this.all.push({ first_run: run, last_run: run, ...row });
      here.set(said, before ?? this.all.at(-1)!);
    }
    this.open = here;
  }
}

/** The same of runs that are all there. */
export function spansOf<Row extends object>(runs: Iterable<readonly [run: string, rows: readonly Row[]]>): Spanned<Row>[] {
  const spans = new Spans<Row>();
  for (const [run, rows] of runs) spans.add(run, rows);
  return spans.all;
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
