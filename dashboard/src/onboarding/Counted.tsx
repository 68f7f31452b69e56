import { linkTo } from '../address.js';
import { count, NONE } from '../format.js';

/** A number of applications, as a link to exactly those. */
export function Counted({ n, by, member = '' }: { n: number | null; by: string; member?: string }) {
  if (n === null) return NONE;
  return n === 0 ? count(n) : <a href={linkTo({ view: 'applicants', by, member })}>{count(n)}</a>;
}
