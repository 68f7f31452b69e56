import { use } from 'react';
import type { Words } from '../../../wording/words.js';
import { type Address, adjust } from '../address.js';
import { judgedMetric } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { count, day, rate, shortDay } from '../format.js';
import { judgedHow } from '../parts/judged-how.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { Switch } from '../parts/Switch.js';
import { PAGE } from '../speech.js';
import { type Period, periodsOf } from './periods.js';
import { RateChart } from './RateChart.js';

const say = PAGE.overview.overTime;

const GROUPINGS = (['week', 'day'] as const).map((value) => ({ value, title: say.groupings[value] }));

/** One metric of the region over the last half year. */
export function OverTime({ run, address }: { run: Run; address: Address }) {
  return (
    <Panel
      title={say.title}
      testid="over-time"
      lines={10}
      tools={
        <Switch
          label={say.grouped}
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
        {metric && run.manifest.not_measured.includes(metric) ? say.notMeasured(metricTitle(metric)) : say.none}
      </Empty>
    );
  }
  const periods = periodsOf(
    days.filter((row) => row.metric === metric),
    grouping,
    run.manifest.run_date,
  );
  const final = judgedMetric(run.policies, metric)?.maturation_days;
  const why = judgedHow(metric)?.final;
  return (
    <>
      <div className="chart-head">
        <label className="picker inline">
          <span className="unseen">{say.metric}</span>
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
          <li className="key-pending">{say.notFinal}</li>
        </ul>
      </div>
      <RateChart periods={periods} title={say.chart[grouping](metricTitle(metric))} words={words} />
      <p className="note">
        {say.bars}
        {final !== undefined && ` ${why ? say.final(final, count(final), why) : say.finalPlain(final, count(final))}`}
      </p>
      <details className="as-table">
        <summary>{say.table}</summary>
        <PeriodTable periods={periods} grouping={grouping} words={words} />
      </details>
    </>
  );
}

function PeriodTable({ periods, grouping, words }: { periods: Period[]; grouping: 'day' | 'week'; words: Words }) {
  const { outcomes } = words;
  return (
    <Scroll tall label={say.tableOf}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{grouping === 'week' ? say.sevenDays : say.day}</th>
            <th scope="col">{say.accountable}</th>
            <th scope="col">{say.raw}</th>
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
              <th scope="row">{grouping === 'week' ? say.span(shortDay(period.first), day(period.last)) : day(period.last)}</th>
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
