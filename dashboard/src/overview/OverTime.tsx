import { use } from 'react';
import { metricOf } from '../../../metrics/index.js';
import type { Words } from '../../../wording/words.js';
import { type Address, adjust } from '../address.js';
import { judgedMetric } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { count, day, many, rate, shortDay } from '../format.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { Switch } from '../parts/Switch.js';
import { type Period, periodsOf } from './periods.js';
import { RateChart } from './RateChart.js';

const GROUPINGS = [
  { value: 'week', title: 'Week' },
  { value: 'day', title: 'Day' },
] as const;

/** One metric of the region over the last half year. */
export function OverTime({ run, address }: { run: Run; address: Address }) {
  return (
    <Panel
      title="Over time"
      testid="over-time"
      lines={10}
      tools={
        <Switch
          label="Grouped by"
          value={address.grouping}
          options={GROUPINGS}
          onChange={(grouping) => adjust({ grouping })}
          testid="grouping"
        />
      }
    >
      <Lines run={run} address={address} />
    </Panel>
  );
}

function Lines({ run, address }: { run: Run; address: Address }) {
  const { region, grouping } = address;
  const { metricTitle, words } = run.wording;
  const days = use(run.regionDays(region));
  const present = [...new Set(days.map((row) => row.metric))];
  const metric = address.metric || present.find((name) => name === 'late_dispatch') || present[0];
  if (!metric || !present.includes(metric)) {
    return (
      <Empty testid="nothing-over-time">
        {metric && run.manifest.not_measured.includes(metric)
          ? `${metricTitle(metric)} is not measured: nothing has landed that it is made of.`
          : 'Nothing counted in this region in the last 180 days.'}
      </Empty>
    );
  }
  const periods = periodsOf(
    days.filter((row) => row.metric === metric),
    grouping,
    run.manifest.run_date,
  );
  const final = judgedMetric(run.policies, metric)?.maturation_days;
  const why = metricOf(metric)?.settings.maturation_days.why;
  return (
    <>
      <div className="chart-head">
        <label className="picker inline">
          <span className="unseen">Metric on the chart</span>
          <select value={metric} onChange={(event) => adjust({ metric: event.target.value })} data-testid="chart-metric">
            {present.map((name) => (
              <option key={name} value={name}>
                {metricTitle(name)}
              </option>
            ))}
          </select>
        </label>
        <ul className="legend">
          <li className="key-accountable">{words.rates.accountable}</li>
          <li className="key-raw">{words.rates.raw}</li>
          <li className="key-pending">Not final yet</li>
        </ul>
      </div>
      <RateChart periods={periods} title={`${metricTitle(metric)}, per ${grouping}`} words={words} />
      <p className="note">
        Bars are orders counted.
        {final !== undefined && ` An outcome is final ${many(final, 'day')} after its cohort day${why ? `: ${why}` : ''}.`}
      </p>
      <details className="as-table">
        <summary>The numbers as a table</summary>
        <PeriodTable periods={periods} grouping={grouping} words={words} />
      </details>
    </>
  );
}

function PeriodTable({ periods, grouping, words }: { periods: Period[]; grouping: 'day' | 'week'; words: Words }) {
  const { outcomes } = words;
  return (
    <Scroll tall label="Numbers over time">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{grouping === 'week' ? 'Seven days' : 'Day'}</th>
            <th scope="col">Accountable</th>
            <th scope="col">Raw</th>
            <th scope="col">{outcomes.met}</th>
            <th scope="col">{outcomes.fault}</th>
            <th scope="col">{outcomes.forgiven}</th>
            <th scope="col">{outcomes.excluded}</th>
            <th scope="col">{outcomes.pending}</th>
          </tr>
        </thead>
        <tbody>
          {[...periods].reverse().map((period) => (
            <tr key={period.last} data-testid={`period-${period.last}`}>
              <th scope="row">{grouping === 'week' ? `${shortDay(period.first)} to ${day(period.last)}` : day(period.last)}</th>
              <td>{rate(period.accountable)}</td>
              <td>{rate(period.raw)}</td>
              <td>{count(period.met)}</td>
              <td>{count(period.fault)}</td>
              <td>{count(period.forgiven)}</td>
              <td>{count(period.excluded)}</td>
              <td>{count(period.pending)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
