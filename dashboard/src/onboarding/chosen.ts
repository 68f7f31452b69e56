/** Which applications a number counts: the page's numbers and the list behind them ask here. */
import { EVERY_CHANNEL, NOT_SAID } from '../../../contracts/channels.js';
import { ALL } from '../../../wording/wording.js';
import type { Address } from '../address.js';
import type { Applicant, ApplicationStep } from '../data/onboarding.js';

export const STEPS = [
  'applied',
  'completed',
  'verified',
  'approved',
  'listed',
  'sold',
] as const satisfies ApplicationStep['step'][];
export const ENDS = ['rejected', 'withdrawn', 'waiting', 'overdue'] as const;
export const MARKS = [30, 60, 90] as const;

type Choice = Pick<Address, 'region' | 'channel'>;

/** Rows of a region and a channel, each with ALL. */
export const of = <Row extends { region: string; channel: string }>(rows: readonly Row[], { region, channel }: Choice): Row[] =>
  rows.filter((row) => row.region === region && row.channel === (channel || EVERY_CHANNEL));

const TAKEN: Readonly<Record<string, (row: Applicant) => boolean>> = {
  applied: () => true,
  completed: ({ completed_on }) => completed_on !== null,
  verified: ({ verified_on }) => verified_on !== null,
  approved: ({ status }) => status === 'approved',
  listed: ({ listed_on }) => listed_on !== null,
  sold: ({ sold_on }) => sold_on !== null,
  rejected: ({ status }) => status === 'rejected',
  withdrawn: ({ status }) => status === 'withdrawn',
  waiting: ({ waits_for }) => waits_for !== null,
  overdue: ({ is_overdue }) => is_overdue,
  marketplace: ({ waits_for }) => waits_for === 'marketplace',
  applicant: ({ waits_for }) => waits_for === 'applicant',
};
const afterDay = (row: Applicant, days: string): boolean | null =>
  ({ '30': row.sold_after_30, '60': row.sold_after_60, '90': row.sold_after_90 })[days] ?? null;

/** Whether a row is counted by what an address asks for: `by` of which kind (approved, code, still_30 ...), `member` of which week, code or month. */
function isCounted(row: Applicant, { by, member }: Pick<Address, 'by' | 'member'>): boolean {
  const [kind = '', days = ''] = by.split('_');
  if (by === 'code') return row.status === 'rejected' && (row.reject_code ?? NOT_SAID) === member;
  if (kind === 'month') {
    if (!row.sold_on?.startsWith(member.slice(0, 7))) return false;
    return days === '' || afterDay(row, days) !== null;
  }
  if (kind === 'still') return row.sold_on?.startsWith(member.slice(0, 7)) === true && afterDay(row, days) === true;
  return (TAKEN[by] ?? TAKEN.applied!)(row) && (member === '' || row.week === member);
}

/** The applications behind a number, the longest waiting first, then the newest. */
export const behind = (rows: readonly Applicant[], asked: Choice & Pick<Address, 'by' | 'member'>): Applicant[] =>
  rows
    .filter(({ region }) => asked.region === ALL || region === asked.region)
    .filter(({ channel }) => asked.channel === '' || channel === asked.channel)
    .filter((row) => isCounted(row, asked))
    .sort(
      (a, b) =>
        (b.days_waiting ?? -1) - (a.days_waiting ?? -1) ||
        (a.applied_on < b.applied_on ? 1 : a.applied_on > b.applied_on ? -1 : 0) ||
        (a.applicant_id < b.applicant_id ? -1 : 1),
    );
