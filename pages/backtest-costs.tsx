/** What limits and a year would cost: the parts of a backtest that help to choose a number. */
import type { BacktestReport } from '../contracts/backtest.js';
import { NONE } from '../wording/format.js';
import { format } from './backtest-words.js';
import { Card, Table } from './parts.js';

type Curve = BacktestReport['costs'][number];
type Limit = Curve['limits'][number];
type Simulated = NonNullable<BacktestReport['simulation']>;
type Group = Simulated['metrics'][number]['groups'][number];

/** Sums by currency: what is of different currencies is never added up. */
function inCurrencies(values: Limit['gmv']): string {
  const sums = new Map<string, number>();
  for (const { currency, gmv_minor } of values) sums.set(currency, (sums.get(currency) ?? 0) + gmv_minor);
  const said = [...sums].map(([currency, minor]) => format.shortAmount(minor, currency));
  return said.length > 0 ? said.join(' + ') : NONE;
}

export function CostsPart({ report: { costs, computed_from } }: { report: BacktestReport }) {
  if (costs.length === 0) return null;
  const { evaluated } = computed_from.policy;
  const head = [
    'Limit',
    'Sellers above it',
    ...(evaluated ? ['More than luck'] : []),
    'Their orders at fault',
    'Value of their orders',
    ...(evaluated ? ['Of those that luck explains'] : []),
  ];
  return (
    <Card title="Where to put the limit">
      <p className="soft">
        On {format.day(computed_from.to)}, with each limit in the place of the standard's. Orders at fault are what buyers would
        be spared at most, were these sellers restricted; the value of orders is what a restriction would touch, in each currency
        of its own.
      </p>
      {costs.map(({ metric, title, limits }) => (
        <details key={metric}>
          <summary>{title}</summary>
          <Table head={head}>
            {limits.map((limit) => (
              <tr key={limit.at_most}>
                <th scope="row">
                  {format.bound(limit.at_most)}
                  {limit.is_standard && <small>the standard</small>}
                </th>
                <td>
                  {format.count(limit.hit)} of {format.count(limit.assessed)}
                </td>
                {evaluated && <td>{format.count(limit.beyond_luck)}</td>}
                <td>
                  {format.count(limit.faults)} of {format.count(limit.all_faults)}
                </td>
                <td>{inCurrencies(limit.gmv)}</td>
                {evaluated && <td>{inCurrencies(limit.gmv_by_luck ?? [])}</td>}
              </tr>
            ))}
          </Table>
          <ByRegion limits={limits} />
        </details>
      ))}
    </Card>
  );
}

function ByRegion({ limits }: { limits: Limit[] }) {
  const regions = [...new Set(limits.flatMap(({ gmv }) => gmv.map(({ region }) => region)))].sort();
  if (regions.length < 2) return null;
  return (
    <details>
      <summary>Value of their orders by region</summary>
      <Table head={['Limit', ...regions]}>
        {limits.map(({ at_most, gmv }) => (
          <tr key={at_most}>
            <th scope="row">{format.bound(at_most)}</th>
            {regions.map((region) => (
              <td key={region}>{inCurrencies(gmv.filter((value) => value.region === region))}</td>
            ))}
          </tr>
        ))}
      </Table>
    </details>
  );
}

const GOOD = (group: Group): boolean => group.times < 1;
const AT_LIMIT = (group: Group): boolean => group.times === 1;

export function SimulationPart({ report: { simulation, computed_from } }: { report: BacktestReport }) {
  if (!simulation) return null;
  const { evaluated } = computed_from.policy;
  const effect = evaluated ? 'effect' : 'lower tier proposed';
  return (
    <Card title="A simulated year">
      <p className="soft">
        {format.many(simulation.sellers, 'seller')} of each size were drawn and judged by this policy, one metric at a time, week
        by week for a year; half of their faults fall on bad days. Good: at 40% of the limit. Every notice and effect of theirs is
        wrongful. Delays: median days from growing worse to the notice / the effect, where half were found within the year.
      </p>
      {simulation.metrics.map(({ metric, title, at_most, groups }) => (
        <details key={metric}>
          <summary>
            {title}, at most {format.bound(at_most)}
          </summary>
          <Table
            head={[
              'Orders in 28 days',
              'Good: notice',
              `Good: ${effect}`,
              'At the limit: notice',
              `At the limit: ${effect}`,
              '2 x',
              '3 x',
              '5 x',
            ]}
          >
            {[...Map.groupBy(groups, ({ volume }) => volume)].map(([volume, ofVolume]) => (
              <tr key={volume}>
                <th scope="row">{format.count(volume)}</th>
                {[GOOD, AT_LIMIT].flatMap((which) => {
                  const group = ofVolume.find(which);
                  return (['noticed', 'effects'] as const).map((what) => (
                    <td key={`${group?.times} ${what}`}>{format.share(group?.[what])}</td>
                  ));
                })}
                {ofVolume
                  .filter(({ times }) => times > 1)
                  .map(({ times, days_to_notice, days_to_effect }) => (
                    <td key={times}>
                      {format.count(days_to_notice)} / {format.count(days_to_effect)}
                    </td>
                  ))}
              </tr>
            ))}
          </Table>
        </details>
      ))}
    </Card>
  );
}
