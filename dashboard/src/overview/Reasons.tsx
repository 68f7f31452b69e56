import { use } from 'react';
import { capital } from '../../../wording/wording.js';
import type { ReasonCount } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { count } from '../format.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';

const say = PAGE.overview.reasons;

/** Why orders were left out or forgiven. */
export function Reasons({ run, region, window }: { run: Run; region: string; window: number }) {
  return (
    <Panel title={say.title} testid="reasons" note={say.note}>
      <Lists run={run} region={region} window={window} />
    </Panel>
  );
}

function Lists({ run, region, window }: { run: Run; region: string; window: number }) {
  const rows = use(run.reasonCounts(region)).filter((row) => row.window_days === window);
  if (rows.length === 0) return <Empty>{say.none(window)}</Empty>;
  return (
    <div className="columns">
      <List run={run} outcome="excluded" rows={rows.filter((row) => row.outcome === 'excluded')} />
      <List run={run} outcome="forgiven" rows={rows.filter((row) => row.outcome === 'forgiven')} />
    </div>
  );
}

function List({ run, outcome, rows }: { run: Run; outcome: ReasonCount['outcome']; rows: ReasonCount[] }) {
  const { metricTitle, reason, words } = run.wording;
  const title = words.outcomes[outcome];
  if (rows.length === 0) return <p className="note">{say.noneOf(title)}</p>;
  return (
    <Scroll label={title}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col" className="text">
              {say.metric}
            </th>
            <th scope="col">{say.orders}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((a, b) => b.orders - a.orders)
            .map((row) => (
              <tr key={`${row.metric}/${row.reason}`}>
                <th scope="row" className="reason">
                  {capital(reason(row.metric, row.reason))}
                </th>
                <td className="text">{metricTitle(row.metric)}</td>
                <td>{count(row.orders)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
}
