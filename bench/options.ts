import { InvalidArgumentError } from 'commander';

/** Reads an option as a whole number of at least `least`. */
export const atLeast =
  (least: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least) throw new InvalidArgumentError(`write a whole number of at least ${least}`);
    return number;
  };

/**
 * Days that land together in one file, unless said. why 10: with a few hundred
 * orders a day, opening files would be all that is measured.
 */
export const daysPerFile = (orders: number): number => (orders < 200_000 ? 10 : 1);
