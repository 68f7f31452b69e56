import type { Programme } from '../policies/policy.js';
import { tierOrder, type Wording } from '../wording/wording.js';

/** What of a row of standings and metric_standings a person at a terminal is told. */
interface Standing {
  programme: string;
  official_tier: string;
  tier_before: string | null;
  notices: number | bigint;
  evaluated_on: unknown;
  next_evaluation_on: unknown;
}

/** Of a large marketplace the other columns are most of the rows. */
export const HELD_COLUMNS = ['programme', 'official_tier', 'tier_before', 'notices', 'evaluated_on', 'next_evaluation_on'];

const dayOf = (value: unknown): string => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10));

/** A line per programme with evaluations: who holds which tier, how many notices stand, and whom tonight moved. */
export function heldLines(
  programmes: readonly Programme[],
  standings: readonly Standing[],
  to_a_person: readonly { programme: string; to_a_person: boolean }[],
  { format, tierTitle }: Wording,
): string[] {
  return programmes.flatMap((programme) => {
    const rows = standings.filter((row) => row.programme === programme.programme);
    const evaluated = rows.find((row) => row.evaluated_on !== null && row.evaluated_on !== undefined);
    if (!evaluated) return [];
    const held = tierOrder(programme)
      .map((tier) => ({ tier, sellers: rows.filter((row) => row.official_tier === tier).length }))
      .filter(({ sellers }) => sellers > 0)
      .map(({ tier, sellers }) => `${format.count(sellers)} ${tierTitle(programme, tier)}`);
    const notices = rows.reduce((sum, row) => sum + Number(row.notices), 0);
    const moved = rows.filter((row) => row.tier_before !== null && row.tier_before !== undefined).length;
    const urgent = to_a_person.filter((row) => row.programme === programme.programme && row.to_a_person).length;
    return [
      `${programme.title}, held since the evaluation of ${format.day(dayOf(evaluated.evaluated_on))}: ${held.join(', ')}`,
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
