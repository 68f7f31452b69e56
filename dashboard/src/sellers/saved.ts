/**
 * Views of the list of sellers that a reader named, kept in the browser. What is kept may have been written by anybody: a view is read as an
 * address of the list, and leads nowhere else.
 */
import { parseAddress, writeAddress } from '../address.js';

export interface SavedView {
  name: string;
  /** As after `#`. */
  hash: string;
}

const KEY = 'seller-scorecards/views';
/** why 30: more are found by nobody. */
const MOST = 30;
/** why 60: a name that is read in a list, not a text. */
const LONGEST = 60;

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

const viewOf = (found: unknown): SavedView[] => {
  const { name, hash } = (found ?? {}) as Record<string, unknown>;
  if (typeof name !== 'string' || typeof hash !== 'string') return [];
  const named = nameOf(name);
  const address = parseAddress(hash);
  return named !== '' && address.view === 'sellers' ? [{ name: named, hash: writeAddress(address) }] : [];
};

/** Without what turns text around or cannot be seen. */
export const nameOf = (typed: string): string =>
  [...typed.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').trim()].slice(0, LONGEST).join('').trim();

export function readViews(storage: Storage): SavedView[] {
  try {
    const found: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.flatMap(viewOf).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Whether one of this name would be one too many. */
export const isFull = (views: readonly SavedView[], name: string): boolean =>
  views.length >= MOST && views.every((one) => one.name !== name);

/** The newest first; a name once. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] =>
  [view, ...views.filter(({ name }) => name !== view.name)].slice(0, MOST);

/** Whether the browser keeps them. */
export function keepViews(storage: Storage, views: readonly SavedView[]): boolean {
  try {
    storage.setItem(KEY, JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}
