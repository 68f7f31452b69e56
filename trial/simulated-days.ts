/** What a simulated seller's day holds: how many orders, and how many of them are at fault. */
import { quoted } from '../sql/literals.js';

/** `bad days`: half the faults fall on days on which four orders of five fail, as a sick packer or a broken printer makes them. */
export type Faults = 'independent' | 'bad days';

/** why 80 %: on a bad day something is always shipped before it breaks. */
const FAIL_ON_A_BAD_DAY = 0.8;

interface Outcome {
  counted: number;
  fault: number;
  chance: number;
}

/** The outcomes of a day with Poisson orders, `orders` of them on average, at a true rate of faults. */
export function dayOutcomes(orders: number, rate: number, faults: Faults): Outcome[] {
  const badDays = faults === 'bad days' ? rate / 2 / FAIL_ON_A_BAD_DAY : 0;
  const onOtherDays = faults === 'bad days' ? rate / 2 / (1 - badDays) : rate;
  const found: Outcome[] = [];
  let some = Math.exp(-orders);
  // why six deviations and eight: what lies beyond is rarer than one day in a thousand million.
  for (let counted = 0; counted <= orders + 6 * Math.sqrt(orders) + 8; counted++) {
    if (counted > 0) some *= orders / counted;
    const [bad, other] = [binomial(counted, FAIL_ON_A_BAD_DAY), binomial(counted, onOtherDays)];
    for (let fault = 0; fault <= counted; fault++) {
      const chance = some * (badDays * bad[fault]! + (1 - badDays) * other[fault]!);
      if (chance > 1e-15) found.push({ counted, fault, chance });
    }
  }
  return found;
}

/** The chances of 0, 1, ... n. */
function binomial(n: number, rate: number): number[] {
  let chances = [1];
  for (let one = 0; one < n; one++) {
    chances = Array.from({ length: one + 2 }, (_, k) => (chances[k] ?? 0) * (1 - rate) + (chances[k - 1] ?? 0) * rate);
  }
  return chances;
}

/** A cell of Walker's table: cells are equally likely, and each is one outcome so often, else the other. */
interface Cell {
  keep: number;
  own: Outcome;
  other: Outcome;
}

export function aliasTable(outcomes: readonly Outcome[]): Cell[] {
  const total = outcomes.reduce((sum, { chance }) => sum + chance, 0);
  const share = outcomes.map(({ chance }) => (chance / total) * outcomes.length);
  const cells: Cell[] = outcomes.map((own) => ({ keep: 1, own, other: own }));
  const small = share.flatMap((x, at) => (x < 1 ? [at] : []));
  const large = share.flatMap((x, at) => (x < 1 ? [] : [at]));
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop()!, large.at(-1)!];
    cells[less] = { keep: share[less]!, own: outcomes[less]!, other: outcomes[more]! };
    share[more]! -= 1 - share[less]!;
    if (share[more]! < 1) small.push(large.pop()!);
  }
  return cells;
}

/** Rows of the table `cells`: how days of a kind of seller fall. */
export const cellRows = (kind: string, outcomes: readonly Outcome[]): string[] =>
  aliasTable(outcomes).map(
    ({ keep, own, other }, at) =>
      `(${quoted(kind)}, ${at}, ${outcomes.length}, ${keep}, ${own.counted}, ${own.fault}, ${other.counted}, ${other.fault})`,
  );
export const CELL_COLUMNS =
  'kind VARCHAR, cell BIGINT, cells BIGINT, keep DOUBLE, own_counted BIGINT, own_fault BIGINT, other_counted BIGINT, other_fault BIGINT';

/**
 * One row per seller and day with orders, of the days after `from` until `to`. `sellers` has a seller's kinds: `kind`, and from the day
 * `turns_on` on `kind_later`. The same seed draws the same days.
 */
export const daysSql = (given: { from: string; to: string; seed: number }): string => `
  WITH drawn AS (
    SELECT
      s.seller_id, d.cohort_day, CASE WHEN d.cohort_day >= s.turns_on THEN s.kind_later ELSE s.kind END AS kind,
      hash(s.seller_id, d.cohort_day, ${given.seed}, 'cell') AS first,
      CAST(hash(s.seller_id, d.cohort_day, ${given.seed}, 'keep') >> 11 AS DOUBLE) / 9007199254740992 AS second
    FROM sellers AS s, (
      SELECT CAST(unnest(range(DATE ${quoted(given.from)} + 1, DATE ${quoted(given.to)} + 1, INTERVAL 1 DAY)) AS DATE) AS cohort_day
    ) AS d
  ),
  celled AS (
    SELECT d.*, CAST(d.first % CAST(k.cells AS UBIGINT) AS BIGINT) AS cell
    FROM drawn AS d JOIN (SELECT DISTINCT kind, cells FROM cells) AS k ON k.kind = d.kind
  )
  SELECT
    d.seller_id, d.cohort_day,
    CASE WHEN d.second < c.keep THEN c.own_counted ELSE c.other_counted END AS counted,
    CASE WHEN d.second < c.keep THEN c.own_fault ELSE c.other_fault END AS fault
  FROM celled AS d JOIN cells AS c ON c.kind = d.kind AND c.cell = d.cell
  WHERE CASE WHEN d.second < c.keep THEN c.own_counted ELSE c.other_counted END > 0`;
