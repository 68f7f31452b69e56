/** What the nights made of the seller: the tier of each day, and each metric with its rule, its numbers and its verdicts. */
import type { Explanation } from '../contracts/evidence.js';
import { heldBecause, tierShown } from '../wording/standing.js';
import { inSentence } from '../wording/wording.js';
import { daysOf, format, joined, ONE_LINE, type Shown, withDates } from './evidence-words.js';
import { Card, Table } from './parts.js';

type Programme = Explanation['programmes'][number] & { run_id: string; run_date: string };

export function JudgedPart({ shown }: { shown: Shown }) {
  const rows = shown.evidence.explanations.flatMap(({ run_id, run_date, programmes }) =>
    programmes.map((row): Programme => ({ ...row, run_id, run_date })),
  );
  const programmes = Map.groupBy(rows, ({ programme }) => programme);
  return [...programmes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([programme, nights]) => <ProgrammePart key={programme} nights={nights} shown={shown} />);
}

function ProgrammePart({ nights, shown: { policies, wording } }: { nights: readonly Programme[]; shown: Shown }) {
  const last = nights.at(-1)!;
  const policy = policies.programmes.find(({ programme }) => programme === last.programme);
  const shownTier = ({ tier, standing }: Programme) => tierShown(tier, standing ? withDates(standing) : undefined);
  const because = (row: Programme): string =>
    row.standing && row.standing.evaluated_on !== null
      ? heldBecause(withDates(row.standing), wording)
      : `proposed: ${wording.tierBecause(row, policy)}`;
  // The day of the next evaluation, and so the words, change every week: the tier does not.
  const spans = joined(nights, (row) =>
    JSON.stringify([shownTier(row), row.policy_version, row.standing?.since, row.standing?.because]),
  );
  return (
    <Card title={`${policy?.title ?? last.programme}: the tier, day by day`}>
      <Table head={['Nights of', 'Tier', 'Why, as the last of these nights says', 'Version of the rules']} text>
        {spans.map(({ row, first_run, last_run }) => {
          const said = nights.find(({ run_id }) => run_id === last_run)!;
          return (
            <tr key={first_run}>
              <th scope="row">{daysOf({ first_run, last_run })}</th>
              <td>{wording.tierTitle(policy, shownTier(row))}</td>
              <td>{because(said)}</td>
              <td>{row.policy_version}</td>
            </tr>
          );
        })}
      </Table>
      <h3>Each metric, as the night of {format.day(last.run_date)} judged it</h3>
      <Table head={['', 'At fault', 'Rate', 'Bound', 'Counted days', 'Verdict']}>
        {inOrder(last, wording).map((row) => {
          const standing = wording.standing(row.accountable_rate, { at_most: row.at_most, said: row.bound_said });
          return (
            <tr key={row.metric}>
              <th scope="row">
                {wording.metricTitle(row.metric)}
                <small>
                  {inSentence(row.rule.fault)}; final {format.many(row.rule.maturation_days, 'day')} after {row.rule.cohort}
                </small>
              </th>
              <td style={ONE_LINE}>
                {row.counted === null ? '–' : `${format.count(row.fault)} of ${format.count(row.counted)}`}
              </td>
              <td>{standing.rate}</td>
              <td style={ONE_LINE}>{standing.beside}</td>
              <td style={ONE_LINE}>
                {format.shortDay(row.from)} to {format.shortDay(row.to)}
              </td>
              <td>
                {wording.words.verdicts[row.verdict]}
                <small>{wording.verdictBecause({ ...row, orders: last.orders, orders_needed: last.orders_needed })}</small>
              </td>
            </tr>
          );
        })}
      </Table>
      <Verdicts nights={nights} wording={wording} />
    </Card>
  );
}

const inOrder = ({ metrics }: Programme, wording: Shown['wording']) =>
  metrics.toSorted((a, b) => wording.metricPlace(a.metric) - wording.metricPlace(b.metric));

/** Metrics whose verdict, or whose notice, changed in these days. */
function Verdicts({ nights, wording }: { nights: readonly Programme[]; wording: Shown['wording'] }) {
  const changed = inOrder(nights.at(-1)!, wording).flatMap(({ metric }) => {
    const rows = nights.flatMap(({ run_id, metrics, standing }) => {
      const row = metrics.find((one) => one.metric === metric);
      const notice_on = standing?.metrics.find((one) => one.metric === metric)?.notice_on ?? null;
      return row ? [{ run_id, verdict: row.verdict, notice_on }] : [];
    });
    const spans = joined(rows, ({ verdict, notice_on }) => `${verdict} ${notice_on}`);
    return spans.length > 1 ? spans.map((span) => ({ metric, ...span })) : [];
  });
  if (changed.length === 0)
    return <p className="soft">No metric’s verdict changed in these days, and no notice was given or ended.</p>;
  return (
    <>
      <h3>Metrics whose verdict or notice changed</h3>
      <Table head={['Metric', 'Nights of', 'Verdict', 'Notice that stands']} text>
        {changed.map(({ metric, row, first_run, last_run }) => (
          <tr key={`${metric} ${first_run}`}>
            <th scope="row">{wording.metricTitle(metric)}</th>
            <td>{daysOf({ first_run, last_run })}</td>
            <td>{wording.words.verdicts[row.verdict]}</td>
            <td>{row.notice_on === null ? 'none' : `of ${format.day(row.notice_on)}`}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
