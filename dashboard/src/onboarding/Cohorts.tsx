import { use } from 'react';
import type { Address } from '../address.js';
import type { Cohort } from '../data/onboarding.js';
import type { Run } from '../data/run.js';
import { count, month, NONE } from '../format.js';
import { Heads } from '../parts/Heads.js';
import { Empty } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';
import { Counted } from './Counted.js';
import { MARKS, of } from './chosen.js';

const say = PAGE.onboarding.cohorts;

/** Of the sellers of each month how many still sell after 30, 60 and 90 days, the newest month first. */
export function Cohorts({ run, address }: { run: Run; address: Address }) {
  const rows = of(use(run.cohorts()), address);
  const months = [...new Set(rows.map((row) => row.month))].sort().reverse();
  if (months.length === 0) return <Empty testid="nobody-sold">{say.none}</Empty>;
  return (
    <Scroll label={say.title}>
      <table className="figures wrapped">
        <thead>
          <tr>
            <Heads columns={say.columns} />
            {MARKS.map((days) => (
              <th key={days} scope="col">
                {say.after(count(days))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((first) => (
            <Month key={first} rows={rows.filter((row) => row.month === first)} first={first} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Month({ rows, first }: { rows: readonly Cohort[]; first: string }) {
  return (
    <tr data-testid={`month-${first}`}>
      <th scope="row" className="text">
        {month(first)}
      </th>
      <td data-cell="sellers">
        <Counted n={rows[0]!.sellers} by="month" member={first} />
      </td>
      {MARKS.map((days) => (
        <td key={days} data-cell={days}>
          <Still row={rows.find((row) => row.days === days)!} first={first} />
        </td>
      ))}
    </tr>
  );
}

/** `48 of 52`, each number a link to its applications. */
function Still({ row, first }: { row: Cohort; first: string }) {
  if (row.passed === 0) return NONE;
  const [before, between, after] = say.of('\n', '\n').split('\n');
  return (
    <>
      {before}
      <Counted n={row.still_selling} by={`still_${row.days}`} member={first} />
      {between}
      <Counted n={row.passed} by={`month_${row.days}`} member={first} />
      {after}
    </>
  );
}
