import { use } from 'react';
import { LEADS } from '../../../leads/index.js';
import { capital } from '../../../wording/wording.js';
import { type Address, linkTo } from '../address.js';
import type { LookedFor as Row } from '../data/leads.js';
import type { Run } from '../data/run.js';
import { count, day } from '../format.js';
import { Heads } from '../parts/Heads.js';
import { Empty } from '../parts/Panel.js';
import { Scroll } from '../parts/Scroll.js';
import { PAGE } from '../speech.js';
import { placeOf, saidOf, titleOf } from './said.js';

const say = PAGE.leadsPage.looked;

/** Of how many orders could be told, and what was found: none found says nothing where nothing could be told. */
export function LookedFor({ run, address }: { run: Run; address: Address }) {
  const rows = use(run.leadsLookedFor())
    .filter(({ region }) => region === address.region)
    .sort((a, b) => placeOf(a.lead) - placeOf(b.lead));
  if (!rows[0]) return <Empty testid="nothing-looked-at">{say.nothing}</Empty>;
  return (
    <>
      <p className="note">{say.days(day(rows[0].first_day), day(run.manifest.run_date))}</p>
      <Scroll label={say.title}>
        <table className="figures cards leads looked-for wrapped">
          <thead>
            <tr>
              <Heads columns={say.columns} words="words" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LookedForRow key={row.lead} row={row} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

export function LookedForRow({ row }: { row: Row }) {
  const { lead } = row;
  /** What a phone shows before it, where there is no head. */
  const label = (at: number) => ({ 'data-label': say.columns[at] });
  return (
    <tr data-testid={`looked-for-${lead}`}>
      <th scope="row" className="words">
        {titleOf(lead)}
        <span className="faint days">{capital(saidOf(lead)?.says ?? '')}</span>
      </th>
      <td {...label(1)}>{count(row.orders)}</td>
      {row.is_measured ? (
        <>
          <td {...label(2)}>{count(row.could_tell)}</td>
          <td {...label(3)}>{count(row.signs)}</td>
          <td {...label(4)}>
            <Found shown={row.sellers} lead={lead} status="" />
          </td>
          <td {...label(5)}>
            <Found shown={row.open_sellers} lead={lead} status="open" />
          </td>
        </>
      ) : (
        <td className="unmeasured" colSpan={4}>
          {say.notMeasured}: {whyNot(row)}
        </td>
      )}
    </tr>
  );
}

/** How many there are, as a link to them in the list. */
function Found({ shown, lead, status }: { shown: number; lead: string; status: string }) {
  if (shown === 0) return count(shown);
  return <a href={linkTo({ lead, status })}>{count(shown)}</a>;
}

function whyNot({ lead, could_tell }: Row): string {
  const needs = Object.hasOwn(LEADS, lead) ? LEADS[lead as keyof typeof LEADS].needs : [];
  return could_tell > 0 ? say.leftOut : say.lacks(needs.join(', '));
}
