/** What chance explains, from the definition: the exact binomial distribution, and beyond sixty faults as docs/fairness.md says. */

/** ln of the chance of exactly k of n, for k from 0 on. */
function* lnExactly(n: number, rate: number): Generator<number> {
  const odds = Math.log(rate) - Math.log1p(-rate);
  let ln = n * Math.log1p(-rate);
  for (let k = 0; k <= n; k++) {
    yield ln;
    ln += Math.log((n - k) / (k + 1)) + odds;
  }
}

/** Chances of this are equal but for the last digits of a double. */
const CLOSE = 1e-9;

/** Up to so many faults the table of luck is exact. */
const EXACT = 60;

/** The fewest faults, up to sixty, that so many of n are rarer than a chance; undefined where sixty are not. */
function fewestExact(n: number, rate: number, chance: number): number | undefined {
  if (rate <= 0) return 1;
  // Where all are at fault anyway, only more faults than there are would be rare.
  if (rate >= 1) return n < EXACT ? n + 1 : undefined;
  let below = 0;
  let k = 0;
  for (const ln of lnExactly(n, rate)) {
    // The chance of k or more.
    if (chance - (1 - below) > chance * CLOSE) return k;
    if (k === EXACT) return undefined;
    below += Math.exp(ln);
    k++;
  }
  return k;
}

const known = new Map<string, number>();
function once(key: string, find: () => number): number {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

/** Of how many, at most, sixty faults are rarer than a chance. */
const mostForSixty = (rate: number, chance: number): number =>
  once(`most ${rate} ${chance}`, () => {
    let from = EXACT - 1;
    let to = Math.ceil((10 * EXACT) / rate);
    while (to - from > 1) {
      const middle = Math.floor((from + to) / 2);
      if (fewestExact(middle, rate, chance) === undefined) to = middle;
      else from = middle;
    }
    return from;
  });

/** The fewest faults of n that luck does not explain at a rate; beyond sixty as many deviations above the mean as sixty are. */
export const fewestBeyond = (n: number, rate: number, chance: number): number =>
  once(`fewest ${n} ${rate} ${chance}`, () => {
    const exact = fewestExact(n, rate, chance);
    if (exact !== undefined) return exact;
    const last = mostForSixty(rate, chance);
    return Math.ceil(n * rate + (EXACT - last * rate) * Math.sqrt(n / last));
  });

/** Whether so many faults of n are rarer than a chance; of more than sixty, as sixty are at the same share of faults. */
export const rarerThan = (faults: number, n: number, rate: number, chance: number): boolean =>
  faults <= EXACT ? (fewestExact(n, rate, chance) ?? EXACT + 1) <= faults : n * EXACT <= mostForSixty(rate, chance) * faults;
