import { distance } from 'fastest-levenshtein';
import { UsageError } from '../infra/shared/usage-error.js';
import type { ObjectStore } from '../lambdas/shared/object-store.js';
import { openRun } from '../lambdas/shared/run-reader.js';

/** A seller of a run: its id, and its name where somebody described it. */
export interface KnownSeller {
  seller_id: string;
  name: string | null;
}

/** why three: whoever asked for one seller chooses among few. */
const MOST_NAMED = 3;
/** why a third: in an id of six digits two are a slip, and three another id. */
const SLIPS_A_SIGN = 1 / 3;

/** Without what spreadsheets and typing lose: capitals, noughts in front, marks between. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^0+(?=.)/, '');

/** The sellers that were probably meant, by id or by name: the best kind of likeness alone, at most three. */
export function sellersMeant(word: string, sellers: readonly KnownSeller[]): KnownSeller[] {
  const asked = bare(word);
  if (asked === '') return [];
  const known = sellers.map((seller) => ({ seller, id: bare(seller.seller_id), name: bare(seller.name ?? '') }));
  const most = Math.floor(asked.length * SLIPS_A_SIGN);
  const slips = known.map((one) => ({ ...one, slips: Math.min(distance(asked, one.id), distance(asked, one.name)) }));
  const fewest = Math.min(most, ...slips.filter((one) => one.slips > 0).map((one) => one.slips));
  const kinds = [
    known.filter(({ id, name }) => id === asked || name === asked),
    asked.length < 3 ? [] : known.filter(({ id, name }) => id.startsWith(asked) || name.startsWith(asked)),
    most === 0 ? [] : slips.filter((one) => one.slips === fewest),
  ];
  const found = kinds.find((kind) => kind.length > 0) ?? [];
  return found
    .map(({ seller }) => seller)
    .sort((a, b) => (a.seller_id < b.seller_id ? -1 : 1))
    .slice(0, MOST_NAMED);
}

const inWords = ({ seller_id, name }: KnownSeller): string => (name === null ? seller_id : `${seller_id} (${name})`);

/** For a seller without a scorecard in a run: which were probably meant, and what else to try. */
export async function noScorecard(store: ObjectStore, prefix: string, seller: string, option: string): Promise<UsageError> {
  const rows = await (await openRun(store, prefix)).columns('scorecards', ['seller_id', 'name']);
  const sellers = new Map(rows.map((row) => [String(row.seller_id), row.name === null ? null : String(row.name)]));
  const meant = sellersMeant(
    seller,
    [...sellers].map(([seller_id, name]) => ({ seller_id, name })),
  );
  const next =
    meant.length > 0
      ? `did you mean ${meant.map(inWords).join(' or ')}?`
      : `look its id up in the dashboard, or give another ${option} (sellers without orders in any window have none)`;
  return new UsageError(`${seller}: has no scorecard in ${prefix}; ${next}`);
}
