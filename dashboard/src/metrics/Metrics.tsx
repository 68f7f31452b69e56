import { use } from 'react';
import { ALL } from '../../../wording/wording.js';
import { type Address, linkTo } from '../address.js';
import { luckiness, type Spread } from '../data/moving.js';
import type { Run } from '../data/run.js';
import { bound, count, rate } from '../format.js';
import { MetricPicker } from '../movers/MetricPicker.js';
import { isMeasured, NotMeasured } from '../parts/NotMeasured.js';
import { Empty, Panel, Reading } from '../parts/Panel.js';
import { RegionHead } from '../parts/RegionHead.js';
import { Scroll } from '../parts/Scroll.js';
import { Funnel } from './Funnel.js';

/** why 50: as many as a person reads; the chart has them all. */
const SHOWN = 50;

/** How sellers spread about a metric's bound, and who is beyond luck. */
export function Metrics({ run, address }: { run: Run; address: Address }) {
  const say = run.wording.words.spread;
  const programme =
    run.policies.programmes.find(({ evaluation, programme: key }) => evaluation && key === address.programme) ??
    run.policies.programmes.find(({ evaluation }) => evaluation);
  const metrics = programme?.metrics.map(({ metric }) => metric) ?? [];
  const metric = metrics.includes(address.metric) ? address.metric : metrics[0];
  return (
    <>
      <RegionHead run={run} region={address.region} title={say.title} note={say.note} />
      {programme && metric ? (
        <>
          <search className="filters few">
            <MetricPicker run={run} label={say.metric} metrics={metrics} value={metric} />
          </search>
          {isMeasured(run, metric) ? (
            <Reading lines={12}>
              <OfMetric run={run} region={address.region} programme={programme.programme} metric={metric} />
            </Reading>
          ) : (
            <NotMeasured run={run} metric={metric} />
          )}
        </>
      ) : (
        <Empty>{say.none}</Empty>
      )}
    </>
  );
}

interface OfMetricProps {
  run: Run;
  region: string;
  programme: string;
  metric: string;
}

function OfMetric({ run, region, programme, metric }: OfMetricProps) {
  const say = run.wording.words.spread;
  const here = new Set(
    use(run.sellingIn(region))
      .filter((one) => one.programme === programme)
      .map(({ seller_id }) => seller_id),
  );
  const judged = use(run.spreadOf(metric)).filter(
    (row) => row.programme === programme && row.at_most != null && row.counted_left > 0 && isJudged(row),
  );
  const rows = region === ALL ? judged : judged.filter(({ seller_id }) => here.has(seller_id));
  const rules = run.policies.programmes.find((one) => one.programme === programme)!;
  const atMost = rules.metrics.find((one) => one.metric === metric)!.tiers[rules.standard]!.at_most;
  const line = use(run.luck())
    .filter((one) => one.programme === programme && one.at_most_ppm === Math.round(atMost * 1e6))
    .map(({ faults, notice_to }) => ({ counted: notice_to, faults }));
  if (rows.length === 0) return <Empty testid="nobody-spread">{say.none}</Empty>;
  return (
    <>
      <Panel title={run.wording.metricTitle(metric)} note={say.line} testid="funnel">
        <Funnel rows={rows} line={line} atMost={atMost} words={run.wording.words} title={run.wording.metricTitle(metric)} />
      </Panel>
      <div className="side-by-side">
        <Beyond run={run} rows={rows} programme={programme} metric={metric} />
        <Distribution run={run} rows={rows} atMost={atMost} />
      </div>
    </>
  );
}

const isJudged = ({ verdict }: Spread): boolean => verdict !== 'not_measured' && verdict !== 'not_assessable';

function Beyond({ run, rows, programme, metric }: { run: Run; rows: Spread[]; programme: string; metric: string }) {
  const say = run.wording.words.spread;
  const worst = rows
    .filter(({ verdict }) => verdict !== 'met')
    .toSorted((a, b) => b.fault_left - a.fault_left || (a.seller_id < b.seller_id ? -1 : 1));
  return (
    <Panel title={say.worst} note={say.shown(count(Math.min(SHOWN, worst.length)), count(worst.length))} testid="beyond">
      <Scroll label={say.worst} tall>
        <table className="figures">
          <thead>
            <tr>
              {say.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {worst.slice(0, SHOWN).map((row) => (
              <tr key={row.seller_id} data-testid="spread-row">
                <th scope="row">
                  <a href={linkTo({ view: 'seller', seller: row.seller_id, open: `${programme}/${metric}` })}>{row.seller_id}</a>
                </th>
                <td>{count(row.counted_left)}</td>
                <td>{count(row.fault_left)}</td>
                <td>{rate(row.fault_left / row.counted_left)}</td>
                <td className="words">{run.wording.words.calls.luck[luckiness(row.verdict, row)]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

/** Upper ends of the bands, as multiples of the bound. */
const BANDS = [0, 0.5, 1, 2, Number.POSITIVE_INFINITY] as const;

function Distribution({ run, rows, atMost }: { run: Run; rows: Spread[]; atMost: number }) {
  const say = run.wording.words.spread;
  const sellers = BANDS.map(() => 0);
  for (const { fault_left, counted_left } of rows)
    sellers[BANDS.findIndex((times) => (times === 0 ? fault_left === 0 : fault_left / counted_left <= times * atMost))]! += 1;
  const most = Math.max(...sellers, 1);
  return (
    <Panel title={say.distribution} note={say.bound(bound(atMost))} testid="distribution">
      <table className="figures distribution">
        <thead>
          <tr>
            <th scope="col">{say.band}</th>
            <th scope="col">{say.sellers}</th>
          </tr>
        </thead>
        <tbody>
          {say.bands.map((title, at) => (
            <tr key={title} data-testid="band">
              <th scope="row">{title}</th>
              <td>
                <span className="part">
                  <span className="tabular">{count(sellers[at]!)}</span>
                  <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect x="0" y="1" height="6" width={(sellers[at]! / most) * 100} className="lowers" />
                  </svg>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
