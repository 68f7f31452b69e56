import { use } from 'react';
import { ALL } from '../../../wording/wording.js';
import { linkTo } from '../address.js';
import type { Run } from '../data/run.js';
import { count, rate, wholeAmount } from '../format.js';
import { Growth } from '../parts/Change.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';

const say = PAGE.overview;

/** Where to look first: the regions beside each other, by the rates their sellers answer for. */
export function RegionsSideBySide({ run, window }: { run: Run; window: number }) {
  return (
    <Panel title={say.regions.title} testid="regions" lines={7} note={say.regions.note}>
      <Rows run={run} window={window} />
    </Panel>
  );
}

function Rows({ run, window }: { run: Run; window: number }) {
  const kpis = use(run.regionKpis())
    .filter((row) => row.window_days === window && row.region !== ALL)
    .sort((a, b) => b.orders - a.orders);
  const rates = use(run.regionMetrics()).filter((row) => row.window_days === window);
  if (kpis.length === 0) return <Empty>{say.regions.none(window)}</Empty>;
  // metrics of which nothing is final in the period would be columns of dashes
  const { metricTitle, metricPlace, regionName } = run.wording;
  const metrics = [...new Set(rates.filter((row) => row.accountable_rate != null).map((row) => row.metric))].sort(
    (a, b) => metricPlace(a) - metricPlace(b),
  );
  const rateOf = (region: string, metric: string) =>
    rates.find((row) => row.region === region && row.metric === metric)?.accountable_rate;
  return (
    <Scroll label={say.regions.regions}>
      <table className="figures wrapped">
        <thead>
          <tr>
            <th scope="col">{say.regions.region}</th>
            <th scope="col">{say.orders}</th>
            <th scope="col">{say.regions.change}</th>
            <th scope="col">{say.goods}</th>
            <th scope="col">{say.activeSellers}</th>
            {metrics.map((key) => (
              <th scope="col" key={key}>
                {metricTitle(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kpis.map((row) => (
            <tr key={row.region} data-testid={`region-${row.region}`}>
              <th scope="row">
                <a href={linkTo({ region: row.region })}>{regionName(run.policies.regions, row.region)}</a>
              </th>
              <td>{count(row.orders)}</td>
              <td>
                <Growth now={row.orders} before={row.previous_orders} whole={row.previous_whole} />
              </td>
              <td>{wholeAmount(row.gmv_minor, row.currency)}</td>
              <td>{count(row.active_sellers)}</td>
              {metrics.map((key) => (
                <td key={key}>{rate(rateOf(row.region, key))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
