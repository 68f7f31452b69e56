/** Reads, filters and sorts the list of sellers beside the page, which stays free to answer its reader. */
import type { NextTierRow } from '../../../wording/next-tier.js';
import { readColumns, readParquet } from '../data/parquet.js';
import { HELD, type HeldTier, LISTED, type ListedSeller, type SellerRegion, type TierChange } from '../data/rows.js';
import { SignedOut } from '../data/signed-out.js';
import type { Answer, Asked, Opening } from './asked.js';
import { SellerList, type Sources } from './listed.js';

const SELLING = ['seller_id', 'programme', 'region'] as const;

let list: Promise<SellerList> | undefined;
/** What was asked when the list last found something. */
let last = 0;

async function open({ files, region, order }: Opening): Promise<SellerList> {
  const each = async <Row>(of: Opening['files']['scorecards']): Promise<Row[]> =>
    (await Promise.all(of.map(({ url, ...known }) => readParquet<Row>(url, known)))).flat();
  const [scorecards, standings, changes, next, selling] = await Promise.all([
    readColumns<ListedSeller, (typeof LISTED)[number]>(files.scorecards, LISTED),
    readColumns<HeldTier, (typeof HELD)[number]>(files.standings, HELD),
    each<TierChange>(files.changes),
    each<NextTierRow>(files.next),
    files.selling &&
      readColumns<SellerRegion, (typeof SELLING)[number]>(files.selling, SELLING, {
        column: 'region',
        value: region.code,
      }),
  ]);
  const sources: Sources = { scorecards, standings, changes, next, selling };
  return new SellerList(sources, region, order);
}

/** A step at a time, so that whatever the reader asks comes between. */
function makeReady(steps: Generator<void>): void {
  if (!steps.next().done) setTimeout(() => makeReady(steps));
}

async function answer(asked: Asked): Promise<Answer> {
  const { nth } = asked;
  if (asked.what === 'open') {
    const opening = open(asked.opening);
    list = opening;
    const opened = await opening;
    setTimeout(() => makeReady(opened.readyMade()), 100);
    return { nth, what: 'opened' };
  }
  const opened = await list!;
  if (asked.what === 'find') {
    last = nth;
    return { nth, what: 'found', found: opened.find(asked.query), rows: opened.slice(0, asked.first) };
  }
  if (asked.of !== last) throw new Error('another list is asked for by now');
  return { nth, what: 'rows', rows: opened.slice(asked.from, asked.to) };
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).then(postMessage, (error: Error) =>
    postMessage({
      nth: data.nth,
      what: 'failed',
      message: error.message,
      signedOut: error instanceof SignedOut,
    } satisfies Answer),
  );
});
