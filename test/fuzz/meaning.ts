/** What an accepted value must be, by what was given: written from docs/data-dictionary.md and docs/landing.md. */
import type { Column } from '../../contracts/columns.js';
import { day as dayNumber, endOfLocalDay } from '../independent/time.js';
import type { Given } from './read-plainly.js';
import { REGIONS } from './rows.js';

/** Stands for any value: the plain reader cannot tell. */
export const ANY = Symbol('any value');

/** Letters and digits alone, in small letters. */
const core = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function momentOf(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.(\d+))?(Z|[+-]\d{2}(?::?\d{2})?)?$/.exec(text);
  if (!match) return undefined;
  const [, day, minute, second = ':00', fraction = '', zone = 'Z'] = match;
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3).padEnd(2, '0')}`;
  const ms = Date.parse(`${day}T${minute}${second}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`);
  return Number.isNaN(ms) ? undefined : ms;
}

function wholeOf(text: string): number | undefined {
  const number = Number(text);
  return text.trim() !== '' && Number.isSafeInteger(number) ? number + 0 : undefined;
}

/** Of a bare day, the last millisecond of it on the region's clock. */
function endOf(day: string, region: unknown): number | undefined {
  const zone = REGIONS.find(({ code }) => code === region)?.time_zone;
  return zone ? Math.floor(endOfLocalDay(zone, dayNumber(day)) / 1000) : undefined;
}

const isBareDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The values that an accepted row may have; undefined among them stands for `this row may not be accepted`. */
export function meaningOf(column: Column, given: Given | undefined, region: unknown): unknown {
  if (given === undefined || ('text' in given && given.text === '')) return null;
  const { kind } = column;
  if ('other' in given) return ANY;
  if ('ms' in given) return kind === 'moment' || kind === 'moment_or_day' ? given.ms : ANY;
  if ('day' in given) return kind === 'day' ? given.day : kind === 'moment_or_day' ? endOf(given.day, region) : ANY;
  const { text } = given;
  if (kind === 'moment') return momentOf(text);
  if (kind === 'moment_or_day') return isBareDay(text) ? endOf(text, region) : momentOf(text);
  if (kind === 'day') return text.slice(0, 10);
  if (kind === 'count' || kind === 'money' || kind === 'rating') return wholeOf(text);
  if (kind === 'metrics') {
    const names = text.split(/[\s,;|[\]"']+/).filter((name) => name !== '');
    return names.includes('all') ? 'all' : `|${[...new Set(names)].sort().join('|')}|`;
  }
  return text;
}

/** Whether an accepted value may be null though something was given: it stands for nothing, by the contract. */
export function mayBeNothing(column: Column, given: Given | undefined): boolean {
  if (given === undefined || !('text' in given)) return column.open !== undefined || given === undefined;
  if (column.open && isBareDay(given.text.slice(0, 10))) return true;
  const written = core(given.text);
  const words = column.none?.words.map(core) ?? [];
  return given.text === '' || (column.none !== undefined && (written.replaceAll('0', '') === '' || words.includes(written)));
}
