/**
 * What "scorecards explain SELLER --json" prints: with this and the policy files a reader recomputes every number, the tier that
 * bounds propose, and the tier held.
 */
import * as z from 'zod';
import { decisionRecords } from './published/decision-records.js';
import { earlyWarnings } from './published/early-warnings.js';
import { evaluations } from './published/evaluations.js';
import { metricStandings } from './published/metric-standings.js';
import { pointsEntries } from './published/points-entries.js';
import { pointsStandings } from './published/points-standings.js';
import { probationExits } from './published/probation-exits.js';
import { probations } from './published/probations.js';
import { scoreParts } from './published/score-parts.js';
import { scorecards } from './published/scorecards.js';
import { scores } from './published/scores.js';
import { sellerMetrics } from './published/seller-metrics.js';
import { standings } from './published/standings.js';
import { tierGates } from './published/tier-gates.js';

const count = z.number().int().min(0);
const day = z.iso.date();

/** One order, conversation or landed outcome behind a number. */
const Order = z.strictObject({
  subject_id: z.string(),
  order_id: z.string().nullable(),
  region: z.string(),
  cohort_day: day,
  outcome: z.enum(['met', 'fault', 'forgiven', 'excluded', 'pending']),
  reason: z.string().nullable(),
  exemption_id: z.string().nullable(),
  /** Forgiven and counted as met; other forgiven ones are not counted. */
  counts_as_met: z.boolean(),
  /** As how many it counts: as one, or as the items of its order. */
  counts_for: count,
  /** The fault that stands for this one too, to which it is alike; null unless it is folded. */
  folded_into: z.string().nullable(),
  /** The peak of the programme that forgives it; null otherwise. */
  peak: z.string().nullable(),
  /** Of what the programme itself forgives, why it is at fault; null otherwise. */
  fault_reason: z.string().nullable(),
  /** What proves it; ISO 8601 in UTC. */
  moments: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

const { metric, unit, window_days, met, fault, forgiven, excluded, pending, counted, counted_needed } = sellerMetrics.row.shape;
const { accountable_rate, raw_rate, verdict, because, at_most, bound_said, allowed, orders_window_days } =
  sellerMetrics.row.shape;
const { fault_buyers, fault_days, alert_at_most, alert_said, alert_allowed, alert_exceeded } = sellerMetrics.row.shape;

const Metric = z.strictObject({
  ...{ metric, unit, window_days },
  /** First and last cohort day of what is final; what is pending lies on any day from the first to the run date. */
  from: day,
  to: day,
  rule: z.strictObject({
    population: z.string(),
    cohort: z.string(),
    maturation_days: count,
    fault: z.string(),
    excluded: z.string(),
    forgiven: z.string(),
  }),
  ...{ met, fault, forgiven, excluded, pending, counted, counted_needed, orders_window_days },
  ...{ accountable_rate, raw_rate, verdict, because, at_most, bound_said, allowed },
  ...{ fault_buyers, buyers_from: count, fault_days, days_from: count },
  ...{ alert_at_most, alert_said, alert_allowed, alert_exceeded },
  /** All of the window, met ones too. */
  orders: z.array(Order),
  /**
   * Matured cohort days on which something is counted, as long ago as the longest that may be looked at: the window, a longer one for
   * low volume, or the fresh days of a notice.
   */
  days: z.array(z.strictObject({ day, counted: count, fault: count })),
});

const Standing = standings.row.extend({
  /** The tier that the run before left; null of a seller whom it did not know. */
  before: standings.row
    .pick({ official_tier: true, since: true, because: true, because_metric: true, evaluated_on: true, due_on: true })
    .strict()
    .nullable(),
  /** What was decided of its tier, the newest first. */
  decisions: z.array(decisionRecords.row),
  /** Metrics of which an early warning stands; nothing follows from it. */
  warnings: z.array(earlyWarnings.row),
  metrics: z.array(
    metricStandings.row.extend({
      /** The notice that the run before left; null where it knew nothing of the metric. */
      before: metricStandings.row
        .pick({
          ...{ official_verdict: true, notice_on: true, notice_tier: true },
          ...{ notice_at_most: true, fresh_allowed: true, counts_after: true },
        })
        .strict()
        .nullable(),
    }),
  ),
});

const { tier, tier_because, orders, orders_needed, next_tier, policy_version } = scorecards.row.shape;
const { held_back_by, held_back_fault, held_back_counted, held_back_allowed } = scorecards.row.shape;

/** Orders placed on a day, in one currency and the regions of a programme. */
const TakenDay = z.strictObject({
  day,
  currency: z.string().nullable(),
  /** Placed, cancelled ones too. */
  orders: count,
  /** Of those, not cancelled by the run date. */
  kept: count,
  /** What the kept ones are worth, in minor units. */
  worth: count,
});
export type TakenDay = z.infer<typeof TakenDay>;

export const Explained = z.strictObject({
  seller_id: z.string(),
  name: z.string().nullable(),
  /** The region that the seller is managed by; null where nobody has said so. */
  home_region: z.string().nullable(),
  run_id: z.string(),
  run_date: day,
  /** The run whose standings this one goes on from; null of the first. `kept`: its files are still there to be asked. */
  previous: z.strictObject({ run_id: z.string(), kept: z.boolean() }).nullable(),
  programmes: z.array(
    z.strictObject({
      ...{ programme: z.string(), policy_version, tier, tier_because, orders, orders_needed, next_tier },
      ...{ held_back_by, held_back_fault, held_back_counted, held_back_allowed },
      /** Orders by the day on which they were placed, of the days that decide whether the seller is judged at all. */
      placed: z.array(z.strictObject({ day, orders: count })),
      /** What evaluations say; absent where the programme has none. */
      standing: Standing.strict().optional(),
      /** The newest evaluation day, and whether it is decided; absent where the programme has none, and of older runs. */
      evaluation: evaluations.row.strict().optional(),
      /** Points, the newest entry first; absent where the programme has none. */
      points: pointsStandings.row
        .extend({ ledger: z.array(pointsEntries.row) })
        .strict()
        .optional(),
      /** The score and what brings it; absent where the programme has none. */
      score: scores.row
        .extend({ parts: z.array(scoreParts.row) })
        .strict()
        .optional(),
      /** What tiers ask beside bounds; absent where they ask nothing. */
      gates: z.array(tierGates.row).optional(),
      /** The probation of a new seller, and what ends it; absent where there is none. */
      probation: probations.row
        .extend({ exits: z.array(probationExits.row) })
        .strict()
        .optional(),
      /** As long ago as any tier looks, and since the first day on which anybody's probation began; absent where neither asks. */
      taken: z.array(TakenDay).optional(),
      metrics: z.array(Metric),
    }),
  ),
});
