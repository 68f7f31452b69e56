/** The orders behind the numbers: what was at fault, forgiven or left out, why, and by which moments. */
import type { EvidenceOrder } from '../contracts/evidence.js';
import { reliefNote } from '../wording/reliefs.js';
import { inSentence } from '../wording/wording.js';
import { daysOf, format, MOST_SHOWN, More, type Shown } from './evidence-words.js';
import { Card, Table } from './parts.js';

const SHOWN = ['fault', 'forgiven', 'excluded'] as const;

export function OrdersPart({ shown }: { shown: Shown }) {
  const { orders } = shown.evidence;
  const counted = (outcome: string): string =>
    format.count(new Set(orders.filter((one) => one.outcome === outcome).map((one) => `${one.metric} ${one.subject_id}`)).size);
  const listed = orders.filter(({ outcome }) => (SHOWN as readonly string[]).includes(outcome));
  const place = ({ programme, metric }: EvidenceOrder) =>
    `${programme} ${String(shown.wording.metricPlace(metric)).padStart(4, '0')}`;
  const inOrder = listed.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
  const groups = [...Map.groupBy(inOrder, ({ programme, metric }) => JSON.stringify([programme, metric]))];
  return (
    <Card title="The orders that counted">
      <p className="soft">
        Shown are those at fault, forgiven or left out, under each metric. Those met ({counted('met')}) and not yet final (
        {counted('pending')}) are in <code>tables/orders.csv</code> with their moments.
      </p>
      {listed.length === 0 && <p>None was at fault, forgiven or left out in these days.</p>}
      {groups.map(([name, rows]) => (
        <OrdersOf key={name} rows={rows} shown={shown} several={shown.policies.programmes.length > 1} />
      ))}
    </Card>
  );
}

function OrdersOf({ rows, shown: { policies, wording }, several }: { rows: EvidenceOrder[]; shown: Shown; several: boolean }) {
  const { metric, programme } = rows[0]!;
  const title = several ? `, ${policies.programmes.find((one) => one.programme === programme)?.title ?? programme}` : '';
  const place = (row: EvidenceOrder): number => SHOWN.indexOf(row.outcome as (typeof SHOWN)[number]);
  const inOrder = saidOnce(rows, { policies, wording }).toSorted(
    ({ row: a }, { row: b }) => place(a) - place(b) || (a.cohort_day < b.cohort_day ? 1 : a.cohort_day > b.cohort_day ? -1 : 0),
  );
  return (
    <>
      <h3>
        {wording.metricTitle(metric)}
        {title}
      </h3>
      <Table head={['Order', 'Counts on', 'Outcome, and why', 'What proves it', 'So in the nights of']} text>
        {inOrder.slice(0, MOST_SHOWN).map(({ row, why, proof, first_run, last_run }) => (
          <tr key={`${row.subject_id} ${first_run}`}>
            <th scope="row">
              <code>{row.subject_id}</code>
            </th>
            <td>{format.day(row.cohort_day)}</td>
            <td>
              {wording.words.outcomes[row.outcome]}
              <small>{why}</small>
            </td>
            <td>{proof}</td>
            <td>{daysOf({ first_run, last_run })}</td>
          </tr>
        ))}
      </Table>
      <More all={inOrder.length} file="orders" />
    </>
  );
}

type Said = Pick<Shown, 'policies' | 'wording'>;

/** What a moment changed that is not shown, such as when an order came that was sent late, is no row of its own. */
function saidOnce(rows: readonly EvidenceOrder[], said: Said) {
  const spans: { row: EvidenceOrder; why: string; proof: string; first_run: string; last_run: string }[] = [];
  for (const row of rows) {
    const [why, proof] = [whyOf(row, said), proofOf(row, said)];
    const last = spans.at(-1);
    const same = last && last.row.subject_id === row.subject_id && last.row.outcome === row.outcome;
    if (same && last.why === why && last.proof === proof) last.last_run = row.last_run;
    else spans.push({ row, why, proof, first_run: row.first_run, last_run: row.last_run });
  }
  return spans;
}

function whyOf(row: EvidenceOrder, { policies, wording }: Said): string {
  const place = policies.regions.find(({ code }) => code === row.region);
  const relief = reliefNote(row, wording.words);
  const reason = row.reason ? wording.reasonOf({ ...row.moments, metric: row.metric, reason: row.reason }, place) : '';
  return [reason, row.exemption_id ? `exemption ${row.exemption_id}` : '', relief].filter(Boolean).join('; ');
}

function proofOf(row: EvidenceOrder, { policies, wording }: Said): string {
  const place = policies.regions.find(({ code }) => code === row.region);
  return wording
    .facts(row.moments, wording.proof(row.metric, place), place?.time_zone ?? 'UTC')
    .map(({ title, text }) => `${inSentence(title)} ${text}`)
    .join(', ');
}
