import { use } from 'react';
import { ALL, capital } from '../../../wording/wording.js';
import { type Address, linkTo } from '../address.js';
import type { RegionFault } from '../data/moving.js';
import { DatasetMissing, type Run } from '../data/run.js';
import { count, day, NONE } from '../format.js';
import { Beginning } from '../parts/Beginning.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { saveTable } from '../parts/save-table.js';
import { PAGE } from '../speech.js';
import { entryOf } from './MetricPicker.js';
import { memberTitle } from './members.js';

const say = PAGE.faultsPage;

/** By what faults are told apart, each by the column that says it. */
const COLUMN: Readonly<Record<string, keyof RegionFault>> = {
  seller: 'seller_id',
  carrier: 'carrier',
  category: 'category',
  destination_area: 'destination_area',
  tenure: 'tenure',
  region: 'region',
};

/** What stands behind a number of Movers: each order at fault, of a carrier, category, seller or whatever was clicked. */
export function Faults({ run, address }: { run: Run; address: Address }) {
  const { movers } = run.wording.words;
  const column = COLUMN[address.by];
  const whose = column && say.of(movers.dimensions[address.by]!, memberTitle(run, address.by, address.member || null));
  return (
    <>
      <p className="back">
        <a href={linkTo({ view: 'movers', by: address.by })}>← {say.back}</a>
      </p>
      <div className="page-head">
        <div>
          <h1>
            {say.title} · {run.wording.metricTitle(address.metric)}
          </h1>
          <p className="note">
            {[run.wording.regionName(run.policies.regions, address.region), whose].filter(Boolean).join(' · ')}
          </p>
        </div>
      </div>
      <Panel title={say.order} testid="faults" lines={12}>
        <List run={run} address={address} key={`${address.region} ${address.metric} ${address.by} ${address.member}`} />
      </Panel>
    </>
  );
}

function useFaults(run: Run, { region, metric, window, by, member }: Address) {
  if (!run.publishes('region_faults')) throw new DatasetMissing('region_faults', run.manifest.run_id);
  const period = use(run.regionMetrics()).find(
    (row) => row.region === region && row.metric === metric && row.window_days === window,
  );
  const all = use(run.faults(region, metric));
  const column = COLUMN[by];
  const rows = period
    ? all
        .filter(({ cohort_day }) => cohort_day >= period.first_day && cohort_day <= period.last_day)
        .filter((row) => !column || row[column] === (member || null))
        .sort((a, b) => (a.cohort_day === b.cohort_day ? 0 : a.cohort_day < b.cohort_day ? 1 : -1))
    : [];
  return { period, rows };
}

function List({ run, address }: { run: Run; address: Address }) {
  const { period, rows } = useFaults(run, address);
  if (!period || rows.length === 0) return <Empty testid="no-faults">{say.none}</Empty>;
  const counted = rows.reduce((sum, row) => sum + row.counted, 0);
  const save = () =>
    saveTable(`${say.file}-${address.metric}-${run.manifest.run_date}`, [
      say.csv,
      ...rows.map((row) => [
        ...[row.subject_id, row.seller_id, row.region, row.cohort_day, run.wording.reason(row.metric, row.reason)],
        ...[row.carrier ?? '', row.category ?? '', row.destination_area ?? '', String(row.counted)],
      ]),
    ]);
  return (
    <>
      <div className="list-tools">
        <p role="status">
          <strong data-testid="fault-count">
            {counted === rows.length ? say.count(count(rows.length)) : say.items(count(counted), count(rows.length))}
          </strong>{' '}
          <span className="faint">{say.days(day(period.first_day), day(period.last_day))}</span>
        </p>
        <button type="button" className="button" onClick={save} data-testid="save-csv">
          {say.download}
        </button>
      </div>
      <Beginning rows={rows} of="faults">
        {(shown) => <Table run={run} address={address} rows={shown} />}
      </Beginning>
    </>
  );
}

function Table({ run, address, rows }: { run: Run; address: Address; rows: RegionFault[] }) {
  const { reason, room } = run.wording;
  const ofOrders = room(address.metric)?.subject !== 'conversation';
  const [order, ...others] = say.columns;
  return (
    <Scroll label={say.title}>
      <table className="figures">
        <thead>
          <tr>
            {[ofOrders ? order : say.conversation, ...others].map((title) => (
              <th key={title} scope="col" className="text">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.seller_id}/${row.subject_id}`} data-testid="fault">
              <th scope="row" className="mono">
                {row.subject_id}
              </th>
              <td className="text">
                <a href={linkTo({ view: 'seller', seller: row.seller_id, open: entryOf(run, row.metric) })}>{row.seller_id}</a>
              </td>
              <td className="text">
                {day(row.cohort_day)} {address.region === ALL && <span className="faint">{row.region}</span>}
              </td>
              <td className="text reason">{capital(reason(row.metric, row.reason))}</td>
              <td className="text">{row.carrier ?? NONE}</td>
              <td className="text">{row.category ?? NONE}</td>
              <td className="text">{row.destination_area ?? NONE}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
