/** A backtest as one page, for whoever decides about a policy. */
import type { BacktestReport, OverTime, Tried } from '../contracts/backtest.js';
import { AffectedPart } from './backtest-affected.js';
import { CostsPart, SimulationPart } from './backtest-costs.js';
import { format, inOrder, movedIn, namesOf, sellersIn, tierTitled } from './backtest-words.js';
import { Card, documentOf, Table } from './parts.js';

type Moves = BacktestReport['moves'][number];

const GROUPED = {
  total: 'All sellers',
  region: 'By region',
  size: 'By orders in the window',
  tenure: 'By days since the first order',
  cross_border: 'At home or abroad',
} as const;

/** One HTML document. The same report gives the same bytes. */
export function backtestPage(report: BacktestReport): string {
  const { policy, against, from, to, run_id } = report.computed_from;
  const title = `${policy.title} ${policy.version}, tried out`;
  return documentOf(
    title,
    <>
      <h1>{title}</h1>
      <p className="soft">
        {against ? `Beside ${namesOf({ policy, against }).against}` : 'Beside no other programme'} · {format.day(from)} to{' '}
        {format.day(to)} · outcomes as run {run_id} judges them
      </p>
      <Summary report={report} />
      <MovesPart report={report} />
      <OverTimePart report={report} />
      <CostsPart report={report} />
      <SimulationPart report={report} />
      <AffectedPart report={report} />
      <Origin report={report} />
    </>,
  );
}

function Summary({ report: { moves, computed_from, over_time, affected_sellers } }: { report: BacktestReport }) {
  const { sellers, better, worse } = movedIn(moves[0] ?? { by: 'total', group: '', cells: [] }, computed_from);
  const { policy } = over_time;
  return (
    <div className={`state ${affected_sellers > 0 ? 'warn' : 'good'}`}>
      <p>
        {computed_from.against
          ? `${format.count(affected_sellers)} of ${format.many(sellers, 'seller')} would be in another tier on ${format.day(computed_from.to)}`
          : `${format.count(affected_sellers)} of ${format.many(sellers, 'seller')} would be below the standard on ${format.day(computed_from.to)}`}
        {worse !== null && better !== null && `: ${format.count(worse)} lower, ${format.count(better)} higher`}.
      </p>
      <p>
        {format.many(policy.missed, 'seller')} missed a bound on some evaluation day.{' '}
        {computed_from.policy.evaluated
          ? `Of all, ${format.count(policy.noticed)} got a notice; fresh days confirmed it for ${format.count(policy.confirmed)}.`
          : 'This programme has no evaluations: whoever misses a bound is proposed a lower tier at once.'}
      </p>
    </div>
  );
}

function MovesPart({ report: { moves, computed_from } }: { report: BacktestReport }) {
  return (
    <Card title="Who moves where">
      {computed_from.against && (
        <p className="soft">
          Rows: {namesOf(computed_from).against}. Columns: {namesOf(computed_from).policy}.
        </p>
      )}
      {Object.entries(GROUPED).map(([by, title]) => {
        const groups = moves.filter((one) => one.by === by);
        return groups.length === 0 ? null : (
          <div key={by}>
            <h3>{title}</h3>
            {by !== 'total' && <Groups groups={groups} from={computed_from} />}
            {groups.map((group) => (
              <details key={group.group} open={by === 'total'}>
                <summary>{group.group}: tier by tier</summary>
                <Matrix moves={group} from={computed_from} />
              </details>
            ))}
          </div>
        );
      })}
    </Card>
  );
}

/** Sellers of each group and how many of them move, one line a group. */
function Groups({ groups, from }: { groups: Moves[]; from: BacktestReport['computed_from'] }) {
  return (
    <Table head={['', 'Sellers', 'Other tier', 'Higher', 'Lower', 'Not judged']}>
      {groups.map((group) => {
        const { sellers, better, worse, differ } = movedIn(group, from);
        const judged = new Set<string | null>(from.policy.tiers.map(({ key }) => key));
        return (
          <tr key={group.group}>
            <th scope="row">{group.group}</th>
            {[sellers, differ, better, worse, sellersIn(group, ({ policy }) => !judged.has(policy))].map((number, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: five columns that never change places
              <td key={at}>{format.count(number)}</td>
            ))}
          </tr>
        );
      })}
    </Table>
  );
}

function Matrix({ moves, from: { policy, against } }: { moves: Moves; from: BacktestReport['computed_from'] }) {
  const columns = inOrder(policy, new Set(moves.cells.map((cell) => cell.policy)));
  const rows = inOrder(against, new Set(moves.cells.map((cell) => cell.against)));
  return (
    <Table head={['', ...columns.map((tier) => tierTitled(policy, tier))]}>
      {rows.map((row) => (
        <tr key={row}>
          <th scope="row">{against ? tierTitled(against, row) : 'Sellers'}</th>
          {columns.map((column) => (
            <td key={column}>{format.count(sellersIn(moves, (cell) => cell.against === row && cell.policy === column))}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

const OVER_TIME: readonly [keyof Omit<OverTime, 'metrics'>, string][] = [
  ['missed', 'Sellers with a bound missed on some evaluation day'],
  ['noticed', 'Sellers with a notice'],
  ['confirmed', 'Sellers with a notice confirmed'],
  ['to_a_person', 'Sellers whom a person would have looked at'],
  ['notices', 'Notices'],
  ['confirmations', 'Notices confirmed'],
  ['moved_down', 'Moves down'],
  ['moved_up', 'Moves up'],
  ['first_judged', 'First judged, or judged again'],
  ['no_longer_judged', 'No longer judged'],
  ['not_assessable', 'Not judged on the last day'],
];

function OverTimePart({ report: { over_time, computed_from } }: { report: BacktestReport }) {
  const sides = [
    { over: over_time.policy, tried: computed_from.policy, name: namesOf(computed_from).policy },
    ...(over_time.against && computed_from.against
      ? [{ over: over_time.against, tried: computed_from.against, name: namesOf(computed_from).against }]
      : []),
  ];
  const ofNotices: readonly string[] = ['noticed', 'confirmed', 'to_a_person', 'notices', 'confirmations'];
  const shown = (one: (typeof sides)[number], what: keyof Omit<OverTime, 'metrics'>): string =>
    !one.tried.evaluated && ofNotices.includes(what) ? 'none asked for' : format.count(one.over[what]);
  return (
    <Card title="Over all evaluation days">
      <Table head={['', ...sides.map(({ tried, name }) => `${name}, ${format.many(tried.evaluation_days.length, 'day')}`)]}>
        {OVER_TIME.map(([what, title]) => (
          <tr key={what}>
            <th scope="row">{title}</th>
            {sides.map((one) => (
              <td key={one.name}>{shown(one, what)}</td>
            ))}
          </tr>
        ))}
      </Table>
      {sides.map(({ over, name }) => (
        <div key={name}>
          <h3>By metric, {name}</h3>
          <Table head={['Sellers', 'Bound missed', 'Notice', 'Confirmed', 'To a person']}>
            {over.metrics.map((metric) => (
              <tr key={metric.metric}>
                <th scope="row">{metric.title}</th>
                <td>{format.count(metric.missed)}</td>
                <td>{format.count(metric.noticed)}</td>
                <td>{format.count(metric.confirmed)}</td>
                <td>{format.count(metric.to_a_person)}</td>
              </tr>
            ))}
          </Table>
        </div>
      ))}
    </Card>
  );
}

function Origin({ report: { computed_from, cannot_know } }: { report: BacktestReport }) {
  const { run_id, run_date, from, to, orders, policy, against } = computed_from;
  const triedIn = (tried: Tried): string =>
    `${tried.programme} ${tried.version} (${tried.file ?? 'as in force in the run'}), in force from ${format.day(tried.in_force_from)}, regions ${tried.regions.join(', ')}`;
  return (
    <Card title="What this was computed from, and what it cannot know">
      <ul>
        <li>
          Run {run_id} of {format.day(run_date)}; {format.many(orders, 'order')} placed from {format.day(from)} to{' '}
          {format.day(to)}
        </li>
        <li>Policy: {triedIn(policy)}</li>
        <li>Against: {against ? triedIn(against) : 'nothing; no programme of that name is in force'}</li>
      </ul>
      <ul>
        {cannot_know.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}
