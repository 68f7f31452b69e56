/** What a metric is, beside its rule: the rule is `rule.sql` in the same folder, its numbers and choices are policy. */

export const OUTCOMES = ['met', 'fault', 'forgiven', 'excluded', 'pending'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a metric judges: an order, a conversation, or whatever landed in the dataset `outcomes`. */
export type SubjectKind = 'order' | 'conversation' | 'landed';

/** A number or a choice that the business may change in policies/metrics.yaml. */
export type Setting =
  | { kind: 'number'; default: number; at_least: number; at_most: number; why: string }
  | { kind: 'choice'; default: string; choices: readonly string[]; why: string }
  | { kind: 'metrics'; default: readonly string[]; why: string };

/** What a metric counts, one and many, and what follows the noun when it is at fault; addressed to the seller. */
export interface Counted {
  one: string;
  many: string;
  fault: string;
}

export interface Metric {
  key: string;
  title: string;
  /** So that `3 of 75 orders dispatched late` reads. Without it the metric counts orders, or conversations, at fault. */
  counted?: Counted;
  subject: SubjectKind;
  /** Who is judged, in words. */
  population: string;
  /** The moment whose local day is the cohort day; `milestone_at` is chosen per region. */
  cohort: string;
  /** Where the cohort moment stands: on the order (or conversation) itself, or on something that came later, such as a return. */
  cohort_of: 'subject' | 'event';
  /** Words for each reason of rule.sql, by what the reason makes of an order. */
  reasons: Readonly<Partial<Record<'fault' | 'forgiven' | 'excluded', Readonly<Record<string, string>>>>>;
  /** Where what a fault misses came in the end, after its outcome was final: the columns that show it, and the words then. */
  came_after?: Readonly<Record<string, { columns: readonly string[]; words: string }>>;
  /** A carrier that fails makes faults of it, whoever the seller is: lanes are looked at across sellers (sql/marts/lane_days.sql). */
  by_carrier?: true;
  /** Excluded for what the order is, not for what happened: counted, not listed. */
  unlisted?: readonly string[];
  /** What the business may change; every metric has `maturation_days`. */
  settings: { maturation_days: Setting } & Readonly<Record<string, Setting>>;
  /** A time limit that may be counted in business time: from which moment, how long by which setting, and the columns of its end. */
  limit?: { from: string; setting: string; hours: number; due: string; calendar: string };
  /** A time, in days by a setting, that must have passed before an outcome is final: what is due later would never be late. */
  due_after?: { setting: string; what: string };
  /** Landed columns without which the metric is not measured: dataset.column, or dataset alone. */
  needs: readonly string[];
  /** Columns that prove an outcome, in the order in which a reader wants them. */
  moments: readonly string[];
  /** What a seller can do about it; shown in mails and on the dashboard. */
  advice: string;
}

export const days = (value: number, why: string): Setting => ({ kind: 'number', default: value, at_least: 0, at_most: 366, why });
export const number = (value: number, at_least: number, at_most: number, why: string): Setting => ({
  ...{ kind: 'number', default: value, at_least, at_most, why },
});
export const choice = (value: string, others: readonly string[], why: string): Setting => ({
  ...{ kind: 'choice', default: value, choices: [value, ...others], why },
});

/** For metrics of a time limit: which time counts, and by whose calendar (policies/regions.yaml, `calendar`). */
export const COUNTED_ON = (others: readonly string[] = ['business_days', 'business_hours']): Setting =>
  choice(
    'every_day',
    others,
    'buyers wait on Sundays too; business time leaves out what the calendar of a region says is no work',
  );
export const CALENDAR_OF = choice(
  'delivery',
  ['seller_home'],
  'a buyer expects what is usual where the buyer is; with seller_home the calendar of the seller’s home region holds, from where it ships',
);

/** For metrics of what a platform-fulfilled order's seller cannot influence. */
export const PLATFORM_FULFILLED = choice(
  'left_out',
  ['counts_as_met'],
  'the platform packs and ships: its speed is not the seller’s; some marketplaces count such orders as met',
);
export const PLATFORM_FULFILLED_WORDS = 'the platform packs and ships';
