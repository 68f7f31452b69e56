import { use } from 'react';
import type { Words } from '../../../wording/words.js';
import { type Address, adjust } from '../address.js';
import type { RegionMetric } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { count, rate, shortDay } from '../format.js';
import { RateChange } from '../parts/Change.js';
import { judgedHow } from '../parts/judged-how.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';

const say = PAGE.overview.metrics;

/** Every metric of the region: the rate sellers answer for beside the raw one, and the counts both are made of. */
export function MetricTable({ run, address }: { run: Run; address: Address }) {
  return (
    <Panel title={say.title} testid="metrics" lines={9} note={say.note}>
      <Rows run={run} address={address} />
    </Panel>
  );
}

function Rows({ run, address }: { run: Run; address: Address }) {
  const { region, window } = address;
  const { metricTitle, metricPlace } = run.wording;
  const rows = use(run.regionMetrics())
    .filter((row) => row.region === region && row.window_days === window)
    .sort((a, b) => metricPlace(a.metric) - metricPlace(b.metric));
  if (rows.length === 0) return <Empty>{say.none(window)}</Empty>;
  const chosen = address.metric || rows.find((row) => row.met != null)?.metric;
  return (
    <Scroll label={say.title}>
      <table className="figures metrics">
        <Head words={run.wording.words} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.metric} data-testid={`metric-${row.metric}`} aria-selected={row.metric === chosen}>
              <th scope="row">
                {row.met == null ? (
                  <span title={judgedHow(row.metric)?.population}>{metricTitle(row.metric)}</span>
                ) : (
                  <button
                    type="button"
                    className="link"
                    title={judgedHow(row.metric)?.population}
                    aria-pressed={row.metric === chosen}
                    onClick={() => adjust({ metric: row.metric })}
                  >
                    {metricTitle(row.metric)}
                  </button>
                )}
                <span className="faint days">
                  {run.wording.words.digest.daysCounted(shortDay(row.first_day), shortDay(row.last_day))}
                </span>
              </th>
              {row.met == null ? <NotMeasured needs={run.wording.needs(row.metric)} /> : <Figures row={row} />}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Head({ words }: { words: Words }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {say.metric}
        </th>
        <th scope="colgroup" colSpan={4}>
          <span>{say.rate}</span>
        </th>
        <th scope="colgroup" colSpan={6}>
          <span>{say.orders}</span>
        </th>
      </tr>
      <tr>
        <th scope="col" title={say.accountableMeans}>
          {say.accountable}
        </th>
        <th scope="col" title={say.changeMeans}>
          {say.change}
        </th>
        <th scope="col" title={say.rawMeans}>
          {say.raw}
        </th>
        <th scope="col" title={say.bySellerMeans}>
          {say.bySeller}
        </th>
        <th scope="col">{words.outcomes.met}</th>
        <th scope="col">{words.outcomes.fault}</th>
        <th scope="col">{words.outcomes.forgiven}</th>
        <th scope="col">{words.outcomes.excluded}</th>
        <th scope="col" title={say.pendingMeans}>
          {words.outcomes.pending}
        </th>
        <th scope="col" title={say.sellersMeans}>
          {say.sellers}
        </th>
      </tr>
    </thead>
  );
}

function NotMeasured({ needs }: { needs: readonly string[] }) {
  return (
    <td className="unmeasured" colSpan={10}>
      {say.notMeasured}
      {needs.length > 0 && <span className="faint">{say.needs(needs.join(', '))}</span>}
    </td>
  );
}

function Figures({ row }: { row: RegionMetric }) {
  const waiting = row.accountable_rate == null;
  return (
    <>
      <td className={waiting ? '' : 'strong'} data-cell="accountable_rate">
        {waiting ? (
          <span className="faint" title={say.nothingFinal(row.pending ?? 0, count(row.pending ?? 0))}>
            {row.pending ? say.allPending : say.noOrders}
          </span>
        ) : (
          rate(row.accountable_rate)
        )}
      </td>
      <td data-cell="change">
        <RateChange row={row} />
      </td>
      <td data-cell="raw_rate">{rate(row.raw_rate)}</td>
      <td data-cell="seller_weighted_rate">{rate(row.seller_weighted_rate)}</td>
      <td data-cell="met">{count(row.met)}</td>
      <td data-cell="fault">{count(row.fault)}</td>
      <td data-cell="forgiven">{count(row.forgiven)}</td>
      <td data-cell="excluded">{count(row.excluded)}</td>
      <td data-cell="pending">{count(row.pending)}</td>
      <td data-cell="sellers">{count(row.sellers)}</td>
    </>
  );
}
