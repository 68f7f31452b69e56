import { PUBLISHED } from '../../../contracts/published/index.js';

const firstWord = (name: string): string => name.replace(/_.*/, '');

/**
 * The published tables as a role names them: by their first word where several have it, `seller_*`, else in full. why: a role has room
 * for 10,240 characters, and there are ever more tables. A test holds that these match published tables and no others.
 */
export const PUBLISHED_TABLES: readonly string[] = [
  ...new Set(
    Object.keys(PUBLISHED).map((name, _, all) => {
      const word = firstWord(name);
      return name !== word && all.filter((other) => other.startsWith(`${word}_`)).length > 1 ? `${word}_*` : name;
    }),
  ),
];
