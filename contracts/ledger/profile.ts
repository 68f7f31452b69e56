/** What of landed rows is counted by landing day, so that a night can be told from the nights before it. */
import type { Column } from '../columns.js';
import type { LandingContract } from '../contract.js';

/** Texts that have few values, whatever they are; of other texts only whether there is one. */
const CATEGORIES: readonly string[] = ['region', 'carrier', 'category', 'currency'];

export interface ProfiledColumn {
  name: string;
  /** Counted by value; of others only rows with and without one. */
  by_value: boolean;
}

const isCategory = ({ name, kind }: Column): boolean => kind === 'choice' || kind === 'rating' || CATEGORIES.includes(name);

/** Columns that may be empty, and those that are categories. A required text tells nothing: it is always there. */
export const profiledColumns = ({ columns }: LandingContract): ProfiledColumn[] =>
  columns
    .filter((column) => !column.required || isCategory(column))
    .map((column) => ({ name: column.name, by_value: isCategory(column) }));
