import { use } from 'react';
import { ALL } from '../../../wording/wording.js';
import { type Address, linkTo } from '../address.js';
import type { Applicant } from '../data/onboarding.js';
import type { Run } from '../data/run.js';
import { count, day, month, NONE } from '../format.js';
import { Beginning } from '../parts/Beginning.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { saveTable } from '../parts/save-table.js';
import { PAGE } from '../speech.js';
import { behind } from './chosen.js';
import { codeOf } from './code.js';

const say = PAGE.onboarding;

/** The applications behind a number of Onboarding. */
export function Applicants({ run, address }: { run: Run; address: Address }) {
  const which = [
    run.wording.regionName(run.policies.regions, address.region),
    ...(address.channel ? [codeOf(address.channel)] : []),
    ...whichOf(address),
  ];
  return (
    <>
      <p className="back">
        <a href={linkTo({ view: 'onboarding' })}>← {say.list.back}</a>
      </p>
      <div className="page-head">
        <div>
          <h1>{say.list.title}</h1>
          <p className="note" data-testid="which">
            {which.join(' · ')}
          </p>
        </div>
      </div>
      <Panel title={say.list.title} testid="applicants" lines={12}>
        <List run={run} address={address} key={`${address.region} ${address.channel} ${address.by} ${address.member}`} />
      </Panel>
    </>
  );
}

/** In words, which they are. */
function whichOf({ by, member }: Address): string[] {
  const [kind = '', days = ''] = by.split('_');
  const { list, queue } = say;
  if (by === 'code') return [list.code(codeOf(member))];
  if (kind === 'still') return [list.month(month(member)), list.still(days)];
  if (kind === 'month') return [list.month(month(member)), ...(days ? [list.passed(days)] : [])];
  const ends = { rejected: say.rejected, withdrawn: say.withdrawn, waiting: say.waiting, overdue: say.overdue };
  const known: Readonly<Record<string, string>> = {
    ...say.steps,
    ...ends,
    ...{ marketplace: queue.marketplace, applicant: queue.applicant },
  };
  const title = by === 'applied' ? undefined : known[by];
  return [...(title ? [title] : []), ...(member ? [list.week(day(member))] : [])];
}

function List({ run, address }: { run: Run; address: Address }) {
  const rows = behind(use(run.applicants()), address);
  if (rows.length === 0) return <Empty testid="no-applications">{say.none}</Empty>;
  const save = () =>
    saveTable(`${say.list.file}-${run.manifest.run_date}`, [[...say.list.csv, ...say.list.csvDays], ...rows.map(lineOf)]);
  return (
    <>
      <div className="list-tools">
        <p role="status" data-testid="applicant-count">
          {say.list.count(rows.length, count(rows.length))}
        </p>
        <button type="button" className="button" onClick={save} data-testid="save-csv">
          {say.list.download}
        </button>
      </div>
      <Beginning rows={rows} of="applicants">
        {(shown) => <Table address={address} rows={shown} />}
      </Beginning>
    </>
  );
}

const STEPS_SHOWN = ['applied_on', 'completed_on', 'verified_on', 'decided_on', 'listed_on', 'sold_on'] as const;

const lineOf = (row: Applicant): string[] =>
  [
    ...[row.applicant_id, row.seller_id, row.region, codeOf(row.channel), row.entity_type, row.country],
    ...[say.list.statuses[row.status], row.reject_code, row.waits_for && say.list.waitsFor[row.waits_for], row.days_waiting],
    ...STEPS_SHOWN.map((step) => row[step]),
  ].map((cell) => String(cell ?? ''));

function Table({ address, rows }: { address: Address; rows: readonly Applicant[] }) {
  const { list, steps } = say;
  const heads = [
    list.status,
    say.channel,
    steps.applied,
    steps.completed,
    steps.verified,
    list.decided,
    steps.listed,
    list.firstOrder,
  ];
  return (
    <Scroll label={list.title}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col" className="text">
              {list.application}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="text">
                {head}
              </th>
            ))}
            <th scope="col">{list.waits}</th>
            <th scope="col" className="text">
              {list.seller}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.applicant_id} row={row} everywhere={address.region === ALL} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Line({ row, everywhere }: { row: Applicant; everywhere: boolean }) {
  return (
    <tr data-testid="applicant">
      <th scope="row" className="mono">
        {row.applicant_id} {everywhere && <span className="faint">{row.region}</span>}
      </th>
      <td className="text">
        {say.list.statuses[row.status]}
        {row.reject_code && <span className="faint"> {row.reject_code}</span>}
      </td>
      <td className="text">{codeOf(row.channel)}</td>
      {STEPS_SHOWN.map((step) => (
        <td key={step} className="text">
          {day(row[step])}
        </td>
      ))}
      <td>
        {row.days_waiting === null ? NONE : say.funnel.days(row.days_waiting, count(row.days_waiting))}
        {row.is_overdue && <span className="faint"> {say.overdue}</span>}
      </td>
      <td className="text">
        <OfSeller row={row} />
      </td>
    </tr>
  );
}

/** Whoever has sold has a card; who has not, has none. */
function OfSeller({ row: { seller_id, sold_on } }: { row: Applicant }) {
  if (seller_id === null) return NONE;
  return sold_on === null ? seller_id : <a href={linkTo({ view: 'seller', seller: seller_id })}>{seller_id}</a>;
}
