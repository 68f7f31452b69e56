/** What was decided, said to the seller, and landed by persons. */
import { decisionNotes } from '../wording/decision.js';
import { mailsSaid } from '../wording/english/pages/mails-said.js';
import { pointsEntry } from '../wording/points.js';
import { daysOf, format, MOST_SHOWN, More, type Shown, withDates } from './evidence-words.js';
import { Card, Table } from './parts.js';

export function DecisionsPart({ shown: { evidence, policies, wording } }: { shown: Shown }) {
  const { decisions, tier_changes } = evidence;
  return (
    <Card title="Changes of tier: decisions, appeals, and what was undone">
      {tier_changes.length + decisions.length === 0 && <p>No change of tier was made, proposed or contested in these days.</p>}
      {tier_changes.map((row) => {
        const policy = policies.programmes.find(({ programme }) => programme === row.programme);
        return (
          <p key={`${row.run_id} ${row.programme}`}>
            Night of {format.day(row.run_id.slice(0, 10))}: {wording.words.directions[row.direction].toLowerCase()}, from{' '}
            {row.previous_tier === null ? 'no scorecard' : wording.tierTitle(policy, row.previous_tier)} to{' '}
            {wording.tierTitle(policy, row.tier)}.
          </p>
        );
      })}
      {decisions.map((row) => {
        const policy = policies.programmes.find(({ programme }) => programme === row.programme);
        return (
          <div key={`${row.decision_id} ${row.first_run}`} className="check">
            <p className="soft">As the nights of {daysOf(row)} say it</p>
            <p>{decisionNotes(withDates(row), policy, wording).join('; ')}.</p>
          </div>
        );
      })}
    </Card>
  );
}

export function PointsPart({ shown: { evidence, wording } }: { shown: Shown }) {
  const { points } = evidence;
  if (points.length === 0) return null;
  return (
    <Card title="Points and violations">
      <Table head={['Nights of', 'State', 'Entry']} text>
        {points.slice(0, MOST_SHOWN).map((row) => (
          <tr key={`${row.programme} ${row.entry_id} ${row.first_run}`}>
            <th scope="row">{daysOf(row)}</th>
            <td>{wording.words.points.states[row.state]}</td>
            <td>{pointsEntry(row, wording)}</td>
          </tr>
        ))}
      </Table>
      <More all={points.length} file="points" />
    </Card>
  );
}

export function RestatementsPart({ shown: { evidence, wording } }: { shown: Shown }) {
  const { restatements } = evidence;
  if (restatements.length === 0) return null;
  const said = (outcome: keyof typeof wording.words.outcomes | null, reason: string | null, metric: string): string =>
    outcome === null
      ? 'no longer counted'
      : `${wording.words.outcomes[outcome]}${reason ? ` (${wording.reason(metric, reason)})` : ''}`;
  return (
    <Card title="Outcomes that were corrected">
      <p className="soft">
        What was final and came out otherwise, because a record or an exemption landed later, or the rules changed.
      </p>
      <Table head={['Night of', 'Metric', 'Order', 'Before', 'Since', 'Changed by']} text>
        {restatements.slice(0, MOST_SHOWN).map((row) => (
          <tr key={`${row.run_id} ${row.metric} ${row.subject_id}`}>
            <th scope="row">{format.day(row.run_id.slice(0, 10))}</th>
            <td>{wording.metricTitle(row.metric)}</td>
            <td>
              <code>{row.subject_id}</code>
            </td>
            <td>{said(row.previous_outcome, row.previous_reason, row.metric)}</td>
            <td>{said(row.outcome, row.reason, row.metric)}</td>
            <td>{row.changed_by}</td>
          </tr>
        ))}
      </Table>
      <More all={restatements.length} file="restatements" />
    </Card>
  );
}

type Kind = keyof typeof mailsSaid.kinds;
type Outcome = keyof typeof mailsSaid.outcomes;
type Reason = keyof typeof mailsSaid.reasons;

export function MailsPart({ shown: { evidence } }: { shown: Shown }) {
  const { mails } = evidence;
  const without = evidence.runs.length - mails.length;
  const written = mails.filter(({ campaign }) => campaign !== null);
  const not = Map.groupBy(
    mails.filter(({ campaign }) => campaign === null),
    ({ not_mailed }) => mailsSaid.reasons[not_mailed as Reason] ?? String(not_mailed),
  );
  return (
    <Card title="Mails to the seller">
      {without > 0 && (
        <p>Of {format.many(without, 'night')} nothing is kept of mails: they were made without, or what was kept has expired.</p>
      )}
      {written.map((mail) => (
        <div key={mail.run_id} className="check">
          <p>
            {format.day(mail.day)}, {mailsSaid.kinds[mail.campaign as Kind] ?? mail.campaign}:{' '}
            {mail.outcome === null ? mailsSaid.notSeenTo : (mailsSaid.outcomes[mail.outcome as Outcome] ?? mail.outcome)}
          </p>
          {mail.subject !== null && (
            <p className="soft">
              Dated {mail.dated} · {mail.locale} · {mail.subject}
            </p>
          )}
          {mail.said !== null && <p className="says soft">{mail.said}</p>}
        </div>
      ))}
      {not.size > 0 && (
        <p className="soft">
          No mail was written on {[...not].map(([reason, rows]) => `${format.many(rows.length, 'night')}: ${reason}`).join('; ')}.
        </p>
      )}
    </Card>
  );
}

const TITLES: Readonly<Record<string, string>> = {
  decisions: 'Decision of a person',
  appeals: 'Appeal',
  exemptions: 'Exemption',
  violations: 'Violation',
};

export function RecordsPart({ shown: { evidence } }: { shown: Shown }) {
  const { records } = evidence;
  if (records.length === 0) return null;
  return (
    <Card title="What persons and authorities recorded">
      <p className="soft">
        Every version as it landed, with the file that it came in: the newest version counts. Files are listed in{' '}
        <code>tables/inputs.csv</code>.
      </p>
      <Table head={['Record', 'Landed', 'What it says']} text>
        {records.slice(0, MOST_SHOWN).map((row) => (
          <tr key={`${row.dataset} ${row.id} ${row.updated_at} ${row.file_id}`}>
            <th scope="row">
              {TITLES[row.dataset] ?? row.dataset}
              <small>{row.id}</small>
            </th>
            <td>
              {format.day(row.dt)}
              <small>
                <code>{row.file_id}</code>
              </small>
            </td>
            <td>{saysOf(row.record)}</td>
          </tr>
        ))}
      </Table>
      <More all={records.length} file="records" />
    </Card>
  );
}

const saysOf = (record: Record<string, unknown>): string =>
  Object.entries(record)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');
