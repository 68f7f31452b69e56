import { Fragment, use } from 'react';
import { ALL, titled } from '../../../wording/wording.js';
import type { RunQuality } from '../data/rows.js';
import { DATASETS, type Run } from '../data/run.js';
import { count, day, moment, NONE, smallShare } from '../format.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';
import { Drift } from './Drift.js';

const say = PAGE.qualityPage;

/** What the numbers are made of: what landed, what was refused, what is not measured, what the run published. */
export function Quality({ run }: { run: Run }) {
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p className="note">{say.note(day(run.manifest.run_date))}</p>
        </div>
      </div>
      <NotMeasured run={run} />
      <Warnings run={run} />
      <Panel title={run.wording.words.quality.drift} testid="drift" lines={6} note={run.wording.words.quality.howUsual}>
        <Drift run={run} />
      </Panel>
      <Panel title={say.landed.title} testid="quality" lines={8} note={say.landed.note}>
        <Landed run={run} />
      </Panel>
      <Published run={run} />
    </>
  );
}

function NotMeasured({ run }: { run: Run }) {
  const { not_measured } = run.manifest;
  return (
    <Panel title={say.notMeasured.title} testid="not-measured">
      {not_measured.length === 0 ? (
        <p className="note">{say.notMeasured.none}</p>
      ) : (
        <ul className="unmeasured-list">
          {not_measured.map((metric) => (
            <li key={metric}>{say.notMeasured.needs(run.wording.metricTitle(metric), run.wording.needs(metric).join(', '))}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What the night's checks warned of; a check that fails publishes nothing. */
function Warnings({ run }: { run: Run }) {
  const { warnings } = run.manifest;
  const { readers } = run.wording.words;
  return (
    <Panel title={run.wording.words.quality.checks} testid="warnings" note={warnings && run.wording.words.pages.leftOut}>
      {!warnings ? (
        <p className="note">{readers.warnings}</p>
      ) : warnings.length === 0 ? (
        <p className="note">{say.noWarnings}</p>
      ) : (
        <ul className="unmeasured-list">
          {warnings.map(({ check, rows, description }) => {
            const said = saidOf(check);
            const [title, text] = said ?? [titled(check), description];
            return (
              <li key={check} lang={said ? undefined : 'en'}>
                {say.warning(title, rows, count(rows), text)}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

/** A check by its title and text; one of another version is told as the run tells it, in English. */
const saidOf = (check: string): readonly [string, string] | undefined =>
  Object.hasOwn(PAGE.checks, check) ? (PAGE.checks[check as keyof typeof PAGE.checks] as [string, string]) : undefined;

/** What all others are about comes first; the others by name. */
const FIRST = ['orders', 'sellers'];
const placeOf = (dataset: string): string => `${FIRST.includes(dataset) ? FIRST.indexOf(dataset) : FIRST.length} ${dataset}`;

function Landed({ run }: { run: Run }) {
  const rows = use(run.quality());
  if (rows.length === 0) return <Empty>{say.nothingLanded}</Empty>;
  const datasets = [...new Set(rows.map((row) => row.dataset))].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return (
    <Scroll label={say.landed.label}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say.landed.dataset}
            </th>
            <th scope="colgroup" colSpan={5}>
              <span>{say.landed.upTo}</span>
            </th>
            <th scope="colgroup" colSpan={2}>
              <span>{say.landed.on}</span>
            </th>
            <th scope="col" rowSpan={2}>
              {say.landed.late}
            </th>
            <th scope="col" rowSpan={2} className="text">
              {say.landed.newest}
            </th>
          </tr>
          <tr>
            <th scope="col">{say.landed.files}</th>
            <th scope="col">{say.landed.landed}</th>
            <th scope="col">{say.landed.accepted}</th>
            <th scope="col">{say.landed.quarantined}</th>
            <th scope="col">{say.landed.share}</th>
            <th scope="col">{say.landed.landed}</th>
            <th scope="col">{say.landed.quarantined}</th>
          </tr>
        </thead>
        <tbody>
          {datasets.map((dataset) => (
            <Fragment key={dataset}>
              {rows
                .filter((row) => row.dataset === dataset)
                .toSorted((a, b) => (a.region === ALL ? -1 : b.region === ALL ? 1 : a.region < b.region ? -1 : 1))
                .map((row) => (
                  <Row key={row.region} run={run} row={row} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ run, row }: { run: Run; row: RunQuality }) {
  const whole = row.region === ALL;
  const name = whole
    ? titled(row.dataset)
    : row.region === '?'
      ? say.landed.noRegion
      : run.wording.regionName(run.policies.regions, row.region);
  return (
    <tr className={whole ? 'whole' : 'part'} data-testid={`quality-${row.dataset}-${row.region}`}>
      <th scope="row">{name}</th>
      {row.landed_ever ? (
        <>
          <td>{count(row.files)}</td>
          <td>{count(row.landed)}</td>
          <td>{count(row.accepted)}</td>
          <td className={row.quarantined > 0 ? 'strong' : ''}>{count(row.quarantined)}</td>
          <td>{row.landed > 0 ? smallShare(row.quarantined / row.landed) : NONE}</td>
          <td>{count(row.landed_today)}</td>
          <td className={row.quarantined_today > 0 ? 'strong' : ''}>{count(row.quarantined_today)}</td>
          <td>{count(row.late)}</td>
          <td className="text">
            {moment(row.newest_updated_at, 'UTC')} {row.newest_updated_at && <span className="faint">UTC</span>}
          </td>
        </>
      ) : (
        <td className="unmeasured" colSpan={9}>
          {say.landed.never}
        </td>
      )}
    </tr>
  );
}

function Published({ run: { manifest, pointer, policies, reader, wording } }: { run: Run }) {
  return (
    <Panel title={say.run.title} testid="this-run" note={say.run.note}>
      <div className="columns">
        <dl className="facts wide">
          <div>
            <dt>{say.run.run}</dt>
            <dd>{manifest.run_id}</dd>
          </div>
          <div>
            <dt>{say.run.runDate}</dt>
            <dd>{day(manifest.run_date)}</dd>
          </div>
          {pointer.previous_run_id && (
            <div>
              <dt>{say.run.before}</dt>
              <dd>{pointer.previous_run_id}</dd>
            </div>
          )}
          <div>
            <dt>{say.run.fingerprint}</dt>
            <dd className="mono">{manifest.policy_fingerprint}</dd>
          </div>
          {policies.programmes.map((programme) => (
            <div key={programme.programme}>
              <dt>{programme.title}</dt>
              <dd>{say.run.programme(programme.version, day(programme.in_force_from), programme.regions.join(' '))}</dd>
            </div>
          ))}
        </dl>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{say.run.dataset}</th>
              <th scope="col">{say.run.rows}</th>
            </tr>
          </thead>
          <tbody>
            {DATASETS.map((name) => (
              <tr key={name}>
                <th scope="row" className="mono">
                  {name}
                </th>
                {manifest.datasets[name] ? (
                  <td>{count(manifest.datasets[name].rows)}</td>
                ) : (
                  <td className="faint">{reader.isTeam ? wording.words.readers.notHere : say.run.notPublished}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
