import { use } from 'react';
import { mixShown } from '../../../wording/standing.js';
import { tierLook, tierOrder } from '../../../wording/wording.js';
import { linkTo } from '../address.js';
import { programmeOf } from '../data/policies.js';
import type { TierMix } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { count, share } from '../format.js';
import { Empty, Panel } from '../parts/Panel.js';
import { PAGE } from '../speech.js';

const say = PAGE.overview.tiers;

/** How the sellers of the region spread over the tiers of each programme. */
export function TierMixes({ run, region }: { run: Run; region: string }) {
  return (
    <Panel title={say.title} testid="tier-mix" lines={8} note={say.note}>
      <Mixes run={run} region={region} />
    </Panel>
  );
}

function Mixes({ run, region }: { run: Run; region: string }) {
  const rows = use(run.tierMix()).filter((row) => row.region === region);
  const programmes = [...new Set(rows.map((row) => row.programme))];
  if (programmes.length === 0) return <Empty>{say.none(run.wording.regionName(run.policies.regions, region))}</Empty>;
  return programmes.map((programme) => (
    <Mix key={programme} run={run} programme={programme} rows={rows.filter((row) => row.programme === programme)} />
  ));
}

function Mix({ run, programme, rows }: { run: Run; programme: string; rows: TierMix[] }) {
  const found = programmeOf(run.policies, programme);
  const order = tierOrder(found);
  const sorted = rows
    .map((row) => ({ ...row, ...mixShown(row) }))
    .filter((row) => row.sellers > 0)
    .toSorted((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier));
  const judged = assessableSummary(sorted);
  return (
    <div className="mix">
      <h3>{found?.title ?? programme}</h3>
      <div className="mix-bar" aria-hidden="true">
        {sorted.map((row) => (
          <span key={row.tier} className={tierLook(found, row.tier)} style={{ flexGrow: row.sellers }} />
        ))}
      </div>
      <table className="figures mix-list">
        <caption className="unseen">{judged}</caption>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.tier} data-testid={`mix-${programme}-${row.tier}`}>
              <th scope="row">
                <span className={`swatch ${tierLook(found, row.tier)}`} aria-hidden="true" />
                {run.wording.tierTitle(found, row.tier)}
              </th>
              <td>
                <a
                  href={linkTo({ view: 'sellers', programme, tier: row.tier, search: '', moved: '', who: '' })}
                  aria-label={say.list(row.sellers, count(row.sellers), run.wording.tierTitle(found, row.tier))}
                >
                  {count(row.sellers)}
                </a>
              </td>
              <td>{share(row.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function assessableSummary(rows: Pick<TierMix, 'sellers'>[]): string {
  const sellers = rows.reduce((sum, row) => sum + row.sellers, 0);
  return say.sellers(sellers, count(sellers));
}
