import { type ReactNode, use } from 'react';
import { ALL } from '../../../wording/wording.js';
import type { RegionKpis } from '../data/rows.js';
import type { Run } from '../data/run.js';
import { amount, count, NONE, share, wholeAmount } from '../format.js';
import { Growth } from '../parts/Change.js';
import { Empty } from '../parts/Panel.js';
import { PAGE } from '../speech.js';

const say = PAGE.overview;

/** The region's figures for the period, as region_kpis has them. */
export function Tiles({ run, region, window }: { run: Run; region: string; window: number }) {
  const all = use(run.regionKpis()).filter((row) => row.window_days === window);
  const kpis = all.find((row) => row.region === region);
  if (!kpis) {
    return <Empty testid="no-kpis">{say.noOrders(run.wording.regionName(run.policies.regions, region), window)}</Empty>;
  }
  return (
    <div className="tiles" data-testid="tiles">
      <Tile
        title={say.orders}
        testid="kpi-orders"
        value={count(kpis.orders)}
        change={counted(kpis, kpis.orders, kpis.previous_orders)}
      />
      <Value kpis={kpis} parts={kpis.region === ALL ? all.filter((row) => row.region !== ALL) : []} />
      <Tile
        title={say.activeSellers}
        testid="kpi-active-sellers"
        value={count(kpis.active_sellers)}
        change={counted(kpis, kpis.active_sellers, kpis.previous_active_sellers)}
      />
      <Tile
        title={say.newSellers}
        testid="kpi-new-sellers"
        value={count(kpis.new_sellers)}
        change={counted(kpis, kpis.new_sellers, kpis.previous_new_sellers)}
      />
      <Tile
        small
        title={run.wording.words.tiers.not_assessable.title}
        testid="kpi-not-assessable"
        value={share(kpis.not_assessable_share)}
        note={say.notAssessable}
      />
      <Tile
        small
        title={run.wording.words.outcomes.excluded}
        testid="kpi-excluded"
        value={share(kpis.excluded_share)}
        note={say.excluded}
      />
      <Tile
        small
        title={say.concentration}
        testid="kpi-concentration"
        value={share(kpis.fault_share_top_1pct)}
        note={say.concentrationNote}
      />
    </div>
  );
}

/** What regions of one currency sold together, the largest first. Currencies are never summed. */
export function perCurrency(regions: readonly Pick<RegionKpis, 'currency' | 'gmv_minor'>[]): [currency: string, minor: number][] {
  const sums = new Map<string, number>();
  for (const { currency, gmv_minor } of regions)
    if (currency && gmv_minor != null) sums.set(currency, (sums.get(currency) ?? 0) + gmv_minor);
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** @param parts the regions that it is of, where it is of several */
function Value({ kpis, parts }: { kpis: RegionKpis; parts: readonly RegionKpis[] }) {
  const { gmv_minor, currency, previous_gmv_minor, orders_in_other_currencies: foreign } = kpis;
  const each = perCurrency(parts);
  if (gmv_minor == null && each.length > 0) {
    return (
      <Tile
        title={say.goods}
        testid="kpi-gmv"
        value={
          <span className="each">
            {each.map(([code, minor]) => (
              <span key={code} data-currency={code} title={amount(minor, code)}>
                {wholeAmount(minor, code)}
              </span>
            ))}
          </span>
        }
        note={[say.each, ...(foreign ? [say.eachWithout(foreign, count(foreign))] : [])].join('; ')}
      />
    );
  }
  if (gmv_minor == null) {
    return (
      <Tile title={say.goods} testid="kpi-gmv" value={NONE} note={kpis.orders > 0 ? say.otherCurrency : say.nothingOrdered} />
    );
  }
  return (
    <Tile
      title={say.goods}
      testid="kpi-gmv"
      value={wholeAmount(gmv_minor, currency)}
      exact={amount(gmv_minor, currency)}
      change={
        <>
          <Growth now={gmv_minor} before={previous_gmv_minor} whole={kpis.previous_whole} />
          <span>
            {!kpis.previous_whole
              ? ''
              : previous_gmv_minor == null
                ? say.noneBefore
                : say.from(wholeAmount(previous_gmv_minor, currency))}
          </span>
          {foreign > 0 && <span>{say.without(foreign, count(foreign))}</span>}
        </>
      }
    />
  );
}

const counted = ({ previous_whole }: RegionKpis, now: number, before: number): ReactNode => (
  <>
    <Growth now={now} before={before} whole={previous_whole} />
    {previous_whole && <span>{say.from(count(before))}</span>}
  </>
);

interface TileProps {
  title: string;
  testid: string;
  value: ReactNode;
  exact?: string;
  change?: ReactNode;
  note?: string;
  small?: boolean;
}

function Tile({ title, testid, value, exact, change, note, small }: TileProps) {
  return (
    <div className={`tile ${small ? 'small' : ''}`} data-testid={testid}>
      <h2>{title}</h2>
      <p className="figure" title={exact}>
        {value}
      </p>
      <p className="tile-note">{change ?? note}</p>
    </div>
  );
}
