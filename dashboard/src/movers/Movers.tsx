import { use } from 'react';
import { type Address, adjust, linkTo } from '../address.js';
import type { RegionMover } from '../data/moving.js';
import type { RegionMetric } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { count, day, rate, signedPoints } from '../format.js';
import { RateChange } from '../parts/Change.js';
import { NotMeasured } from '../parts/NotMeasured.js';
import { Empty, Panel, Reading } from '../parts/Panel.js';
import { PeriodSwitch } from '../parts/PeriodSwitch.js';
import { RegionHead } from '../parts/RegionHead.js';
import { Scroll } from '../parts/Scroll.js';
import { Switch } from '../parts/Switch.js';
import { PAGE } from '../speech.js';
import { entryOf, MetricPicker } from './MetricPicker.js';
import { memberTitle } from './members.js';

/** What moved a region's metric: more than noise or not, why, and who. */
export function Movers({ run, address }: { run: Run; address: Address }) {
  const say = run.wording.words.movers;
  const { window } = address;
  return (
    <>
      <RegionHead run={run} region={address.region} title={say.title} note={say.note(window)}>
        <PeriodSwitch window={window} />
      </RegionHead>
      <Reading lines={12}>
        <OfMetric run={run} address={address} />
      </Reading>
    </>
  );
}

function OfMetric({ run, address }: { run: Run; address: Address }) {
  const say = run.wording.words.movers;
  const { metricPlace } = run.wording;
  const rows = use(run.regionMetrics())
    .filter((row) => row.region === address.region && row.window_days === address.window && row.met != null)
    .sort((a, b) => metricPlace(a.metric) - metricPlace(b.metric));
  const fell = new Set(
    use(run.tierChanges())
      .filter(({ direction }) => direction === 'down')
      .map(({ seller_id }) => seller_id),
  );
  const row = rows.find(({ metric }) => metric === address.metric) ?? rows[0];
  const parts = use(run.movers(address.region)).filter((one) => one.metric === row?.metric && one.window_days === address.window);
  if (!row) return <Empty>{say.nothing}</Empty>;
  return (
    <>
      <search className="filters few">
        <MetricPicker run={run} label={say.metric} metrics={rows.map(({ metric }) => metric)} value={row.metric} />
        {fell.size === 0 ? (
          run.publishes('tier_changes') && (
            <span className="faint" data-testid="nobody-fell">
              {PAGE.notSaid.nobodyFell}
            </span>
          )
        ) : (
          <a data-testid="fell" href={linkTo({ view: 'sellers', region: 'ALL', moved: 'down', who: 'home', metric: '' })}>
            {say.fell(count(fell.size))}
          </a>
        )}
      </search>
      <NotMeasured run={run} metric={address.metric} />
      <Headline row={row} run={run} />
      {parts.length === 0 ? (
        <Empty testid="nothing-moved">{say.nothing}</Empty>
      ) : (
        <>
          <Causes run={run} parts={parts} change={row} />
          <Who run={run} address={address} parts={parts} row={row} />
        </>
      )}
    </>
  );
}

function Headline({ run, row }: { run: Run; row: RegionMetric }) {
  const say = run.wording.words.movers;
  return (
    <Panel
      title={run.wording.metricTitle(row.metric)}
      testid="headline"
      note={run.wording.words.digest.daysCounted(day(row.first_day), day(row.last_day))}
    >
      <dl className="facts">
        <div>
          <dt>{say.rate}</dt>
          <dd data-cell="rate">{rate(row.accountable_rate)}</dd>
        </div>
        <div>
          <dt>{say.before}</dt>
          <dd data-cell="before">{rate(row.previous_accountable_rate)}</dd>
        </div>
        <div>
          <dt>{say.change}</dt>
          <dd data-cell="change">
            <RateChange row={row} />
          </dd>
        </div>
      </dl>
      {row.change != null && (
        <p data-testid="noise" className="verdict-line">
          {row.beyond_noise ? say.beyond : say.within}
        </p>
      )}
    </Panel>
  );
}

/** A part of a change, as a bar beside its number: to the right it raised the rate. */
function Part({ ppm, largest }: { ppm: number; largest: number }) {
  const width = largest === 0 ? 0 : (Math.abs(ppm) / largest) * 50;
  return (
    <span className="part">
      <span className="tabular">{signedPoints(ppm / 1e6)}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <line x1="50" x2="50" y1="0" y2="8" />
        <rect x={ppm < 0 ? 50 - width : 50} y="1" width={width} height="6" className={ppm < 0 ? 'lowers' : 'raises'} />
      </svg>
    </span>
  );
}

const largestOf = (parts: readonly RegionMover[]): number =>
  Math.max(0, ...parts.map(({ contribution_ppm }) => Math.abs(contribution_ppm)));

function Causes({ run, parts, change }: { run: Run; parts: RegionMover[]; change: RegionMetric }) {
  const say = run.wording.words.movers;
  const causes = parts.filter(({ dimension }) => dimension === 'cause');
  const largest = largestOf(causes);
  return (
    <Panel title={say.cause.title} note={say.cause.note} testid="causes">
      <Scroll label={say.cause.title}>
        <table className="figures movers">
          <tbody>
            {causes.map(({ member, contribution_ppm }) => {
              const [title, means] = say.cause[member as 'rate' | 'mix' | 'forgiven'];
              return (
                <tr key={member} data-testid={`cause-${member}`}>
                  <th scope="row">
                    {title} <span className="faint">{means}</span>
                  </th>
                  <td>
                    <Part ppm={contribution_ppm} largest={largest} />
                  </td>
                </tr>
              );
            })}
            <tr className="total">
              <th scope="row">{say.who.total}</th>
              <td>
                <span className="tabular">{signedPoints(change.change!)}</span>
              </td>
            </tr>
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}

interface WhoProps {
  run: Run;
  address: Address;
  parts: RegionMover[];
  row: RegionMetric;
}

function Who({ run, address, parts, row }: WhoProps) {
  const say = run.wording.words.movers;
  const dimensions = Object.keys(say.dimensions).filter((one) => parts.some(({ dimension }) => dimension === one));
  const by = dimensions.includes(address.by) ? address.by : 'seller';
  const shown = parts.filter(({ dimension }) => dimension === by);
  // One row of what is not known is no answer.
  const notTold = shown.every(({ kind }) => kind === 'unknown')
    ? (PAGE.notSaid.apart as Readonly<Record<string, string>>)[by]
    : undefined;
  return (
    <Panel
      title={say.who.title}
      note={say.who.note}
      testid="who"
      tools={
        <Switch
          label={say.who.by}
          testid="by"
          value={by}
          options={dimensions.map((value) => ({ value, title: say.dimensions[value]! }))}
          onChange={(value) => adjust({ by: value })}
        />
      }
    >
      {notTold && (
        <p className="note" data-testid="not-told-apart">
          {notTold}
        </p>
      )}
      <Members {...{ run, by, shown, row }} />
    </Panel>
  );
}

function Members({ run, by, shown, row }: { run: Run; by: string; shown: RegionMover[]; row: RegionMetric }) {
  const say = run.wording.words.movers;
  const largest = largestOf(shown);
  return (
    <Scroll label={say.who.title}>
      <table className="figures movers">
        <Head say={say} by={by} />
        <tbody>
          {shown.map((one) => (
            <tr key={one.place} data-testid="mover">
              <th scope="row">
                <Named run={run} one={one} />
              </th>
              <td data-cell="part">
                <Part ppm={one.contribution_ppm} largest={largest} />
              </td>
              <td>{signedPoints(one.rate_ppm / 1e6)}</td>
              <td>{signedPoints(one.mix_ppm / 1e6)}</td>
              <td data-cell="now">
                <AtFault run={run} one={one} />
              </td>
              <td data-cell="previous">{say.who.of(count(one.previous_fault), count(one.previous_counted))}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{say.who.total}</th>
            <td>
              <span className="tabular">{signedPoints(row.change!)}</span>
            </td>
            <td colSpan={4} />
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}

function Head({ say, by }: { say: Run['wording']['words']['movers']; by: string }) {
  return (
    <thead>
      <tr>
        {[say.dimensions[by]!, say.who.part, say.who.byRate, say.who.byMix, say.who.now, say.who.previous].map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** How many are at fault, as a link to each of them. Of all others together there is none. */
function AtFault({ run, one }: { run: Run; one: RegionMover }) {
  const fault = count(one.fault);
  const said = run.wording.words.movers.who.of(fault, count(one.counted));
  if (one.fault === 0 || one.kind === 'others' || !run.publishes('region_faults')) return said;
  const at = said.indexOf(fault);
  const link = linkTo({ view: 'faults', metric: one.metric, by: one.dimension, member: one.member ?? '' });
  return (
    <>
      {said.slice(0, at)}
      <a href={link} aria-label={said} data-testid="at-fault">
        {fault}
      </a>
      {said.slice(at + fault.length)}
    </>
  );
}

/** A member by its name. A seller opens its card with the orders of this metric, a region its own movers. */
function Named({ run, one }: { run: Run; one: RegionMover }) {
  const say = run.wording.words.movers;
  if (one.kind === 'others') return say.who.others(count(one.members));
  if (one.dimension === 'seller' && one.member)
    return <a href={linkTo({ view: 'seller', seller: one.member, open: entryOf(run, one.metric) })}>{one.member}</a>;
  const title = memberTitle(run, one.dimension, one.member);
  return one.dimension === 'region' && one.member ? <a href={linkTo({ region: one.member, by: '' })}>{title}</a> : title;
}
