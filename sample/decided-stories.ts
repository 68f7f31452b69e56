import type { Batch, DaysAgo, Said, Story } from './stories.js';

/** Two orders a day in time, and one that is late on each of some days. */
const lateOn = (late: DaysAgo, batch: Partial<Batch> = {}): readonly Batch[] => [
  { count: 118, placed: [59, 1] },
  { count: late[0] - late[1] + 1, placed: late, dispatch: 'late', ...batch },
];

/** The evaluation of seven weeks ago gives notice of these, and that of two weeks ago finds them in its fresh days too. */
const SEVEN_WEEKS: DaysAgo = [59, 17];
const counts = { late_dispatch: { met: 60, fault: 16 } };

type Appeal = NonNullable<Said['appeal']>;

/** Four shops whose losses one person approved within the hour. */
const hurried = (nth: number, home: Story['home'], { outcome, reason }: Pick<Appeal, 'outcome' | 'reason'>): Story => ({
  ...{ seller_id: `hurried-${nth}`, name: `Hurried ${nth}`, home, beside: true },
  description: `One of four whose loss quinn approved in one go. Three of their appeals were granted by another person; this one was ${outcome}.`,
  expect: {
    ...{ tier: 'below', counts },
    decided: outcome === 'granted' ? { status: 'overturned', tier: 'good' } : { status: 'in_effect', tier: 'at_risk' },
  },
  orders: lateOn(SEVEN_WEEKS),
  said: {
    ...{ outcome: 'approved', by: 'quinn', decided: 13, reason: 'above the bound' },
    appeal: { submitted: 10 - nth, outcome, by: 'noor', decided: 4, reason },
  },
});

/** Sellers about whom persons decided: losses of a tier that were proposed, approved, departed from and contested. */
export const DECIDED_STORIES: readonly Story[] = [
  {
    ...{ seller_id: 'loss-waits', name: 'Loss Waits', home: 'GB', beside: true },
    description:
      'One parcel in three has been late for two months. Two weeks ago its loss of good standing was proposed; it waits for a person.',
    expect: {
      ...{ tier: 'below', counts: { late_dispatch: { met: 60, fault: 30 } } },
      decided: { status: 'proposed', tier: 'good' },
    },
    orders: lateOn([59, 3]),
  },
  {
    ...{ seller_id: 'loss-approved', name: 'Loss Approved', home: 'IT', beside: true },
    description: 'As late as loss-waits; ada looked at its orders, and approved the loss the day after it was proposed.',
    expect: {
      ...{ tier: 'below', counts: { late_dispatch: { met: 60, fault: 30 } } },
      decided: { status: 'in_effect', tier: 'at_risk' },
    },
    orders: lateOn([59, 3]),
    said: { outcome: 'approved', by: 'ada', decided: 13, reason: 'late on every day of seven weeks, and no carrier failed' },
  },
  {
    ...{ seller_id: 'loss-departed-from', name: 'Loss Departed From', home: 'IE', beside: true },
    description:
      'Was late until its new warehouse opened two weeks ago; ada departed from the loss that was proposed, with that reason.',
    expect: { tier: 'below', counts, decided: { status: 'departed', tier: 'good' } },
    orders: lateOn(SEVEN_WEEKS),
    said: {
      ...{ outcome: 'departed', by: 'ada', decided: 11 },
      reason: 'the new warehouse has sent everything in time since it opened',
    },
  },
  {
    ...{ seller_id: 'appeal-upheld', name: 'Appeal Upheld', home: 'DE', beside: true },
    description:
      'Showed on appeal that the depot had scanned its parcels hours after it took them in: good standing was given back, and 14 of its 16 late orders are forgiven from then on.',
    expect: {
      ...{ tier: 'good', held_by: 'late_dispatch', counts: { late_dispatch: { met: 60, fault: 2, forgiven: 14 } } },
      decided: { status: 'overturned', tier: 'good' },
    },
    orders: [
      ...lateOn([59, 19], { upheld: { metrics: ['late_dispatch', 'late_delivery'], decided: 4 } }),
      { count: 2, placed: [18, 17], dispatch: 'late' },
    ],
    said: {
      ...{ outcome: 'approved', by: 'ada', decided: 13, reason: 'late on every day of seven weeks, and no carrier failed' },
      appeal: {
        ...{ submitted: 9, outcome: 'granted', by: 'noor', decided: 4 },
        reason: 'the depot took them in on time and scanned them hours later; those orders are forgiven',
      },
    },
  },
  {
    ...{ seller_id: 'appeal-refused', name: 'Appeal Refused', home: 'ES', beside: true },
    description:
      'Contested its loss because a packer was ill; seven weeks are more than one bad day, and the appeal was refused.',
    expect: { tier: 'below', counts, decided: { status: 'in_effect', tier: 'at_risk' } },
    orders: lateOn(SEVEN_WEEKS),
    said: {
      ...{ outcome: 'approved', by: 'ada', decided: 12, reason: 'late on every day of seven weeks, and no carrier failed' },
      appeal: {
        ...{ submitted: 8, outcome: 'refused', by: 'noor', decided: 3 },
        reason: 'one packer was ill for three days; parcels were late on 43',
      },
    },
  },
  hurried(1, 'GB', { outcome: 'granted', reason: 'its parcels left in time: the label was printed for the day before' }),
  hurried(2, 'DE', { outcome: 'granted', reason: 'its holiday was declared, and not entered by us' }),
  hurried(3, 'ES', { outcome: 'granted', reason: 'its carrier confirms that it came a day late to collect' }),
  hurried(4, 'IT', { outcome: 'refused', reason: 'nothing was shown that speaks against the scans' }),
];
