/**
 * Where a reader arrives: a page opened anew at its top, and the keyboard with it; a page that Back or Forward leads to where it was
 * left, and the keyboard on the link that was followed. How far things were scrolled is kept with the entry of the browser's history.
 */
import { useEffect, useRef } from 'react';
import { type Address, currentAddress, pathOf } from './address.js';

/** How far the page was scrolled, under '', and each part that scrolls by itself, under its name. */
type Scrolled = Record<string, number>;

/** Names a part whose place is kept. */
export const keepsPlace = (name: string) => ({ 'data-keeps-place': name });
const parts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-keeps-place]')];

function scrolledNow(): Scrolled {
  const moved = parts().filter(({ scrollTop }) => scrollTop > 0);
  return { '': scrollY, ...Object.fromEntries(moved.map((part) => [part.dataset.keepsPlace!, part.scrollTop])) };
}

const note = (): void => history.replaceState({ scrolled: scrolledNow() }, '');
/** why 150: a browser refuses to note a hundred times in a few seconds. */
const PAUSE = 150;
/** So long a page may take to become as long as it was. */
const PATIENCE = 3_000;

/** Goes on trying until all is where it was, or the reader moves something, or what was there is gone. */
function restore(scrolled: Scrolled, then: () => void): () => void {
  const until = performance.now() + PATIENCE;
  let wanted = true;
  const stop = () => {
    wanted = false;
    for (const input of INPUTS) removeEventListener(input, stop, true);
  };
  const step = () => {
    if (!wanted) return;
    for (const part of parts()) part.scrollTop = scrolled[part.dataset.keepsPlace!] ?? 0;
    scrollTo(0, scrolled[''] ?? 0);
    const now = scrolledNow();
    const there = Object.entries(scrolled).every(([name, at]) => Math.abs((now[name] ?? 0) - at) < 2);
    if (!there && performance.now() < until) return requestAnimationFrame(step);
    stop();
    requestAnimationFrame(then);
  };
  for (const input of INPUTS) addEventListener(input, stop, true);
  step();
  return stop;
}
const INPUTS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** The link that led to the page of one seller or lead. */
function followed(path: string): HTMLElement | undefined {
  if (!path.includes('/')) return undefined;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="#/"]')];
  return links.find(({ hash }) => hash === `#/${path}` || hash.startsWith(`#/${path}?`));
}

function useNotedPlaces(): void {
  useEffect(() => {
    history.scrollRestoration = 'manual';
    let waiting = 0;
    const soon = () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(note, PAUSE);
    };
    // A link is followed after its click: what is noted then is noted for the page that is left.
    const atOnce = () => {
      clearTimeout(waiting);
      note();
    };
    const left = () => clearTimeout(waiting);
    addEventListener('scroll', soon, true);
    addEventListener('click', atOnce, true);
    addEventListener('popstate', left);
    return () => {
      clearTimeout(waiting);
      removeEventListener('scroll', soon, true);
      removeEventListener('click', atOnce, true);
      removeEventListener('popstate', left);
    };
  }, []);
}

const scrolledOf = (state: unknown): Scrolled | undefined => (state as { scrolled?: Scrolled } | null)?.scrolled;

/** Back and Forward from one state of a page to another: of links, and of what only adjusts the address, the event has no state. */
function useReturnWithin(place: string): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    const back = ({ state }: PopStateEvent) => {
      stop?.();
      const scrolled = scrolledOf(state);
      if (scrolled && pathOf(currentAddress()) === place) stop = restore(scrolled, () => {});
    };
    addEventListener('popstate', back);
    return () => {
      stop?.();
      removeEventListener('popstate', back);
    };
  }, [place]);
}

export function useArrival(address: Address) {
  const main = useRef<HTMLElement>(null);
  const place = pathOf(address);
  const before = useRef<string>(undefined);
  useNotedPlaces();
  useReturnWithin(place);
  useEffect(() => {
    if (before.current === place) return;
    const from = before.current;
    before.current = place;
    const scrolled = scrolledOf(history.state);
    // A page that is loaded: anew, or again and then where it was.
    if (!from) return scrolled && restore(scrolled, () => {});
    main.current?.focus({ preventScroll: true });
    if (scrolled) return restore(scrolled, () => followed(from)?.focus({ preventScroll: true }));
    scrollTo(0, 0);
  }, [place]);
  return main;
}
