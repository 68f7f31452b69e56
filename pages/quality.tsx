/** The report of data quality as one page: opened from the store, sent by mail, or printed. */
import type { QualityReport } from '../contracts/run/quality-report.js';
import { formatFor, NONE } from '../wording/format.js';
import { titled } from '../wording/wording.js';
import { wordsFor } from '../wording/words.js';
import { Card, documentOf, Table } from './parts.js';
import { DatasetPart } from './quality-dataset.js';

const words = wordsFor('en');
const say = words.quality;
const format = formatFor(words.locale);

/** why 5 and 6: a page is read on a phone too; all rows of a check are in gate.json and below checks/. */
const PROOF_ROWS = 5;
const PROOF_COLUMNS = 6;

type Check = QualityReport['checks'][number];
const found = (check: Check): boolean => check.rows > 0;
const unusualIn = ({ drift }: QualityReport['datasets'][number]): number =>
  drift.filter(({ verdict }) => verdict === 'unusual').length;

/** One HTML document. The same report gives the same bytes. */
export function qualityPage(report: QualityReport): string {
  return documentOf(
    `${say.title}, ${report.run_id}`,
    <>
      <h1>{say.title}</h1>
      <p className="soft">
        {say.night(format.day(report.run_date))} · {say.run(report.run_id)}
      </p>
      <State report={report} />
      <Glance report={report} />
      <Checks report={report} />
      {report.datasets
        .filter(({ quality }) => quality.landed_ever)
        .map((dataset) => (
          <DatasetPart key={dataset.dataset} of={dataset} />
        ))}
      <Ignored report={report} />
      <p className="soft" style={{ marginTop: 16 }}>
        {say.howUsual}
      </p>
    </>,
  );
}

function State({ report }: { report: QualityReport }) {
  const failing = report.checks.filter((check) => check.kind === 'fail' && found(check)).length;
  const warnings = report.checks.filter((check) => check.kind === 'warn' && found(check)).length;
  const unusual = report.datasets.reduce((sum, dataset) => sum + unusualIn(dataset), 0);
  const tone = failing ? 'bad' : warnings + unusual ? 'warn' : 'good';
  return (
    <div className={`state ${tone}`}>
      <p>{failing ? say.stopped(failing) : warnings ? say.warned(warnings) : say.passed}</p>
      <p>{unusual ? say.unusual(unusual) : say.nothingUnusual}</p>
    </div>
  );
}

function Glance({ report }: { report: QualityReport }) {
  const { heads } = say;
  return (
    <Card title={say.glance}>
      <Table head={Object.values(heads)}>
        {report.datasets.map((one) => {
          const { quality, dataset, drift } = one;
          const rows = drift.find(({ measure, region }) => measure === 'rows' && region === 'ALL');
          const unusual = unusualIn(one);
          if (!quality.landed_ever)
            return (
              <tr key={dataset}>
                <th scope="row">{titled(dataset)}</th>
                <td colSpan={5} className="soft">
                  {say.neverLanded}
                </td>
              </tr>
            );
          return (
            <tr key={dataset}>
              <th scope="row">
                <a href={`#${dataset}`}>{titled(dataset)}</a>
              </th>
              <td>{format.count(quality.landed_today)}</td>
              <td>{rows?.usual == null ? NONE : format.count(Math.round(rows.usual))}</td>
              <td>{format.count(quality.quarantined_today)}</td>
              <td>
                {format.count(quality.quarantined)}
                {quality.quarantined > 0 && <small>{format.smallShare(quality.quarantined / quality.landed)}</small>}
              </td>
              <td>{unusual > 0 ? <span className="badge warn">{unusual}</span> : say.nothing}</td>
            </tr>
          );
        })}
      </Table>
    </Card>
  );
}

function Checks({ report }: { report: QualityReport }) {
  const place = (check: Check): number => (check.kind === 'fail' ? 0 : 1);
  const finding = report.checks.filter(found).toSorted((a, b) => place(a) - place(b));
  const clean = report.checks.filter((check) => !found(check));
  return (
    <Card title={say.checks}>
      {finding.map((check) => (
        <div key={check.check} className="check">
          <p>
            <span className={`badge ${check.kind === 'fail' ? 'bad' : 'warn'}`}>{say.checksFound[check.kind]}</span>{' '}
            <code>{check.check}</code> · {format.many(check.rows, 'row')}
          </p>
          <p>{check.description}</p>
          {check.says?.map((sentence) => (
            <p key={sentence} className="says">
              {sentence}
            </p>
          ))}
          <Proof check={check} />
        </div>
      ))}
      <details>
        <summary>{say.checksClean(clean.length)}</summary>
        <ul className="soft">
          {clean.map((check) => (
            <li key={check.check}>
              <code>{check.check}</code>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}

/** A value as a check shows it: moments as ISO, texts short. */
const shown = (value: unknown): string => {
  const text = value === null || value === undefined ? NONE : value instanceof Date ? value.toISOString() : String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

function Proof({ check }: { check: Check }) {
  const { proof, rows } = check;
  const columns = Object.keys(proof[0] ?? {}).slice(0, PROOF_COLUMNS);
  const first = proof.slice(0, PROOF_ROWS);
  if (first.length === 0) return null;
  return (
    <details open={!check.says?.length}>
      <summary>{say.firstRows(first.length, format.count(rows))}</summary>
      <Table head={columns.map((column) => column.replaceAll('_', ' '))} text>
        {first.map((row) => (
          <tr key={JSON.stringify(row)}>
            {columns.map((column) => (
              <td key={column}>{shown(row[column])}</td>
            ))}
          </tr>
        ))}
      </Table>
    </details>
  );
}

function Ignored({ report: { ignored, ignored_files } }: { report: QualityReport }) {
  if (ignored_files === 0) return null;
  return (
    <Card title={say.ignoredHeading}>
      <p>{say.ignored(ignored_files, format.count(ignored_files))}</p>
      <ul>
        {ignored.map(({ key, because }) => (
          <li key={key}>
            <code>{key}</code>: {because}
          </li>
        ))}
      </ul>
    </Card>
  );
}
