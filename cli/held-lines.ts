import type { Programme } from '../policies/policy.js';
import { ALL, type Wording } from '../wording/wording.js';

/** What of a row of standings and metric_standings a person at a terminal is told. */
interface Standing {
  programme: string;
  tier_before: string | null;
  notices: number | bigint;
  evaluated_on: unknown;
  next_evaluation_on: unknown;
}

/** Of a large marketplace the other columns are most of the rows. */
export const HELD_COLUMNS = ['programme', 'tier_before', 'notices', 'evaluated_on', 'next_evaluation_on'];

const dayOf = (value: unknown): string => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10));

/** What of a row of tier_mix. */
interface Mix {
  programme: string;
  region: string;
  held: number | bigint | null;
}

/**
 * Lines per programme with evaluations: since when tiers are held, by how many sellers that the table of tiers does not count, as it is
 * of sellers with orders; how many notices stand, and whom tonight moved.
 */
export function heldLines(
  programmes: readonly Programme[],
  standings: readonly Standing[],
  to_a_person: readonly { programme: string; to_a_person: boolean }[],
  mix: readonly Mix[],
  { format }: Wording,
): string[] {
  return programmes.flatMap((programme) => {
    const rows = standings.filter((row) => row.programme === programme.programme);
    const evaluated = rows.find((row) => row.evaluated_on !== null && row.evaluated_on !== undefined);
    if (!evaluated) return [];
    const inTable = mix
      .filter(({ programme: of, region }) => of === programme.programme && region === ALL)
      .reduce((sum, row) => sum + Number(row.held ?? 0), 0);
    const away = rows.length - inTable;
    const notices = rows.reduce((sum, row) => sum + Number(row.notices), 0);
    const moved = rows.filter((row) => row.tier_before !== null && row.tier_before !== undefined).length;
    const urgent = to_a_person.filter((row) => row.programme === programme.programme && row.to_a_person).length;
    return [
      `${programme.title}, held since the evaluation of ${format.day(dayOf(evaluated.evaluated_on))}${away > 0 ? `; not in the table above: ${format.many(away, 'seller')} without an order in ${format.many(programme.assessable.window_days, 'day')}, who ${away === 1 ? 'keeps' : 'keep'} what was held` : ''}`,
      `  ${format.many(notices, 'notice')} stand${notices === 1 ? 's' : ''}, ${format.many(moved, 'seller')} moved tonight, ${format.many(urgent, 'metric')} for a person to look at; next evaluation ${format.day(dayOf(evaluated.next_evaluation_on))}`,
    ];
  });
}

/** How many changes of tier wait for a person, and how to see them; nothing where none does. */
export function waitingLines(records: readonly { status: string }[], option: string, { format }: Wording): string[] {
  const waits = records.filter(({ status }) => status === 'proposed').length;
  if (waits === 0) return [];
  return [
    `${format.many(waits, 'change')} of tier ${waits === 1 ? 'waits' : 'wait'} for a person: npm run scorecards -- decide --list${option}`,
  ];
}
