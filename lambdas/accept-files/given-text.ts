/** What landed text says when it says nothing, and when it is not the id that it was: patterns for DuckDB's regular expressions. */
import { type ColumnMeta, WORDS_FOR_NONE } from '../../contracts/columns.js';
import type { NotBefore } from '../../contracts/contract.js';

/** Spaces of any kind, and characters without a look, such as a byte order mark. */
const SPACE = '[\\s\\p{Z}\\p{Cf}]';
const word = (written: string): string => written.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (words: readonly string[]): string => `[<(\\[]?(${words.map(word).join('|')})[>)\\]]?`;
const NO_LETTER_OR_DIGIT = '[\\s\\p{Z}\\p{Cf}\\p{P}]*';

/** Matches text that stands for none, or a part of which may not be kept. */
export const nonePattern = ({ words, zeros, also }: NonNullable<ColumnMeta['none']>): string =>
  `(?i)${SPACE}*${anyOf(words)}${SPACE}*|${zeros ? NO_LETTER_OR_DIGIT.replace('[', '[0') : NO_LETTER_OR_DIGIT}${also ? `|[\\s\\S]*(${also.pattern})[\\s\\S]*` : ''}`;

export interface BadId {
  /** Matches whatever one of `each` matches. */
  any: string;
  each: readonly { pattern: string; says: string }[];
}

const each = [
  {
    pattern: `${NO_LETTER_OR_DIGIT}|(?i)${SPACE}*${anyOf(WORDS_FOR_NONE)}${SPACE}*`,
    says: 'stands for no id; write the id',
  },
  {
    pattern: `(?s)${SPACE}.*|(?s).*${SPACE}`,
    says: 'begins or ends with a space; write the id without it, or it is another',
  },
  // A sign or a fraction is asked for: 12E4 may be an id.
  {
    pattern: '-?\\d+[.,]\\d+[eE][+-]?\\d+|-?\\d+[eE][+-]\\d+',
    says: 'is what a spreadsheet made of a longer id; export the column as text',
  },
  { pattern: '-?\\d+[.]0+', says: 'looks like a number that was a whole one; land the column as text' },
];

export const BAD_ID: BadId = { any: each.map(({ pattern }) => `(?:${pattern})`).join('|'), each };

/** The end of the reason why a moment cannot be: "...; nothing arrives before it is ordered". */
export const saysNotBefore = ({ minutes, why }: NotBefore): string => {
  const longer = minutes <= 1 ? '' : ` by more than ${minutes / (24 * 60) > 1 ? `${minutes / (24 * 60)} days` : 'a day'}`;
  return `${longer}; leave it empty where it is not known (${why})`;
};
