import type { Column } from '../contracts/columns.js';
import type { LandingContract } from '../contracts/contract.js';
import { nearest } from './nearest.js';
import { identifier } from './wrapping.js';

/** A column that a SELECT returns, and its DuckDB type. */
export interface Returned {
  name: string;
  type: string;
}

export interface ColumnMatch {
  /** The contract's columns in the contract's order, then landed_on: what to select from the user's SELECT. */
  expressions: string[];
  /** What is wrong, each with the next step. */
  problems: string[];
  /** Columns whose type matches nothing but an empty column; the caller looks whether they are. */
  mismatches: { column: string; problem: string }[];
}

const MOMENT = /^TIMESTAMP/;
const WHOLE = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,0\))$/;

/** Which DuckDB types a column may come as, and what to say of others. Text passes everywhere: accept-files reads it as it reads CSV. */
const TYPES: Record<Column['kind'], { accepts: RegExp; needs: string }> = {
  text: { accepts: /^(UUID|ENUM.*|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/, needs: 'text; cast it to VARCHAR' },
  choice: { accepts: /^ENUM/, needs: 'one of a few words; cast it to VARCHAR' },
  metrics: { accepts: /^$/, needs: 'text such as all or late_dispatch; cast it to VARCHAR' },
  moment: { accepts: MOMENT, needs: 'a moment; return a TIMESTAMP in UTC or one WITH TIME ZONE' },
  moment_or_day: {
    accepts: /^(TIMESTAMP.*|DATE)$/,
    needs: 'a moment or a day; return a TIMESTAMP in UTC, one WITH TIME ZONE, or a DATE',
  },
  day: { accepts: /^DATE$/, needs: 'a day; cast it to DATE, after choosing the time zone whose day it is' },
  count: { accepts: WHOLE, needs: 'a whole number; round it and cast it to BIGINT' },
  money: { accepts: WHOLE, needs: 'whole minor units such as cents; round each amount and cast it to BIGINT' },
  rating: { accepts: WHOLE, needs: 'whole stars; cast them to INTEGER' },
  rate: { accepts: /^(DOUBLE|FLOAT)$/, needs: 'a share; cast it to DOUBLE' },
  flag: { accepts: /^BOOLEAN$/, needs: 'true or false; cast it to BOOLEAN' },
};

const FLOATING = /^(DOUBLE|FLOAT)$/;
/** A cast to VARCHAR alone makes 1001.0 of the id 1001, and 1.08e+14 of a long one. */
const FLOATING_TEXT =
  'text; cast it through an exact type, as in x::bigint::varchar, if all have at most 15 digits (beyond that digits are lost: export it as text)';

const LANDED_ON = 'landed_on';

/** How the columns that a SELECT returns become the contract's. Column order and letter case do not matter. */
export function matchColumns(contract: LandingContract, returned: readonly Returned[]): ColumnMatch {
  const found = new Map(returned.map((column) => [column.name.toLowerCase(), column]));
  const known = [...contract.columns.map((column) => column.name), LANDED_ON];
  const result: ColumnMatch = { expressions: [], problems: [], mismatches: [] };

  for (const { name } of returned)
    if (!known.includes(name.toLowerCase()))
      result.problems.push(
        `returns ${name}, which ${contract.dataset} does not have; leave it out or rename it (nearest: ${nearest(name.toLowerCase(), known)})`,
      );

  for (const column of contract.columns) {
    const from = found.get(column.name);
    if (!from) {
      if (column.required) result.problems.push(`does not return ${column.name}, which ${contract.dataset} requires; add it`);
      result.expressions.push(empty(column));
    } else if (from.type === 'VARCHAR') {
      result.expressions.push(identifier(column.name));
    } else if (TYPES[column.kind].accepts.test(from.type)) {
      const type = column.kind === 'moment_or_day' && from.type === 'DATE' ? 'DATE' : column.sql;
      result.expressions.push(`${identifier(column.name)}::${type} as ${identifier(column.name)}`);
    } else {
      const needs = FLOATING.test(from.type) && column.kind === 'text' ? FLOATING_TEXT : TYPES[column.kind].needs;
      const problem = `returns ${column.name} as ${from.type}, but it is ${needs}`;
      result.mismatches.push({ column: column.name, problem });
      result.expressions.push(empty(column));
    }
  }

  const day = found.get(LANDED_ON);
  if (!day) result.problems.push(`does not return ${LANDED_ON}; add the day on which each row would have landed, as a DATE`);
  else if (day.type !== 'DATE')
    result.problems.push(`returns ${LANDED_ON} as ${day.type}; cast it to DATE, after choosing the time zone whose day it is`);
  result.expressions.push(LANDED_ON);
  return result;
}

const empty = (column: Column): string => `null::${column.sql} as ${identifier(column.name)}`;
