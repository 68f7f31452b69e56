/** What is folded, cut or not drawn on a screen, and must be there on paper. */
import { useEffect, useSyncExternalStore } from 'react';

const paper = (): MediaQueryList => matchMedia('print');
let printing = false;
const isPrinting = (): boolean => printing || paper().matches;

function watch(listener: () => void): () => void {
  const begin = () => {
    printing = true;
    listener();
  };
  const end = () => {
    printing = false;
    listener();
  };
  const media = paper();
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  media.addEventListener('change', listener);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
    media.removeEventListener('change', listener);
  };
}

/** Whether the page is on its way to paper just now. */
export const usePrinting = (): boolean => useSyncExternalStore(watch, isPrinting);

/** Unfolds what is folded for as long as the page is printed. A history that nobody opened was not read, and is left out. */
export function useUnfoldedOnPaper(): void {
  const onPaper = usePrinting();
  useEffect(() => {
    if (!onPaper) return;
    const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open], .history-of)')];
    for (const details of folded) details.open = true;
    return () => {
      for (const details of folded) details.open = false;
    };
  }, [onPaper]);
}
