import { use, useMemo } from 'react';
import { tierShown } from '../../../wording/standing.js';
import { ALL, tierOrder } from '../../../wording/wording.js';
import { type Address, adjust } from '../address.js';
import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { count } from '../format.js';
import { Reading } from '../parts/Panel.js';
import { SellerTable } from './SellerTable.js';
import type { SellerRow } from './table.js';

/** Every scorecard of the run: search, sort, filter. */
export function Sellers({ run, address }: { run: Run; address: Address }) {
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Sellers</h1>
          <p className="note">{whom(run, address)}</p>
        </div>
      </div>
      <Reading lines={12}>
        <List run={run} address={address} />
      </Reading>
    </>
  );
}

const sellsHere = (run: Run, { who }: Address): boolean => who !== 'home' && run.publishes('seller_regions');

function whom(run: Run, address: Address): string {
  const place = run.wording.regionName(run.policies.regions, address.region);
  if (address.region === ALL)
    return sellsHere(run, address)
      ? 'Sellers with orders in the days by which a programme decides whom it judges'
      : 'Every seller with a scorecard, of every home region';
  return sellsHere(run, address)
    ? `Sellers with orders to ${place} in the days by which a programme decides whom it judges, wherever they are at home`
    : `Sellers whose home region is ${place}, wherever they deliver`;
}

const NOBODY: Awaited<ReturnType<Run['sellingIn']>> = [];

function List({ run, address }: { run: Run; address: Address }) {
  const { region } = address;
  const here = sellsHere(run, address);
  const selling = here ? use(run.sellingIn(region)) : NOBODY;
  const listed = use(run.sellers());
  const changes = use(run.tierChanges());
  const standings = use(run.held());
  const ahead = use(run.nextTiers());
  const rows = useMemo((): SellerRow[] => {
    const moved = new Map(changes.map((change) => [`${change.programme}/${change.seller_id}`, change]));
    const next = new Map(ahead.filter(({ decides }) => decides).map((one) => [`${one.programme}/${one.seller_id}`, one]));
    const held = new Map(standings.map((one) => [`${one.programme}/${one.seller_id}`, one]));
    const sells = new Set(selling.map((one) => `${one.programme}/${one.seller_id}`));
    return listed
      .filter((seller) =>
        here ? sells.has(`${seller.programme}/${seller.seller_id}`) : region === ALL || seller.home_region === region,
      )
      .map((seller) => {
        const key = `${seller.programme}/${seller.seller_id}`;
        return {
          ...seller,
          proposed: seller.tier,
          tier: tierShown(seller.tier, held.get(key)),
          change: moved.get(key),
          next: next.get(key),
        };
      });
  }, [listed, changes, standings, ahead, selling, here, region]);
  return (
    <>
      <Filters run={run} address={address} rows={rows} />
      <SellerTable run={run} address={address} rows={rows} />
    </>
  );
}

function Filters({ run, address, rows }: { run: Run; address: Address; rows: SellerRow[] }) {
  const { directions } = run.wording.words;
  const programmes = useMemo(() => [...new Set(rows.map((row) => row.programme))].sort(), [rows]);
  const tiers = useMemo(() => tiersOf(run, rows, address.programme), [run, rows, address.programme]);
  return (
    <search className="filters">
      <label>
        <span>Search</span>
        <input
          type="search"
          placeholder="Shop name or seller id"
          data-testid="search"
          value={address.search}
          onChange={(event) => adjust({ search: event.target.value })}
        />
      </label>
      {programmes.length > 1 && (
        <label>
          <span>Programme</span>
          <select
            data-testid="filter-programme"
            value={address.programme}
            onChange={(event) => adjust({ programme: event.target.value })}
          >
            <option value="">All programmes</option>
            {programmes.map((key) => (
              <option key={key} value={key}>
                {programmeOf(run.policies, key)?.title ?? key}
              </option>
            ))}
          </select>
        </label>
      )}
      {run.publishes('seller_regions') && <Whom address={address} />}
      <label>
        <span>Tier</span>
        <select data-testid="filter-tier" value={address.tier} onChange={(event) => adjust({ tier: event.target.value })}>
          <option value="">All tiers</option>
          {tiers.map(({ key, title, sellers }) => (
            <option key={key} value={key}>
              {title} ({count(sellers)})
            </option>
          ))}
        </select>
      </label>
      {run.publishes('tier_changes') && (
        <label>
          <span>Since the last run</span>
          <select data-testid="filter-moved" value={address.moved} onChange={(event) => adjust({ moved: event.target.value })}>
            <option value="">Changed or not</option>
            <option value="up">{directions.up}</option>
            <option value="down">{directions.down}</option>
            <option value="new">{directions.new}</option>
            <option value="other">{directions.other}</option>
          </select>
        </label>
      )}
    </search>
  );
}

function Whom({ address }: { address: Address }) {
  return (
    <label>
      <span>Whom</span>
      <select data-testid="filter-who" value={address.who} onChange={(event) => adjust({ who: event.target.value })}>
        <option value="">{address.region === ALL ? 'With orders' : 'With orders here'}</option>
        <option value="home">{address.region === ALL ? 'With a scorecard' : 'At home here'}</option>
      </select>
    </label>
  );
}

function tiersOf(run: Run, rows: SellerRow[], programme: string) {
  const sellers = new Map<string, number>();
  const owner = new Map<string, string>();
  for (const row of rows) {
    if (programme && row.programme !== programme) continue;
    sellers.set(row.tier, (sellers.get(row.tier) ?? 0) + 1);
    owner.set(row.tier, row.programme);
  }
  const order = [...new Set(run.policies.programmes.flatMap((one) => tierOrder(one)))];
  return [...sellers.keys()]
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((key) => ({
      key,
      title: run.wording.tierTitle(programmeOf(run.policies, owner.get(key)!), key),
      sellers: sellers.get(key)!,
    }));
}
