/** What "scorecards backtest" found: the JSON that it writes, and what its page is drawn from. */
import * as z from 'zod';

const count = z.number().int().min(0);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const share = z.number().min(0).max(1);

/** One of the two policies that are compared. */
const Tried = z.strictObject({
  /** As it was given on the command line; null where it is the programme in force. */
  file: z.string().nullable(),
  programme: z.string(),
  title: z.string(),
  version: z.string(),
  in_force_from: day,
  regions: z.array(z.string()),
  standard: z.string(),
  /** From best to worst. */
  tiers: z.array(z.strictObject({ key: z.string(), title: z.string() })),
  /** Whether evaluations decide, by notice and effect; else bounds alone propose. */
  evaluated: z.boolean(),
  evaluation_days: z.array(day),
});

/** Sellers at `to` by the tier of either policy. `against` is null where nothing is compared with; a tier is null where it has none. */
const Moves = z.strictObject({
  by: z.enum(['total', 'region', 'size', 'tenure', 'cross_border']),
  group: z.string(),
  cells: z.array(z.strictObject({ against: z.string().nullable(), policy: z.string().nullable(), sellers: count })),
});

/** `missed`: a bound missed on some evaluation day. Sellers, each once a metric. */
const MetricEvents = z.strictObject({
  metric: z.string(),
  title: z.string(),
  missed: count,
  noticed: count,
  confirmed: count,
  to_a_person: count,
});

/** What one policy did over all its evaluation days. Of `missed` and the like: sellers, each once. */
const OverTime = z.strictObject({
  moved_up: count,
  moved_down: count,
  first_judged: count,
  no_longer_judged: count,
  /** Sellers at `to` that it cannot judge. */
  not_assessable: count,
  missed: count,
  noticed: count,
  confirmed: count,
  to_a_person: count,
  /** Notices begun; one seller may have several. */
  notices: count,
  confirmations: count,
  metrics: z.array(MetricEvents),
});

/** Goods value of the orders of some sellers, in minor units of the region's currency. */
const Value = z.strictObject({ region: z.string(), currency: z.string(), gmv_minor: z.number().int() });

/** What a bound at this limit would have met at `to`. */
const Limit = z.strictObject({
  at_most: share,
  is_standard: z.boolean(),
  assessed: count,
  /** Sellers above the limit, those of them whose faults luck does not explain, and the faults that all of them had. */
  hit: count,
  beyond_luck: count.nullable(),
  faults: count,
  all_faults: count,
  /** Of all sellers above the limit, and of those whom luck explains. */
  gmv: z.array(Value),
  gmv_by_luck: z.array(Value).nullable(),
});

const CostCurve = z.strictObject({ metric: z.string(), title: z.string(), limits: z.array(Limit) });

const Simulated = z.strictObject({
  /** Orders in 28 days, on average. */
  volume: z.number(),
  /** The true rate as a multiple of the limit. */
  times: z.number(),
  sellers: count,
  noticed: share,
  effects: share,
  raw: share,
  days_to_notice: z.number().nullable(),
  days_to_effect: z.number().nullable(),
});
const Simulation = z.strictObject({
  sellers: count,
  seed: z.number(),
  metrics: z.array(z.strictObject({ metric: z.string(), title: z.string(), at_most: share, groups: z.array(Simulated) })),
});

const JudgedMetric = z.strictObject({
  metric: z.string(),
  title: z.string(),
  fault: count.nullable(),
  counted: count.nullable(),
  rate: z.number().nullable(),
  at_most: share,
  allowed: z.number().nullable(),
  window_days: z.number(),
  verdict: z.string(),
  /** What evaluations say; null where the policy has none. */
  standing: z.string().nullable(),
});
const Affected = z.strictObject({
  seller_id: z.string(),
  name: z.string().nullable(),
  region: z.string().nullable(),
  orders: count,
  first_order: day.nullable(),
  against: z.string().nullable(),
  policy: z.string().nullable(),
  /** Why the policy has it there, in a sentence. */
  because: z.string(),
  metrics: z.strictObject({ policy: z.array(JudgedMetric), against: z.array(JudgedMetric) }),
});

export const BacktestReport = z.strictObject({
  format: z.literal(1),
  computed_from: z.strictObject({
    run_id: z.string(),
    run_date: day,
    from: day,
    to: day,
    /** Standing orders placed from `from` to `to` in the policy's regions. */
    orders: count,
    policy: Tried,
    against: Tried.nullable(),
  }),
  cannot_know: z.array(z.string()),
  moves: z.array(Moves),
  over_time: z.strictObject({ policy: OverTime, against: OverTime.nullable() }),
  costs: z.array(CostCurve),
  simulation: Simulation.nullable(),
  /** Sellers whose tier differs; without anything to compare with, those below the standard. */
  affected_sellers: count,
  affected: z.array(Affected),
});

export type BacktestReport = z.infer<typeof BacktestReport>;
export type Tried = z.infer<typeof Tried>;
export type OverTime = z.infer<typeof OverTime>;
