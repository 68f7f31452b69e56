import type { Lead, LeadEvidence } from '../data/leads.js';
import { zoneOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { amount, count, moment, NONE } from '../format.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';
import { evidenceOf } from './csv.js';
import { twinOf } from './said.js';

const say = PAGE.leadsPage.opened;

type Shown = ReturnType<typeof evidenceOf>[number][0] | 'placed_at';
const AMOUNTS: readonly Shown[] = ['amount', 'among'];

/** The orders of a lead, each with the moments and numbers that tell. */
export function Evidence({ run, lead, rows }: { run: Run; lead: Lead; rows: readonly LeadEvidence[] }) {
  const zone = zoneOf(run.policies, lead.region);
  const told = evidenceOf(lead.lead);
  // Where one of the moments is that of the order, it is said once.
  const asPlaced = rows.every(({ placed_at, to_at }) => placed_at.getTime() === to_at.getTime());
  const columns: [Shown, string][] = [...(asPlaced ? [] : [['placed_at', say.placed] as [Shown, string]]), ...told];
  return (
    <Scroll label={say.title}>
      <table className="figures wrapped">
        <thead>
          <tr>
            <th scope="col" className="text">
              {say.order}
            </th>
            <th scope="col">{say.buyer}</th>
            {columns.map(([column, head]) => (
              <th key={column} scope="col" className={AMOUNTS.includes(column) ? '' : 'text'}>
                {head}
              </th>
            ))}
            <th scope="col">{say.value}</th>
            <th scope="col" className="text">
              {say.explained}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.order_id} data-testid="evidence-row">
              <th scope="row" className="mono">
                {row.order_id}
              </th>
              <td data-cell="buyer">{count(row.buyer)}</td>
              {columns.map(([column]) => (
                <td key={column} data-cell={column} className={AMOUNTS.includes(column) ? '' : 'text'}>
                  <Told value={row[column]} zone={zone} />
                </td>
              ))}
              <td data-cell="value">{amount(row.gmv_minor, row.currency)}</td>
              <td className="text reason" data-cell="twin">
                {twinOf(lead.lead, row.twin) || NONE}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** A moment in the time of the region, a number, or the id of an order. */
function Told({ value, zone }: { value: Date | number | string | null; zone: string }) {
  if (value === null) return NONE;
  if (typeof value === 'number') return count(value);
  if (typeof value === 'string') return <span className="mono">{value}</span>;
  return (
    <time dateTime={value.toISOString()} title={zone}>
      {moment(value, zone)}
    </time>
  );
}
