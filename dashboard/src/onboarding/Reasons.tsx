import { use } from 'react';
import type { Address } from '../address.js';
import type { Run } from '../data/run.js';
import { share } from '../format.js';
import { Heads } from '../parts/Heads.js';
import { Empty } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';
import { Counted } from './Counted.js';
import { of } from './chosen.js';
import { codeOf } from './code.js';

const say = PAGE.onboarding.why;

/** By which codes applications were rejected, the commonest first. */
export function Reasons({ run, address }: { run: Run; address: Address }) {
  const rows = of(use(run.rejections()), address).sort((a, b) => b.applications - a.applications);
  const all = rows.reduce((sum, row) => sum + row.applications, 0);
  if (all === 0) return <Empty testid="none-rejected">{say.none}</Empty>;
  return (
    <Scroll label={say.title}>
      <table className="figures wrapped">
        <thead>
          <tr>
            <Heads columns={say.columns} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.reject_code} data-testid="reason">
              <th scope="row" className="text">
                {codeOf(row.reject_code)}
              </th>
              <td data-cell="applications">
                <Counted n={row.applications} by="code" member={row.reject_code} />
              </td>
              <td data-cell="share">{share(row.applications / all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
