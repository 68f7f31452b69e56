/** Sellers whom a policy would move, each with its numbers and the rule. */
import type { BacktestReport } from '../contracts/backtest.js';
import { NONE } from '../wording/format.js';
import { inSentence } from '../wording/wording.js';
import { format, tierTitled, words } from './backtest-words.js';
import { Card, Table } from './parts.js';

type Affected = BacktestReport['affected'][number];
type Numbers = Affected['metrics']['policy'][number];

export function AffectedPart({ report: { affected, affected_sellers, computed_from } }: { report: BacktestReport }) {
  const { policy, against } = computed_from;
  return (
    <Card title={against ? 'Sellers who would be in another tier' : 'Sellers who would be below the standard'}>
      <p className="soft">
        {affected.length === affected_sellers
          ? format.many(affected_sellers, 'seller')
          : `${format.many(affected.length, 'seller')} of ${format.count(affected_sellers)}: those with most orders, and some with fewest`}
      </p>
      {affected.map((seller) => (
        <details key={seller.seller_id}>
          <summary>
            {seller.name ?? seller.seller_id}: {against ? `${tierTitled(against, seller.against)} → ` : ''}
            {tierTitled(policy, seller.policy)}, {format.many(seller.orders, 'order')}
          </summary>
          <p className="soft">
            <code>{seller.seller_id}</code> · {seller.region ?? NONE} · first order {format.day(seller.first_order)}
          </p>
          <p>{seller.because}</p>
          <Table
            head={[
              '',
              'At fault',
              'Rate',
              'Limit',
              'Allowed',
              'Bound',
              ...(policy.evaluated ? ['Evaluations say'] : []),
              ...(against ? ['Before'] : []),
            ]}
          >
            {seller.metrics.policy.map((metric) => (
              <tr key={metric.metric}>
                <th scope="row">
                  {metric.title}
                  <small>{format.many(metric.window_days, 'day')}</small>
                </th>
                <td>{metric.counted === null ? NONE : `${format.count(metric.fault)} of ${format.count(metric.counted)}`}</td>
                <td>{format.rate(metric.rate, metric.at_most)}</td>
                <td>{format.bound(metric.at_most)}</td>
                <td>{format.count(metric.allowed)}</td>
                <td>{codeInWords(metric.verdict)}</td>
                {policy.evaluated && <td>{metric.standing ? codeInWords(metric.standing) : NONE}</td>}
                {against && <td>{beforeOf(seller.metrics.against.find((one) => one.metric === metric.metric))}</td>}
              </tr>
            ))}
          </Table>
        </details>
      ))}
    </Card>
  );
}

const codeInWords = (code: string): string => {
  const verdicts: Readonly<Record<string, string>> = words.verdicts;
  return Object.hasOwn(verdicts, code) ? inSentence(verdicts[code]!) : code.replaceAll('_', ' ');
};
const beforeOf = (before: Numbers | undefined): string =>
  before ? `${codeInWords(before.verdict)} at ${format.bound(before.at_most)}` : 'not asked for';
