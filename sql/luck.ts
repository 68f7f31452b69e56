/**
 * How many faults chance alone explains. For a bound p, so many faults k and so many subjects n, chance explains k when a
 * seller whose true rate is p has k faults or more of n at least as often as policy calls luck: P(X >= k), X binomial (n, p).
 */

/** why 60: to there the table is exact; above it the normal curve through its last row differs by a fault at most (test/sql/luck.test.ts). */
export const MOST_FAULTS = 60;
/** A good shop: its true rate is this share of the bound. why 0.4: as good shops were when the fair way was simulated. */
export const GOOD_SHOP = 0.4;
/** "Once in so many years": the labels that a row may carry. */
export const YEARS = [1, 5, 10, 40, 100] as const;
/** why 12: about so many windows a year share no day. */
const LOOKS_A_YEAR = 12;
/** why: what is exactly as likely is not rarer, and sums of doubles are off in their last digits: 0.1 * 0.1 is 1 % and not less. */
const EXACTLY = 1 - 1e-9;
/** Stands for "however many": with a bound of nothing at all no fault is luck. */
const HOWEVER_MANY = 1_000_000_000_000;

/** P(X >= faults) for X binomial (counted, rate): summed from the probability of none, each next one from the last. */
export function atLeast(faults: number, counted: number, rate: number): number {
  if (faults <= 0) return 1;
  if (faults > counted) return 0;
  if (rate >= 1) return 1;
  let one = (1 - rate) ** counted;
  let fewer = one;
  for (let k = 1; k < faults; k++) {
    one *= ((counted - k + 1) / k) * (rate / (1 - rate));
    fewer += one;
  }
  return Math.max(0, 1 - fewer);
}

/** The most subjects of which so many faults are rarer than `chance`, at a true rate. More subjects make faults likelier. */
export function rarerUpTo(faults: number, rate: number, chance: number): number {
  if (rate <= 0) return HOWEVER_MANY;
  let rare = faults - 1;
  // At a mean of `faults` about half of all sellers have so many.
  let common = Math.max(faults, Math.ceil((faults + 1) / rate));
  while (common - rare > 1) {
    const middle = Math.floor((rare + common) / 2);
    if (atLeast(faults, middle, rate) < chance * EXACTLY) rare = middle;
    else common = middle;
  }
  return rare;
}

export interface LuckRow {
  /** The bound, as a share and in parts per million. */
  at_most_ppm: number;
  luck_below: number;
  faults: number;
  /** From so many subjects to so many, so many faults are the fewest that are more than luck. */
  notice_from: number;
  notice_to: number;
  /** The same against the bound times what sends a case to a person. */
  person_to: number;
  /** With so many or fewer a good shop has so many faults less than once in 1, 5, 10, 40, 100 years. */
  years_to: number[];
}

/** The rows of one bound; `times`: of the bound, for a person. */
export function luckOf(at_most_ppm: number, luck_below: number, times: number): LuckRow[] {
  const bound = at_most_ppm / 1e6;
  let notice_from = 0;
  return Array.from({ length: MOST_FAULTS }, (_, at) => {
    const notice_to = rarerUpTo(at + 1, bound, luck_below);
    const row = {
      ...{ at_most_ppm, luck_below, faults: at + 1, notice_from, notice_to },
      person_to: rarerUpTo(at + 1, bound * times, luck_below),
      years_to: YEARS.map((years) => rarerUpTo(at + 1, bound * GOOD_SHOP, 1 / (years * LOOKS_A_YEAR))),
    };
    notice_from = notice_to + 1;
    return row;
  });
}
