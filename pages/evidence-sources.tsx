/** From what the nights said it: the runs, by which rules and which code, and the landed files that they read. */
import { titled } from '../wording/wording.js';
import { daysOf, format, joined, MOST_SHOWN, More, ONE_LINE, type Shown } from './evidence-words.js';
import { Card, Table } from './parts.js';

/** why 16: enough to tell two apart; the JSON has them whole. */
const Hash = ({ of }: { of: string | null }) => <code style={ONE_LINE}>{of === null ? '–' : of.slice(0, 16)}</code>;

export function RunsPart({ shown: { evidence } }: { shown: Shown }) {
  const { runs, days_without_run } = evidence;
  const spans = joined(runs, ({ made_by, rules, policy_fingerprint, policies }) =>
    JSON.stringify([made_by, rules, policy_fingerprint, policies]),
  );
  return (
    <Card title="Nights, rules and code">
      <p className="soft">
        Of each day the run that was published last. Runs in a row that were made by the same rules and policies stand in one
        line; <code>tables/runs.csv</code> has each.
      </p>
      <Table head={['Nights of', 'Runs', 'Policies', 'Rules', 'Made by version']} text>
        {spans.map(({ row, first_run, last_run }) => (
          <tr key={first_run}>
            <th scope="row">{daysOf({ first_run, last_run })}</th>
            <td>
              <code>{first_run === last_run ? first_run : `${first_run} to ${last_run}`}</code>
            </td>
            <td>
              {Object.entries(row.policy_versions)
                .map(([programme, version]) => `${programme} ${version}`)
                .join(', ')}
              <small>
                <code>{row.policies}</code>
              </small>
            </td>
            <td>
              <Hash of={row.rules} />
            </td>
            <td>{row.made_by ?? 'not recorded'}</td>
          </tr>
        ))}
      </Table>
      {days_without_run.length > 0 && (
        <p>
          No run was published for {format.many(days_without_run.length, 'day')} of the range:{' '}
          {days_without_run
            .slice(0, MOST_SHOWN)
            .map((day) => format.day(day))
            .join(', ')}
          .
        </p>
      )}
    </Card>
  );
}

export function InputsPart({ shown: { evidence } }: { shown: Shown }) {
  const { inputs } = evidence;
  const groups = [...Map.groupBy(inputs, ({ dataset }) => dataset)];
  // A content that landed under two names counts once.
  const sum = (rows: typeof inputs, of: 'landed' | 'accepted' | 'rejected'): string =>
    format.count([...new Map(rows.map((row) => [row.file_id, row[of]])).values()].reduce((total, n) => total + n, 0));
  return (
    <Card title="What the nights read">
      <p className="soft">
        Files of the whole marketplace, because the nights judge all sellers at once. Each with the SHA-256 of the bytes that
        landed, and in <code>tables/inputs.csv</code> of the rows that were accepted of them.
      </p>
      <Table head={['', 'Files', 'Rows landed', 'Accepted', 'Rejected']}>
        {groups.map(([dataset, rows]) => (
          <tr key={dataset}>
            <th scope="row">{titled(dataset)}</th>
            <td>{format.count(new Set(rows.map(({ key }) => key)).size)}</td>
            <td>{sum(rows, 'landed')}</td>
            <td>{sum(rows, 'accepted')}</td>
            <td>{sum(rows, 'rejected')}</td>
          </tr>
        ))}
      </Table>
      <h3>File by file</h3>
      <Table head={['Landed file', 'Rows accepted', 'Read by the nights of', 'SHA-256 of what landed']} text>
        {inputs.slice(0, MOST_SHOWN).map((row) => (
          <tr key={`${row.key} ${row.file_id} ${row.first_run}`}>
            <th scope="row">
              <code>{row.key}</code>
            </th>
            <td>
              {format.count(row.accepted)} of {format.count(row.landed)}
            </td>
            <td>{daysOf(row)}</td>
            <td>
              <code>{row.landed_sha256 ?? 'too large to be read'}</code>
            </td>
          </tr>
        ))}
      </Table>
      <More all={inputs.length} file="inputs" />
    </Card>
  );
}
