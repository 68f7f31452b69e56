import { use } from 'react';
import { mixShown } from '../../../wording/standing.js';
import { tierLook, tierOrder } from '../../../wording/wording.js';
import { linkTo } from '../address.js';
import { programmeOf } from '../data/policies.js';
import type { TierMix } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { count, many, share } from '../format.js';
import { Empty, Panel } from '../parts/Panel.js';

/** How the sellers of the region spread over the tiers of each programme. */
export function TierMixes({ run, region }: { run: Run; region: string }) {
  return (
    <Panel
      title="Tier mix"
      testid="tier-mix"
      lines={8}
      note="Sellers with orders in the region, by the tier that they hold; without evaluations, by the one proposed tonight."
    >
      <Mixes run={run} region={region} />
    </Panel>
  );
}

function Mixes({ run, region }: { run: Run; region: string }) {
  const rows = use(run.tierMix()).filter((row) => row.region === region);
  const programmes = [...new Set(rows.map((row) => row.programme))];
  if (programmes.length === 0)
    return <Empty>No programme judges sellers in {run.wording.regionName(run.policies.regions, region)}.</Empty>;
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
                  aria-label={`${many(row.sellers, 'seller')}, ${run.wording.tierTitle(found, row.tier)}: the list`}
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

const assessableSummary = (rows: Pick<TierMix, 'sellers'>[]): string =>
  many(
    rows.reduce((sum, row) => sum + row.sellers, 0),
    'seller',
  );
