import { use } from 'react';
import type { Address } from '../address.js';
import type { Run } from '../data/run.js';
import { day } from '../format.js';
import { Beginning } from '../parts/Beginning.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';
import { Counted } from './Counted.js';
import { ENDS, of, STEPS } from './chosen.js';

const say = PAGE.onboarding;

/** How far the applications of each week have come, the newest week first. */
export function Weeks({ run, address }: { run: Run; address: Address }) {
  const rows = of(use(run.applicationWeeks()), address).sort((a, b) => (a.week < b.week ? 1 : -1));
  return (
    <Beginning rows={rows} of="weeks" key={`${address.region} ${address.channel}`}>
      {(shown) => (
        <Scroll label={say.weeks.title}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col" className="text">
                  {say.weeks.week}
                </th>
                {STEPS.map((step) => (
                  <th key={step} scope="col">
                    {say.steps[step]}
                  </th>
                ))}
                {ENDS.map((end) => (
                  <th key={end} scope="col">
                    {say[end]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.week} data-testid={`week-${row.week}`}>
                  <th scope="row" className="text">
                    {day(row.week)}
                  </th>
                  {[...STEPS, ...ENDS].map((by) => (
                    <td key={by} data-cell={by}>
                      <Counted n={row[by]} by={by} member={row.week} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Beginning>
  );
}
