import { use } from 'react';
import { ALL } from '../../../wording/wording.js';
import { type Address, adjust, linkTo } from '../address.js';
import type { Lead, Names } from '../data/leads.js';
import type { Run } from '../data/run.js';
import { count, wholeAmount } from '../format.js';
import { Beginning } from '../parts/Beginning.js';
import { Empty, Panel, Reading } from '../parts/Panel.js';
import { RegionHead } from '../parts/RegionHead.js';
import { Scroll } from '../parts/Scroll.js';
import { saveTable } from '../parts/save-table.js';
import { PAGE } from '../speech.js';
import { leadsTable } from './csv.js';
import { LookedFor } from './LookedFor.js';
import { listed } from './listed.js';
import { daysOf, placeOf, strongestOf, titleOf, twinOf } from './said.js';

const say = PAGE.leadsPage;

/** Signs of abuse for a person to look into: what was looked for, and what was found. */
export function Leads({ run, address }: { run: Run; address: Address }) {
  return (
    <>
      <RegionHead run={run} region={address.region} title={say.title} note={say.note} />
      <Panel title={say.looked.title} testid="looked-for" lines={6}>
        <LookedFor run={run} address={address} />
      </Panel>
      <Panel title={say.found} note={say.order} testid="leads" lines={10}>
        <List run={run} address={address} />
      </Panel>
      {run.reader.isTeam && run.publishes('leads') && (
        <Reading lines={1}>
          <Elsewhere run={run} address={address} />
        </Reading>
      )}
    </>
  );
}

const namesOf = (run: Run, rows: readonly Lead[]): Promise<Names> =>
  run.namesOf([...new Set(rows.map(({ seller_id }) => seller_id))].sort());

function List({ run, address }: { run: Run; address: Address }) {
  const here = listed(use(run.leads()), { ...address, lead: '', status: '' });
  const names = use(namesOf(run, here));
  if (here.length === 0) return <Empty testid="no-leads">{say.none}</Empty>;
  const rows = listed(here, address);
  const save = () => saveTable(`${say.file}-${run.manifest.run_date}`, leadsTable(rows, names, run));
  return (
    <>
      <div className="list-tools">
        <Filters here={here} address={address} />
        <button type="button" className="button" onClick={save} data-testid="save-csv">
          {say.download}
        </button>
      </div>
      <p className="list-count" role="status" data-testid="lead-count">
        {say.count(rows.length, count(rows.length))}
      </p>
      {new Set(rows.map(({ currency }) => currency)).size > 1 && <p className="note">{say.currencies}</p>}
      {rows.length === 0 ? (
        <Empty testid="no-leads">{say.none}</Empty>
      ) : (
        <Beginning rows={rows} of="leads" key={`${address.region} ${address.lead} ${address.status}`}>
          {(shown) => <Table run={run} address={address} rows={shown} names={names} />}
        </Beginning>
      )}
    </>
  );
}

/** What else a team is told: leads of its own sellers among orders that went elsewhere. */
function Elsewhere({ run, address }: { run: Run; address: Address }) {
  const rows = listed(use(run.leads()), { ...address, region: ALL }).filter(({ region }) => region !== address.region);
  const names = use(namesOf(run, rows));
  if (rows.length === 0) return null;
  return (
    <Panel title={say.elsewhere} testid="leads-elsewhere">
      <Beginning rows={rows} of="leads-elsewhere">
        {(shown) => <Table run={run} address={address} rows={shown} names={names} />}
      </Beginning>
    </Panel>
  );
}

function Filters({ here, address }: { here: readonly Lead[]; address: Address }) {
  const found = new Set([...here.map(({ lead }) => lead), ...(address.lead ? [address.lead] : [])]);
  const leads = [...found].sort((a, b) => placeOf(a) - placeOf(b));
  return (
    <search className="filters few">
      <label>
        <span>{say.lead}</span>
        <select data-testid="filter-lead" value={address.lead} onChange={({ target }) => adjust({ lead: target.value })}>
          <option value="">{say.allLeads}</option>
          {leads.map((lead) => (
            <option key={lead} value={lead}>
              {titleOf(lead)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say.status}</span>
        <select data-testid="filter-status" value={address.status} onChange={({ target }) => adjust({ status: target.value })}>
          <option value="">{say.allStatuses}</option>
          {Object.entries(say.statuses).map(([status, title]) => (
            <option key={status} value={status}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

const HEADS = [say.seller, say.lead, say.status, say.orders, say.buyers, say.risk, say.days, say.most];
/** The columns of the table that are amounts. */
const AMOUNTS = new Set([3, 4, 5]);

function Table({ run, address, rows, names }: { run: Run; address: Address; rows: readonly Lead[]; names: Names }) {
  return (
    <Scroll label={say.found}>
      <table className="figures cards leads">
        <thead>
          <tr>
            {HEADS.map((head, at) => (
              <th key={head} scope="col" className={AMOUNTS.has(at) ? '' : 'words'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.lead_id} data-testid="lead">
              <Cells run={run} address={address} row={row} name={names.get(row.seller_id)} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Cells({ run, address, row, name }: { run: Run; address: Address; row: Lead; name: string | undefined }) {
  const { seller_id } = row;
  const region = row.region !== address.region && run.wording.regionName(run.policies.regions, row.region);
  const title = titleOf(row.lead);
  /** What a phone shows before it, where there is no head. */
  const label = (at: number) => ({ 'data-label': HEADS[at] });
  return (
    <>
      <th scope="row" className="words">
        <a href={linkTo({ view: 'seller', seller: seller_id })}>{name ?? seller_id}</a>
        {name !== undefined && <span className="faint days">{seller_id}</span>}
      </th>
      <td className="words" data-cell="lead" {...label(1)}>
        <a
          href={linkTo({ view: 'lead', leadId: row.lead_id })}
          aria-label={run.wording.words.grammar.labelled(title, name ?? seller_id)}
        >
          {title}
        </a>
        {region && <span className="faint days">{region}</span>}
      </td>
      <td className="words" data-cell="status" {...label(2)}>
        <Status row={row} />
      </td>
      <td data-cell="orders" {...label(3)}>
        {say.of(count(row.orders), count(row.looked_at))}
      </td>
      <td data-cell="buyers" {...label(4)}>
        {count(row.buyers)}
      </td>
      <td data-cell="risk" {...label(5)}>
        {wholeAmount(row.at_risk_minor, row.currency)}
      </td>
      <td className="words" data-cell="days" {...label(6)}>
        {daysOf(row)}
      </td>
      <td className="words" data-cell="most" {...label(7)}>
        {strongestOf(row)}
      </td>
    </>
  );
}

/** Open or explained, and by what; of an open one how much of it something innocent explains. */
export function Status({ row }: { row: Lead }) {
  const beside =
    row.status === 'explained'
      ? twinOf(row.lead, row.twin)
      : row.explained > 0 && say.partly(count(row.explained), count(row.orders));
  return (
    <>
      {say.statuses[row.status]}
      {beside && <span className="faint days">{beside}</span>}
    </>
  );
}
