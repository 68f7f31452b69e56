import { use } from 'react';
import { ALL, tierOrder } from '../../../wording/wording.js';
import { type Address, adjust } from '../address.js';
import { programmeOf } from '../data/policies.js';
import { DatasetMissing, type Run } from '../data/run.js';
import { count } from '../format.js';
import { Reading } from '../parts/Panel.js';
import type { Opening } from './asked.js';
import type { Found, Query } from './listed.js';
import { type OpenList, openList } from './open-list.js';
import { orderOf, queryOf, useFound } from './query.js';
import { SavedViews } from './SavedViews.js';
import { SaveList } from './SaveList.js';
import { SellerTable } from './SellerTable.js';

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
      <SavedViews />
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

function openingOf(run: Run, address: Address): Opening {
  return {
    files: {
      scorecards: run.filesOf('scorecards'),
      standings: run.filesOf('standings'),
      changes: run.filesOf('tier_changes'),
      next: run.filesOf('next_tiers'),
      selling: sellsHere(run, address) ? run.filesOf('seller_regions') : undefined,
    },
    region: { code: address.region, everywhere: address.region === ALL },
    order: orderOf(run),
  };
}

function List({ run, address }: { run: Run; address: Address }) {
  const query = queryOf(address);
  if (!run.publishes('scorecards')) throw new DatasetMissing('scorecards', run.manifest.run_id);
  const list = use(run.once(`list/${address.region}/${sellsHere(run, address)}`, () => openList(openingOf(run, address), query)));
  return <Listed key={`${address.region}/${address.who}`} run={run} address={address} list={list} query={query} />;
}

/** Typing moves what stands in the field at once; the table follows when the worker has found the rows. */
function Listed({ run, address, list, query }: { run: Run; address: Address; list: OpenList; query: Query }) {
  const { page, busy } = useFound(list, query);
  return (
    <>
      <Filters run={run} address={address} found={page.found} />
      <SellerTable run={run} page={page} busy={busy} />
      <SaveList run={run} page={page} />
    </>
  );
}

function Filters({ run, address, found }: { run: Run; address: Address; found: Found }) {
  const { directions } = run.wording.words;
  const { programmes } = found;
  const tiers = tiersOf(run, found);
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

function tiersOf(run: Run, { tiers }: Found) {
  const order = [...new Set(run.policies.programmes.flatMap((one) => tierOrder(one)))];
  return tiers
    .toSorted((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier))
    .map(({ tier, programme, sellers }) => ({
      key: tier,
      title: run.wording.tierTitle(programmeOf(run.policies, programme), tier),
      sellers,
    }));
}
