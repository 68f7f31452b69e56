import { type Changes, casesOf, conversation, exemptionCases, type Landed, type OutcomeCase, YEAR_END } from '../case.js';

const one = casesOf('chat_dissatisfaction');

/** A question of 16 November whose buyer answered the survey with so many stars. */
const rated = (id: string, satisfaction: number | null, changes: Changes = {}): Landed => ({
  conversations: [conversation(id, { satisfaction, ...changes })],
});

const strict = { chat_dissatisfaction: { stars_at_most: 3, maturation_days: 1 } } as const;

export const cases: OutcomeCase[] = [
  one({
    name: 'A conversation with five stars is met, on the day it was opened',
    id: 'cd-five',
    landed: rated('cd-five', 5),
    run_date: YEAR_END,
    outcome: 'met',
    day: '2026-11-16',
  }),
  one({
    name: 'A conversation with three stars is met',
    id: 'cd-three',
    landed: rated('cd-three', 3),
    run_date: YEAR_END,
    outcome: 'met',
  }),
  one({
    name: 'A conversation with two stars is at fault',
    id: 'cd-two',
    landed: rated('cd-two', 2),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'dissatisfied',
  }),
  one({
    name: 'A conversation with one star is at fault, though answered within the hour',
    id: 'cd-one',
    landed: rated('cd-one', 1),
    run_date: YEAR_END,
    outcome: 'fault',
    reason: 'dissatisfied',
  }),
  one({
    name: 'A conversation whose survey nobody answered is not counted',
    id: 'cd-unrated',
    landed: rated('cd-unrated', null),
    run_date: YEAR_END,
    outcome: 'no_row',
  }),
  one({
    name: 'A talk with a bot is not counted',
    id: 'cd-bot',
    landed: rated('cd-bot', 1, { kind: 'bot' }),
    run_date: YEAR_END,
    outcome: 'no_row',
  }),
  one({
    name: 'What the seller began is not counted',
    id: 'cd-by-seller',
    landed: rated('cd-by-seller', 1, { opened_by: 'seller' }),
    run_date: YEAR_END,
    outcome: 'no_row',
  }),
  one({
    name: 'A conversation of four days ago is pending',
    id: 'cd-pending',
    landed: rated('cd-pending', 1),
    outcome: 'pending',
  }),
  one({
    name: 'A conversation of seven days ago is final',
    id: 'cd-final',
    landed: rated('cd-final', 1, { opened_at: '2026-11-13T23:59:59Z' }),
    outcome: 'fault',
    reason: 'dissatisfied',
    day: '2026-11-13',
  }),
  one({
    name: 'Where policy counts up to three stars after a day, a conversation with three stars is at fault after four',
    id: 'cd-strict',
    landed: rated('cd-strict', 3),
    settings: strict,
    outcome: 'fault',
    reason: 'dissatisfied',
  }),
  one({
    name: 'Four stars are met also there',
    id: 'cd-strict-four',
    landed: rated('cd-strict-four', 4),
    settings: strict,
    outcome: 'met',
  }),
  ...exemptionCases({
    metric: 'chat_dissatisfaction',
    prefix: 'cd',
    reason: 'dissatisfied',
    cohort_day: '2026-11-16',
    landed: (id) => rated(id, 1),
    has_parcel: false,
  }),
];
