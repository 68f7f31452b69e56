/**
 * Where the reader is, kept in the address after `#`, so that any view can be bookmarked and sent:
 * `#/sellers?region=DE&window=28&tier=below`, `#/seller/S000123?region=DE`.
 */
import { useSyncExternalStore } from 'react';
import { ALL } from '../../wording/wording.js';

export const WINDOWS = [7, 28, 90] as const;
export type Window = (typeof WINDOWS)[number];
const PAGES = [
  ...(['movers', 'faults', 'calls', 'leads', 'onboarding', 'applicants', 'metrics', 'sellers', 'programme'] as const),
  'quality',
] as const;
/** Pages of one seller, or one lead: its id follows in the path. */
const OF_ONE = ['seller', 'lead'] as const;
export type View = (typeof PAGES)[number] | (typeof OF_ONE)[number] | 'overview';

export interface Address {
  view: View;
  region: string;
  window: Window;
  /** The seller whose card is open; empty elsewhere. */
  seller: string;
  /** The lead whose orders are shown; empty elsewhere. */
  leadId: string;
  /** The metric on the chart; empty for the first. */
  metric: string;
  /** What is unfolded on the card, programme/metric, or the programme that is read; or empty. */
  open: string;
  grouping: 'day' | 'week';
  /** Of the list of sellers. */
  search: string;
  programme: string;
  tier: string;
  moved: string;
  /** Whom the list is of: empty for sellers with orders in the region, `home` for those at home there. */
  who: string;
  sort: string;
  /** Of the list of leads: which of them, and open or explained ones; empty for all. */
  lead: string;
  status: string;
  /** Of onboarding: how applicants came; empty for all. */
  channel: string;
  /** Movers: by what a change is told apart; calls: which of them; applicants: which of them, such as approved. */
  by: string;
  /** Of what is at fault: whose, by `by`; empty for what is not known there. Of applicants: of which week, code or month. */
  member: string;
}

const START: Address = {
  view: 'overview',
  region: ALL,
  window: 28,
  seller: '',
  leadId: '',
  metric: '',
  open: '',
  grouping: 'week',
  search: '',
  programme: '',
  tier: '',
  moved: '',
  who: '',
  sort: '',
  lead: '',
  status: '',
  channel: '',
  by: '',
  member: '',
};
const WORDS = [
  ...(['region', 'metric', 'open', 'search', 'programme', 'tier', 'moved', 'who', 'sort', 'lead', 'status'] as const),
  ...(['channel', 'by', 'member'] as const),
] as const;
/** The word that says whose page it is. */
const WHOSE = { seller: 'seller', lead: 'leadId' } as const;

export function parseAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const asked = new URLSearchParams(query);
  const [view, ...rest] = path.split('/');
  const address: Address = { ...START };
  const named = PAGES.find((page) => page === view);
  if (named) address.view = named;
  const ofOne = OF_ONE.find((page) => page === view);
  if (ofOne && rest.join('') !== '') {
    address.view = ofOne;
    address[WHOSE[ofOne]] = decoded(rest.join('/'));
  }
  for (const word of WORDS) address[word] = asked.get(word) ?? START[word];
  address.window = WINDOWS.find((days) => String(days) === asked.get('window')) ?? START.window;
  address.grouping = asked.get('grouping') === 'day' ? 'day' : 'week';
  return address;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The page without what is chosen on it: `seller/S000123`. */
export function pathOf(address: Pick<Address, 'view' | 'seller' | 'leadId'>): string {
  const ofOne = OF_ONE.find((page) => page === address.view);
  return ofOne ? `${ofOne}/${encodeURIComponent(address[WHOSE[ofOne]])}` : address.view;
}

export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  for (const word of WORDS) if (address[word] !== START[word]) query.set(word, address[word]);
  if (address.window !== START.window) query.set('window', String(address.window));
  if (address.grouping !== START.grouping) query.set('grouping', address.grouping);
  const text = query.toString();
  return `#/${pathOf(address)}${text && '?'}${text}`;
}

const listening = (listener: () => void) => {
  addEventListener('hashchange', listener);
  addEventListener('popstate', listener);
  return () => {
    removeEventListener('hashchange', listener);
    removeEventListener('popstate', listener);
  };
};

let last: { hash: string; address: Address } | undefined;
export function currentAddress(): Address {
  if (last?.hash !== location.hash) last = { hash: location.hash, address: parseAddress(location.hash) };
  return last.address;
}

export const useAddress = (): Address => useSyncExternalStore(listening, currentAddress);

/** Words that mean something else, or nothing, on another page. */
const OF_A_PAGE: Partial<Address> = { open: '', by: '', member: '' };

/** Another place; what is not named stays as it is, but for words of the page that is left. */
export const changed = (now: Address, change: Partial<Address>): Address => ({
  ...now,
  ...(change.view && change.view !== now.view ? OF_A_PAGE : {}),
  ...change,
});

/** The link to another place. */
export const linkTo = (change: Partial<Address>): string => writeAddress(changed(currentAddress(), change));

/** Changes the address in place: for typing, sorting and switching, which Back should not step through. */
export const adjust = (change: Partial<Address>): void => {
  history.replaceState(history.state, '', linkTo(change));
  dispatchEvent(new PopStateEvent('popstate'));
};
