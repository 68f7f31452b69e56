import { use } from 'react';
import type { Address } from '../address.js';
import type { Run } from '../data/run.js';
import { count, NONE, share } from '../format.js';
import { Heads } from '../parts/Heads.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';
import { Counted } from './Counted.js';
import { of } from './chosen.js';

const say = PAGE.onboarding;

/** How many have taken each step, of all applications, and within how many days. */
export function Funnel({ run, address }: { run: Run; address: Address }) {
  const rows = of(use(run.applicationSteps()), address).sort((a, b) => a.place - b.place);
  const inDays = (days: number | null) => (days === null ? NONE : say.funnel.days(days, count(days)));
  return (
    <Scroll label={say.funnel.title}>
      <table className="figures wrapped">
        <thead>
          <tr>
            <Heads columns={say.funnel.columns} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.step} data-testid={`step-${row.step}`}>
              <th scope="row" className="text">
                {say.steps[row.step]}
              </th>
              {row.is_measured ? (
                <>
                  <td data-cell="reached">
                    <Counted n={row.reached} by={row.step} />
                  </td>
                  <td data-cell="share">{share(row.reached! / row.applications)}</td>
                  <td data-cell="median">{inDays(row.median_days)}</td>
                  <td data-cell="most">{inDays(row.p90_days)}</td>
                </>
              ) : (
                <td className="unmeasured" colSpan={4}>
                  {say.funnel.notMeasured}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
