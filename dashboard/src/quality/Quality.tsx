import { Fragment, use } from 'react';
import { ALL, titled } from '../../../wording/wording.js';
import type { RunQuality } from '../data/rows.js';
import { DATASETS, type Run } from '../data/run.js';
import { count, day, many, moment, NONE, smallShare } from '../format.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { Drift } from './Drift.js';

/** What the numbers are made of: what landed, what was refused, what is not measured, what the run published. */
export function Quality({ run }: { run: Run }) {
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Data quality</h1>
          <p className="note">What had landed by {day(run.manifest.run_date)}, and what could not be measured</p>
        </div>
      </div>
      <NotMeasured run={run} />
      <Warnings run={run} />
      <Panel title={run.wording.words.quality.drift} testid="drift" lines={6} note={run.wording.words.quality.howUsual}>
        <Drift run={run} />
      </Panel>
      <Panel
        title="Landed, accepted, refused"
        testid="quality"
        lines={8}
        note="Every landed row is accepted or quarantined; both are kept. Late: landed more than a day after its updated_at."
      >
        <Landed run={run} />
      </Panel>
      <Published run={run} />
    </>
  );
}

function NotMeasured({ run }: { run: Run }) {
  const { not_measured } = run.manifest;
  return (
    <Panel title="Not measured" testid="not-measured">
      {not_measured.length === 0 ? (
        <p className="note">Every metric has the data it needs.</p>
      ) : (
        <ul className="unmeasured-list">
          {not_measured.map((metric) => (
            <li key={metric}>
              <b>{run.wording.metricTitle(metric)}</b> needs <code>{run.wording.needs(metric).join(', ')}</code>. Shown as not
              measured, never as zero.
            </li>
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
        <p className="note">No check found anything.</p>
      ) : (
        <ul className="unmeasured-list">
          {warnings.map((warning) => (
            <li key={warning.check}>
              <b>{titled(warning.check)}</b> ({many(warning.rows, 'row')}): {warning.description}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What all others are about comes first; the others by name. */
const FIRST = ['orders', 'sellers'];
const placeOf = (dataset: string): string => `${FIRST.includes(dataset) ? FIRST.indexOf(dataset) : FIRST.length} ${dataset}`;

function Landed({ run }: { run: Run }) {
  const rows = use(run.quality());
  if (rows.length === 0) return <Empty>Nothing has landed.</Empty>;
  const datasets = [...new Set(rows.map((row) => row.dataset))].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return (
    <Scroll label="Landed rows">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Dataset
            </th>
            <th scope="colgroup" colSpan={5}>
              <span>Up to the run date</span>
            </th>
            <th scope="colgroup" colSpan={2}>
              <span>On the run date</span>
            </th>
            <th scope="col" rowSpan={2}>
              Late
            </th>
            <th scope="col" rowSpan={2} className="text">
              Newest record
            </th>
          </tr>
          <tr>
            <th scope="col">Files</th>
            <th scope="col">Landed</th>
            <th scope="col">Accepted</th>
            <th scope="col">Quarantined</th>
            <th scope="col">Share</th>
            <th scope="col">Landed</th>
            <th scope="col">Quarantined</th>
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
      ? 'No known region'
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
          Never landed
        </td>
      )}
    </tr>
  );
}

function Published({ run: { manifest, pointer, policies, reader, wording } }: { run: Run }) {
  return (
    <Panel title="This run" testid="this-run" note="Everything on these pages is read from these datasets.">
      <div className="columns">
        <dl className="facts wide">
          <div>
            <dt>Run</dt>
            <dd>{manifest.run_id}</dd>
          </div>
          <div>
            <dt>Run date</dt>
            <dd>{day(manifest.run_date)}</dd>
          </div>
          {pointer.previous_run_id && (
            <div>
              <dt>Published before it</dt>
              <dd>{pointer.previous_run_id}</dd>
            </div>
          )}
          <div>
            <dt>Policy fingerprint</dt>
            <dd className="mono">{manifest.policy_fingerprint}</dd>
          </div>
          {policies.programmes.map((programme) => (
            <div key={programme.programme}>
              <dt>{programme.title}</dt>
              <dd>
                version {programme.version}, in force from {day(programme.in_force_from)}, {programme.regions.join(' ')}
              </dd>
            </div>
          ))}
        </dl>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">Dataset</th>
              <th scope="col">Rows</th>
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
                  <td className="faint">{reader.isTeam ? wording.words.readers.notHere : 'not published'}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
