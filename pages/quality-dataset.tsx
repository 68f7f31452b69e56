/** One dataset in the report of data quality: what landed, what was left out and why, and how it differs from the nights before. */
import type { Drift, QualityReport, Rejections } from '../contracts/run/quality-report.js';
import { driftInWords, inReadingOrder } from '../wording/drift.js';
import { formatFor } from '../wording/format.js';
import { titled } from '../wording/wording.js';
import { wordsFor } from '../wording/words.js';

const words = wordsFor('en');
const say = words.quality;
const format = formatFor(words.locale);

type Dataset = QualityReport['datasets'][number];

/** Open where there is something to see. */
export function DatasetPart({ of }: { of: Dataset }) {
  const unusual = of.drift.filter(({ verdict }) => verdict === 'unusual');
  const { quality, refused, refused_files, extra_columns } = of;
  const summed =
    quality.quarantined > 0
      ? say.leftOut(
          format.count(quality.quarantined),
          format.count(quality.landed),
          format.smallShare(quality.quarantined / quality.landed),
        )
      : say.noneLeftOut(quality.landed, format.count(quality.landed));
  return (
    <section className="card" id={of.dataset}>
      <details className="dataset" open={unusual.length + quality.quarantined + extra_columns.length > 0}>
        <summary>{titled(of.dataset)}</summary>
        <p className="soft" style={{ marginTop: 8 }}>
          {summed}
          {quality.late > 0 && ` · ${say.late(format.count(quality.late))}`}
        </p>
        {refused_files > 0 && (
          <>
            <p className="bad">{say.refused(refused_files, format.count(refused_files))}</p>
            <ul>
              {refused.map(({ file, because }) => (
                <li key={file}>
                  <code>{because.startsWith(file) ? because : `${file}: ${because}`}</code>
                </li>
              ))}
            </ul>
          </>
        )}
        {extra_columns.length > 0 && <p>{say.extra(extra_columns.join(', '))}</p>}
        {quality.quarantined > 0 && <LeftOut rejections={of.rejections} folder={of.quarantine} />}
        <AgainstBefore drift={of.drift} unusual={unusual} />
      </details>
    </section>
  );
}

function LeftOut({ rejections: { reasons, more, files }, folder }: { rejections: Rejections; folder: string }) {
  return (
    <>
      <h3>{say.why}</h3>
      <div className="scroll">
        <table className="text">
          <thead>
            <tr>
              <th scope="col">{say.rows}</th>
              <th scope="col">{say.reason}</th>
              <th scope="col">{say.where}</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map(({ reason, rows, examples }) => (
              <tr key={reason}>
                <td>{format.count(rows)}</td>
                <td>{reason}</td>
                <td>
                  {examples.map(({ file, line, key }) => (
                    <div key={`${file} ${line}`}>
                      <code>{say.line(file, format.count(line))}</code>
                      {key && <small>{key}</small>}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft">
        {more > 0 && `${say.moreReasons(more)}. `}
        {files.read < files.all && `${say.someFiles(format.count(files.read), format.count(files.all))} `}
        {say.allRows(folder)}
      </p>
    </>
  );
}

function AgainstBefore({ drift, unusual }: { drift: readonly Drift[]; unusual: readonly Drift[] }) {
  const early = drift.every(({ verdict }) => verdict === 'too_early');
  return (
    <>
      <h3>{say.drift}</h3>
      {early ? (
        <p className="soft">{say.tooEarly}</p>
      ) : unusual.length > 0 ? (
        <Figures rows={inReadingOrder(unusual)} />
      ) : (
        <p className="soft">{say.nothingUnusual}</p>
      )}
      <details>
        <summary>{say.everyFigure(drift.length)}</summary>
        <Figures rows={inReadingOrder(drift)} />
      </details>
    </>
  );
}

const Figures = ({ rows }: { rows: readonly Drift[] }) => (
  <div className="scroll">
    <table>
      <thead>
        <tr>
          {Object.values(say.driftHeads).map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { figure, tonight, counted, usual, range, compared, verdict } = driftInWords(row, words, format);
          return (
            <tr key={figure}>
              <th scope="row">
                {figure} {row.verdict === 'unusual' && <span className="badge warn">{verdict}</span>}
              </th>
              <td>
                {tonight}
                {counted && <small>{counted}</small>}
              </td>
              <td>{usual}</td>
              <td>{range}</td>
              <td>{row.verdict === 'usual' || row.verdict === 'unusual' ? compared : verdict}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
