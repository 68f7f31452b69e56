import { use } from 'react';
import { capital } from '../../../wording/wording.js';
import { type Address, linkTo } from '../address.js';
import type { Lead, LeadEvidence } from '../data/leads.js';
import type { Run } from '../data/run.js';
import { count, wholeAmount } from '../format.js';
import { Beginning } from '../parts/Beginning.js';
import { Empty, Panel, Reading } from '../parts/Panel.js';
import { saveTable } from '../parts/save-table.js';
import { PAGE } from '../speech.js';
import { ordersTable } from './csv.js';
import { Evidence } from './Evidence.js';
import { Status } from './Leads.js';
import { daysOf, saidOf, strongestOf, titleOf } from './said.js';

const say = PAGE.leadsPage;

/** What stands behind a lead: each order with what tells, what would explain it innocently, and why one may look. */
export function LeadPage({ run, address }: { run: Run; address: Address }) {
  return (
    <>
      <p className="back">
        <a href={linkTo({ view: 'leads' })}>← {say.title}</a>
      </p>
      <Reading lines={16}>
        <Opened run={run} id={address.leadId} />
      </Reading>
    </>
  );
}

function Opened({ run, id }: { run: Run; id: string }) {
  const lead = use(run.leads()).find(({ lead_id }) => lead_id === id);
  if (!lead) return <Empty testid="no-such-lead">{say.opened.unknown}</Empty>;
  return <OfLead run={run} lead={lead} />;
}

function OfLead({ run, lead }: { run: Run; lead: Lead }) {
  const rows = use(run.evidenceOf(lead)).sort(
    (a, b) =>
      a.from_at.getTime() - b.from_at.getTime() ||
      a.placed_at.getTime() - b.placed_at.getTime() ||
      (a.order_id < b.order_id ? -1 : 1),
  );
  const name = use(run.namesOf([lead.seller_id])).get(lead.seller_id);
  const said = saidOf(lead.lead);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            {titleOf(lead.lead)} · {name ?? lead.seller_id}
          </h1>
          <p className="note">
            <a href={linkTo({ view: 'seller', seller: lead.seller_id })}>{lead.seller_id}</a>
            {` · ${run.wording.regionName(run.policies.regions, lead.region)}`}
            {said && ` · ${capital(said.says)}`}
          </p>
        </div>
      </div>
      <p className="banner" data-testid="no-finding">
        {say.opened.noFinding}
      </p>
      <Panel title={say.opened.facts} testid="lead-facts">
        <Facts row={lead} />
      </Panel>
      <Panel title={say.opened.title} note={say.opened.buyers} testid="evidence">
        <Orders run={run} lead={lead} rows={rows} />
      </Panel>
      {said && <Innocent lead={lead} rows={rows} twins={said.twins} />}
      {said && (
        <Panel title={say.opened.basis} testid="legal-basis">
          <p>{said.legal_basis}</p>
        </Panel>
      )}
    </>
  );
}

function Facts({ row }: { row: Lead }) {
  const facts = {
    status: [say.status, <Status key="status" row={row} />],
    orders: [say.orders, say.of(count(row.orders), count(row.looked_at))],
    buyers: [say.buyers, count(row.buyers)],
    risk: [say.risk, wholeAmount(row.at_risk_minor, row.currency)],
    days: [say.days, daysOf(row)],
    most: [say.most, strongestOf(row)],
  } as const;
  return (
    <dl className="facts">
      {Object.entries(facts).map(([key, [title, shown]]) => (
        <div key={key}>
          <dt>{title}</dt>
          <dd data-cell={key}>{shown}</dd>
        </div>
      ))}
    </dl>
  );
}

function Orders({ run, lead, rows }: { run: Run; lead: Lead; rows: readonly LeadEvidence[] }) {
  const save = () =>
    saveTable(`${say.opened.file}-${lead.lead}-${lead.seller_id}-${run.manifest.run_date}`, ordersTable(lead, rows, run));
  return (
    <>
      <div className="list-tools">
        <p role="status" data-testid="evidence-count">
          {say.opened.count(rows.length, count(rows.length))}
        </p>
        <button type="button" className="button" onClick={save} data-testid="save-csv">
          {say.download}
        </button>
      </div>
      <Beginning rows={rows} of="evidence">
        {(shown) => <Evidence run={run} lead={lead} rows={shown} />}
      </Beginning>
    </>
  );
}

/** What would explain it, and how many of the orders it does explain. */
function Innocent({ lead, rows, twins }: { lead: Lead; rows: readonly LeadEvidence[]; twins: Readonly<Record<string, string>> }) {
  return (
    <Panel title={say.opened.twins} testid="twins">
      <ul className="unmeasured-list">
        {Object.entries(twins).map(([twin, text]) => (
          <li key={twin} data-testid={`twin-${twin}`}>
            {capital(text)}{' '}
            <span className="faint">
              ({say.opened.explains(count(rows.filter((row) => row.twin === twin).length), count(lead.orders))})
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
