import { use } from 'react';
import { ALL, tierOrder } from '../../../wording/wording.js';
import { type Address, adjust } from '../address.js';
import { programmeOf } from '../data/policies.js';
import { DatasetMissing, type Run } from '../data/run.js';
import { count } from '../format.js';
import { Reading } from '../parts/Panel.js';
import { PAGE } from '../speech.js';
import type { Opening } from './asked.js';
import { beginList, begun, isAsOpened } from './first.js';
import type { Found, Query } from './listed.js';
import { type OpenList, openList } from './open-list.js';
import { orderOf, queryOf, useFound } from './query.js';
import { SavedViews } from './SavedViews.js';
import { SaveList } from './SaveList.js';
import { SellerTable } from './SellerTable.js';

const say = PAGE.sellers;

/** Every scorecard of the run: search, sort, filter. */
export function Sellers({ run, address }: { run: Run; address: Address }) {
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
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
  if (address.region === ALL) return sellsHere(run, address) ? say.whom.everywhere : say.whom.everyCard;
  return sellsHere(run, address) ? say.whom.here(place) : say.whom.atHome(place);
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

/** With its first rows at once, where it is asked for as it begins; who first asks for something else waits for all of it. */
function listOf(run: Run, address: Address, query: Query): Promise<OpenList> {
  const of = `${address.region}/${sellsHere(run, address)}`;
  const whole = () => run.once(`whole-list/${of}`, () => openList(openingOf(run, address), query));
  const begins = isAsOpened(query) && sellsHere(run, address);
  return run.once(`list/${of}`, async () => {
    const first = begins && begun(...(await Promise.all([run.firstSellers(address.region), run.tierMix()])), address.region);
    // The worker begins while these rows are drawn; who then asks for more is told what went wrong.
    const opening = whole();
    opening.catch(() => {});
    return first ? beginList(first, whole) : opening;
  });
}

function List({ run, address }: { run: Run; address: Address }) {
  const query = queryOf(address);
  if (!run.publishes('scorecards')) throw new DatasetMissing('scorecards', run.manifest.run_id);
  const list = use(listOf(run, address, query));
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
        <span>{say.search}</span>
        <input
          type="search"
          placeholder={say.placeholder}
          data-testid="search"
          value={address.search}
          onChange={(event) => adjust({ search: event.target.value })}
        />
      </label>
      {programmes.length > 1 && (
        <label>
          <span>{say.programme}</span>
          <select
            data-testid="filter-programme"
            value={address.programme}
            onChange={(event) => adjust({ programme: event.target.value })}
          >
            <option value="">{say.allProgrammes}</option>
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
        <span>{say.tier}</span>
        <select data-testid="filter-tier" value={address.tier} onChange={(event) => adjust({ tier: event.target.value })}>
          <option value="">{say.allTiers}</option>
          {tiers.map(({ key, title, sellers }) => (
            <option key={key} value={key}>
              {title} ({count(sellers)})
            </option>
          ))}
        </select>
      </label>
      {run.publishes('tier_changes') && (
        <label>
          <span>{say.sinceLast}</span>
          <select data-testid="filter-moved" value={address.moved} onChange={(event) => adjust({ moved: event.target.value })}>
            <option value="">{say.changedOrNot}</option>
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
      <span>{say.who}</span>
      <select data-testid="filter-who" value={address.who} onChange={(event) => adjust({ who: event.target.value })}>
        <option value="">{address.region === ALL ? say.withOrders : say.withOrdersHere}</option>
        <option value="home">{address.region === ALL ? say.withCard : say.atHomeHere}</option>
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
