import { use } from 'react';
import { ALL } from '../../../wording/wording.js';
import { type Address, adjust, linkTo } from '../address.js';
import { type Call, luckiness } from '../data/moving.js';
import type { Run } from '../data/run.js';
import { bound, count, decimal, NONE, wholeAmount } from '../format.js';
import { Empty, Panel } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { Switch } from '../parts/Switch.js';
import { saveTable } from '../parts/save-table.js';
import { Tier } from '../parts/Tier.js';
import { callsTable } from './csv.js';

/** why 50: a morning of calls; all of them are in the file. */
const SHOWN = 50;
/** The columns of the table that are amounts. */
const AMOUNTS = new Set([0, 6, 7]);

/** Whose tier falls next, as one ranked list to work through. */
export function Calls({ run, address }: { run: Run; address: Address }) {
  const say = run.wording.words.calls;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p className="note">
            {run.wording.regionName(run.policies.regions, address.region)} · {say.note}
          </p>
        </div>
      </div>
      <Panel title={say.order} note={say.ranked} testid="calls" lines={12}>
        <List run={run} address={address} />
      </Panel>
    </>
  );
}

function List({ run, address }: { run: Run; address: Address }) {
  const say = run.wording.words.calls;
  const here = use(run.calls())
    .filter((row) => address.region === ALL || row.home_region === address.region)
    .sort((a, b) => a.place - b.place || (a.programme < b.programme ? -1 : 1));
  const kinds = ['', ...Object.keys(say.falls).filter((kind) => here.some(({ falls }) => falls === kind))];
  const kind = kinds.includes(address.by) ? address.by : '';
  const rows = here.filter(({ falls }) => kind === '' || falls === kind);
  if (here.length === 0) return <Empty testid="nobody-falls">{say.nobody}</Empty>;
  const save = () => saveTable(`${say.file}-${run.manifest.run_date}`, callsTable(rows, run));
  return (
    <>
      <div className="list-tools">
        <Switch
          label={say.kinds}
          testid="kinds"
          value={kind}
          options={kinds.map((one) => ({ value: one, title: one === '' ? say.all : say.falls[one]! }))}
          onChange={(by) => adjust({ by })}
        />
        <button type="button" className="button" onClick={save} data-testid="save-csv">
          {say.download}
        </button>
      </div>
      <p className="list-count" role="status" data-testid="call-count">
        {say.count(count(rows.length))}
      </p>
      <Table run={run} rows={rows} />
    </>
  );
}

function Table({ run, rows }: { run: Run; rows: Call[] }) {
  const say = run.wording.words.calls;
  return (
    <Scroll label={say.title}>
      <table className="figures cards calls">
        <thead>
          <tr>
            {say.columns.map((column, at) => (
              <th key={column} scope="col" className={AMOUNTS.has(at) ? '' : 'words'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row) => (
            <tr key={`${row.programme}/${row.seller_id}`} data-testid="call">
              <Cells run={run} row={row} />
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && <p className="faint">{run.wording.words.spread.shown(count(SHOWN), count(rows.length))}</p>}
    </Scroll>
  );
}

function Cells({ run, row }: { run: Run; row: Call }) {
  const say = run.wording.words.calls;
  const open = row.metric ? `${row.programme}/${row.metric}` : '';
  /** What a phone shows before it, where there is no head. */
  const label = (at: number) => ({ 'data-label': say.columns[at] });
  return (
    <>
      <td>{count(row.place)}</td>
      <th scope="row" className="words">
        <a href={linkTo({ view: 'seller', seller: row.seller_id, open })}>{row.name ?? row.seller_id}</a>
        <span className="faint days">{row.seller_id}</span>
      </th>
      <td className="words" {...label(2)}>
        <span title={say.fallsMeans[row.falls]}>{say.falls[row.falls]}</span>{' '}
        <Tier run={run} programme={row.programme} tier={row.falls_to ?? row.tier} />
      </td>
      <td className="words" {...label(3)}>
        {row.metric ? run.wording.metricTitle(row.metric) : NONE}
        {row.at_most != null && <span className="faint days">{run.wording.words.spread.bound(bound(row.at_most))}</span>}
      </td>
      <td className="words" data-cell="then" {...label(4)}>
        {row.fault == null ? NONE : run.wording.words.movers.who.of(count(row.fault), count(row.counted))}
        {row.fault_then != null && (
          <span className="faint days">{say.ahead(count(row.fault_then), count(row.counted_then), count(row.allowed_then))}</span>
        )}
      </td>
      <td className="words" {...label(5)}>
        {row.verdict ? say.luck[luckiness(row.verdict, row)] : NONE}
      </td>
      <td data-cell="risk" {...label(6)}>
        {say.working(count(row.orders), bound(row.likely_percent / 100), decimal(row.orders_at_risk))}
      </td>
      <td {...label(7)}>{row.value_minor == null ? NONE : wholeAmount(row.value_minor, row.currency)}</td>
      <td className="words" {...label(8)}>
        {say.contact[row.contact]}
      </td>
    </>
  );
}
