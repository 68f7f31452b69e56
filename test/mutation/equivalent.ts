import type { Mutant } from './mutants.js';

interface Equivalent {
  path: RegExp;
  /** What `from -> to` holds. */
  change: RegExp;
  /** Not where the changed file holds this. */
  unless?: RegExp;
  why: string;
  /** How many mutants it speaks for; a test holds it to that, so that no other hides behind it. */
  mutants: number;
}

const UNION_ALL = /^UNION ALL -> UNION$/;
const LEFT_JOIN = /\bJOIN (.*) -> LEFT JOIN \1$/;

/** What is counted once or chosen from, however often it is there. */
const SETS: readonly Equivalent[] = [
  {
    path: /^(macros\/caps|marts\/(outcome_details|seller_counts|seller_metrics|region_metrics|region_outcomes|reliefs|restatements|run_quality|stretched|tier_gates|seller_regions|region_kpis|region_first_days|region_weeks|leads_looked_for))\.sql$/,
    change: UNION_ALL,
    why: 'no row of one is a row of the other, nor twice in its own: they differ by region, subject, metric, kind or seller',
    mutants: 23,
  },
  {
    path: /^(checks\/landed_rows_are_read|outcomes\/(exemption_candidates|order_outcomes)|staging\/orders)\.sql$/,
    change: UNION_ALL,
    why: 'rows differ by what they are about; of equal versions one is chosen',
    mutants: 6,
  },
  {
    path: /^staging\/landed_counts\.sql$/,
    change: UNION_ALL,
    why: 'what is news the base run had not: rows differ by file, and of a file by region',
    mutants: 1,
  },
  {
    path: /^marts\/seller_teams\.sql$/,
    change: UNION_ALL,
    why: 'rows differ by seller, by region, or by programme',
    mutants: 2,
  },
  {
    path: /^macros\/teams\.sql$/,
    change: /\bat_home = 1 .* -> .*\bat_home <> 1 /,
    why: 'of the two rows made of each one is for the home and one for the region; which one is which is the same',
    mutants: 2,
  },
  {
    path: /^staging\/order_events\.sql$/,
    change: UNION_ALL,
    why: 'only the smallest and the largest of each column are asked for',
    mutants: 3,
  },
  {
    path: /^(outcomes\/orders_to_judge|staging\/event_news)\.sql$/,
    change: /^UNION -> UNION ALL$/,
    unless: /UNION ALL\nSELECT o\.seller_id, o\.order_id\nFROM decided AS d\nCROSS JOIN/,
    why: 'the last UNION of orders_to_judge leaves one of equal rows of all before it',
    mutants: 6,
  },
  {
    path: /^marts\/seller_counts\.sql$/,
    change: /^THEN 1 -> THEN 2$/,
    why: 'count() counts whatever is not null',
    mutants: 1,
  },
  {
    path: /^outcomes\/order_outcomes\.sql$/,
    change: /max\(CASE WHEN metric = .* -> , min\(/,
    why: 'an order has one exemption per metric; the largest of one is the smallest',
    mutants: 2,
  },
  {
    path: /^marts\/scorecards\.sql$/,
    change: /max\(l\.ranks\)\) -> .*min\(l\.ranks\)|max\(orders\) AS orders, -> .*min\(orders\)/,
    why: 'the same in every row of the group: ranks belong to a programme, orders to its seller',
    mutants: 2,
  },
  {
    path: /^marts\/(probations|probation_exits)\.sql$/,
    change: /min\(d\.joined_on\).* -> .*max\(d\.joined_on\)/,
    why: 'a seller joined on one day',
    mutants: 2,
  },
  {
    path: /^marts\/(probations|probation_exits)\.sql$/,
    change: /^JOIN (programmes|asked) AS (p|a) ON [pa]\.programme = d\.programme -> LEFT JOIN/,
    why: 'days are of programmes with a probation alone, and each has a way out',
    mutants: 2,
  },
  {
    path: /^marts\/probations\.sql$/,
    change: UNION_ALL,
    why: 'of whom an earlier night ended it no days are asked',
    mutants: 1,
  },
  {
    path: /^macros\/pauses\.sql$/,
    change: /> .* THEN .* ELSE .* -> .*>= /,
    why: 'of two places that are the same either is taken',
    mutants: 1,
  },
  {
    path: /^marts\/region_kpis\.sql$/,
    change: /max\(currency\) AS currency -> .*min\(currency\)|THEN max\(currency\) END -> .*THEN min\(currency\) END/,
    why: 'a region has one currency, and of all of them it is asked only where it is the same',
    mutants: 2,
  },
  {
    path: /^(marts\/landing_(drift|figures)|staging\/landing_profile)\.sql$/,
    change: /^(UNION ALL -> UNION|\{\{ 'UNION ALL' if not loop\.first)/,
    unless: /\n {4}UNION\n {4}SELECT dataset, ('ALL'|dt)/,
    why: 'no row of one is a row of the other: they differ by measure or dataset',
    mutants: 4,
  },
  {
    path: /^marts\/landing_(drift|figures)\.sql$/,
    change: LEFT_JOIN,
    why: 'a row without a partner has no day, no category or no night before, and all that follows asks for it',
    mutants: 9,
  },
  {
    path: /^marts\/(orphans|references_judged)\.sql$/,
    change: /^UNION -> UNION ALL$/,
    unless: /UNION ALL\n {4}SELECT seller_id FROM/,
    why: 'of equal rows of news and of near ids the first is taken: they are grouped next',
    mutants: 8,
  },
  {
    path: /^marts\/(orphans|references_judged)\.sql$/,
    change: /SELECT DISTINCT (value|l\.seller_id)\b.* -> (FROM \()?SELECT \1/,
    why: 'asked for thrice or once, what is found is made distinct next; it only spares the join rows',
    mutants: 3,
  },
  {
    path: /^marts\/(orphans|references_judged)\.sql$/,
    change: /^JOIN \{\{ ledger\('order_outcomes'\) \}\} AS l ON (.*) -> LEFT JOIN/,
    why: 'what finds no order is a row of nulls, which is no id of anything and has no near id',
    mutants: 3,
  },
  {
    path: /^marts\/landing_(drift|figures)\.sql$/,
    change: /k\.dataset = c\.dataset OR k\.column_name|m\.low >= m\.below|m\.above >= 1E0/,
    why: 'a value of another column has no rows and is not shown; at the edge itself both sides are the same number',
    mutants: 3,
  },
];

/** Of a group one row alone has the value. */
const ALONE: readonly Equivalent[] = [
  {
    path: /^macros\/caps\.sql$/,
    change: /'gate' AS allowed_by -> .*'gate_not' AS allowed_by$/,
    why: 'what is allowed neither by points nor by the score is by gates; nobody asks for its name',
    mutants: 1,
  },
  {
    path: /^marts\/scores\.sql$/,
    change: /^max\(CASE WHEN nth_(cost|worst) = 1 .* -> min\(|max\(costs_most\) AS costs_most -> .*min\(costs_most\)/,
    why: 'one metric is the first by what it costs, one dimension the worst',
    mutants: 3,
  },
  {
    path: /^marts\/score(s|_parts)\.sql$/,
    change: /9000000000.* -> .*9000000001/,
    why: 'more than any points are',
    mutants: 2,
  },
  {
    path: /^marts\/score(s|_parts)\.sql$/,
    change: LEFT_JOIN,
    why: 'parts are of metrics that are asked, scores of programmes with one; a row without a partner is of none, and a cap of null caps nothing',
    mutants: 6,
  },
];

/** More rows than are needed, of which a later condition leaves the same. */
const SUPERSETS: readonly Equivalent[] = [
  {
    path: /^outcomes\/exemption_candidates\.sql$/,
    change: /^(WHERE )?1 = 0 -> (WHERE )?1 <> 0$|is_at_fault\(m\) \}\}\) -> OR \(a\.metric = '\{\{ m\.metric \}\}' OR /,
    why: 'an exemption that is offered to what is no fault forgives nothing: the rule itself is asked again',
    mutants: 4,
  },
  {
    path: /^marts\/outcome_details\.sql$/,
    change: /^1 = 0 -> 1 <> 0$/,
    why: 'what is listed of an order is asked again metric by metric',
    mutants: 1,
  },
  {
    path: /^outcomes\/(orders_to_judge|conversation_outcomes)\.sql$|^staging\/event_news\.sql$/,
    change: /WHERE 1 = 0 -> .*WHERE 1 <> 0$/,
    why: 'without a base run nobody reads it; a row of nulls alone is left out later; a conversation of no metric counts nowhere',
    mutants: 4,
  },
  {
    path: /^marts\/(outcome_details|seller_counts|seller_periods)\.sql$/,
    change: /final_day > .* -> .*final_day >= |final_day > .* -> .*final_day > \{\{ day\(-3/,
    why: 'only spares reading orders of which nothing is in a window any more; each metric asks for its own days',
    mutants: 4,
  },
  {
    path: /^marts\/stretched\.sql$/,
    change: /day_column \}\} > .* -> .*day_column \}\} >= /,
    why: 'only spares reading days that no window holds; each kind asks for its own',
    mutants: 1,
  },
  {
    path: /^macros\/(gates|keeping)\.sql$/,
    change: LEFT_JOIN,
    why: 'every gate is of a tier of its programme; who holds no tier is judged as of the standard, as who is not known',
    mutants: 2,
  },
  {
    path: /^marts\/tier_gates\.sql$/,
    change: /^JOIN (regions|asked AS a ON a\.programme = r\.).* -> LEFT JOIN/,
    why: 'an order of no region of a programme, or before every window, is of no gate then',
    mutants: 2,
  },
  {
    path: /^marts\/reliefs\.sql$/,
    change: /^1 = 0 -> 1 <> 0$/,
    why: 'only spares reading orders that are at fault for no metric asked for',
    mutants: 1,
  },
  {
    path: /^marts\/early_warnings\.sql$/,
    change: /max\(coalesce\(e\.faults, 0\)\)/,
    why: 'a day of a seller has one number of them, in every row of the group',
    mutants: 2,
  },
  {
    path: /^macros\/caps\.sql$/,
    change: /^JOIN tiers AS t ON t\.programme = [ps]\.programme AND t\.tier = [ps]\.caps_at -> LEFT JOIN/,
    why: 'what caps nothing is a row without a place, which is above no other',
    mutants: 2,
  },
  {
    path: /^marts\/next_tiers\.sql$/,
    change: /^JOIN (tiers AS [ng]|standards|bounds|\{\{ ref\('(seller_metrics|outcome_details)'\) \}\}) .* -> LEFT JOIN/,
    why: 'what is held back has a next tier and a standard; a bound that is missing has a metric, a place and a fault that is listed',
    mutants: 6,
  },
  {
    path: /^marts\/reliefs\.sql$/,
    change: /^JOIN asked AS a .* -> LEFT JOIN/,
    why: 'a fault of no programme has nothing that is alike, and is in no peak',
    mutants: 1,
  },
  {
    path: /^marts\/tier_gates\.sql$/,
    change: /^l\.placed_day > .* -> l\.placed_day >= /,
    why: 'only spares reading days that no window of a gate holds; each gate asks for its own',
    mutants: 1,
  },
  {
    path: /^marts\/restatements\.sql$/,
    change: /^1 = 0 -> 1 <> 0$/,
    unless: /\) AND \(\n\s+1 <> 0/,
    why: 'that a pair has any metric restated is asked first for speed alone; then each of its metrics is asked',
    mutants: 1,
  },
  {
    path: /^marts\/restatements\.sql$/,
    change: /^AND weight = 1 -> OR weight = 1$/,
    why: 'what this run judged has weight 1; other rows of weight 1 are of orders that are not judged again, and find no partner',
    mutants: 1,
  },
  {
    path: /^marts\/seller_counts\.sql$/,
    change: /^> 0 -> >= 0$/,
    why: 'a seller of whom all counts are zero is left out of seller_metrics again, and has no order in tier_mix',
    mutants: 1,
  },
  {
    path: /^staging\/order_events\.sql$/,
    change: /n\.order_id = (o|events)\.order_id -> .*\b(OR n\.order_id = \1\.order_id|LEFT JOIN .*)$/,
    why: 'events of orders that are not judged tonight join no order',
    mutants: 3,
  },
  {
    path: /^marts\/(mail_orders|region_metrics|region_kpis|scorecards|stretched|tier_mix)\.sql$|^outcomes\/exemption_candidates\.sql$|^checks\//,
    change: LEFT_JOIN,
    why: 'every row has its partner, or a condition on the partner leaves out those that have none, or it counts none as zero',
    mutants: 21,
  },
  {
    path: /^marts\/mail_orders\.sql$/,
    change: /^min\(CASE WHEN c\.held_back_by .*-> max\(/,
    why: 'of an order at most one row is of the metric that holds the tier back',
    mutants: 1,
  },
];

/** Numbers and words that nobody reads, or that make the same difference. */
const ALIKE: readonly Equivalent[] = [
  {
    path: /^metrics\/late_delivery\/rule\.sql$/,
    change: /^delivered_at > deliver_by -> delivered_at >= deliver_by$/,
    why: 'delivered by the promised moment, also at that very moment, is met before',
    mutants: 1,
  },
  {
    path: /^macros\/judging\.sql$/,
    change: /fault \+ 99 \}\} -> .*fault \+ 100|< (\{\{ rule_numbers.(forgiven|excluded)).* -> .* <= \1/,
    why: 'a rule is numbered by its place in its file, after the population and the cohort day: 300 and 400 themselves are no rule',
    mutants: 4,
  },
  {
    path: /^marts\/orphans\.sql$/,
    change: /^SELECT DISTINCT carrier\b.* -> SELECT carrier/,
    why: 'a near carrier is taken once: the UNION of near ids leaves one of equal rows',
    mutants: 1,
  },
  {
    path: /^marts\/orphans\.sql$/,
    change: /^max\(CASE -> min\(CASE$/,
    why: 'one row has a place',
    mutants: 1,
  },
  {
    path: /^checks\/exemptions_that_cover_nothing\.sql$/,
    change: /^(UNION ALL -> UNION|SELECT DISTINCT)/,
    why: 'of what an exemption reaches is asked only whether there is any',
    mutants: 8,
  },
  {
    path: /^checks\/exemptions_that_cover_nothing\.sql$/,
    change: /valid_to < first_day -> .*valid_to <= first_day/,
    why: 'what ends on the first day covers what is judged by that day',
    mutants: 1,
  },
  {
    path: /^checks\/orders_in_other_currencies\.sql$/,
    change: /'placed'\) \}\} -> .*'placed_not'\)/,
    why: 'a window ends at the run date for every count but that of what is pending',
    mutants: 1,
  },
  {
    path: /^checks\/(versions_of_one_moment|moments_that_cannot_be)\.sql$/,
    change: /max\(CASE WHEN nth .* -> .*min\(CASE WHEN nth|UNION ALL.* -> .*'UNION'/,
    why: 'one record has a place, and each dataset its own records',
    mutants: 5,
  },
  {
    path: /^(macros\/counting|staging\/order_events)\.sql$/,
    change: /row_hash DESC -> .*row_hash ASC/,
    why: 'of two versions made and landed at once either may win, as long as it is the same one however files are split',
    mutants: 2,
  },
  {
    path: /^marts\/scorecards\.sql$/,
    change: /m\.programme AND l\.tier_rank = 1 -> .*(<> 1|= 2)$|j\.programme AND l\.tier_rank = 1 -> .*= 2$/,
    why: 'what is read of a programme here is the same in the rows of all its tiers, of which there are two at least',
    mutants: 3,
  },
  {
    path: /^macros\/counting\.sql$/,
    change: /EXISTS .* AND (.*) -> .* OR \1$/,
    why: 'versions of other orders are looked up for nothing: each fault is joined with its own',
    mutants: 1,
  },
  {
    path: /^marts\/scorecards\.sql$/,
    change: /9000000000\) DESC, metric -> .*9000000001/,
    why: 'a number of orders that no seller is short of, and one more',
    mutants: 1,
  },
  {
    path: /^marts\/region_kpis\.sql$/,
    change: /s\.seller_id\) AS nth.* -> .*s\.seller_id DESC\)/,
    why: 'of sellers with equally many faults any may be among the hundredth part: their faults are equal',
    mutants: 1,
  },
  {
    path: /^marts\/region_metrics\.sql$/,
    change: /^WHERE q\.nth > 0 -> WHERE q\.nth >= 0$/,
    why: 'a metric without a number is not measured: its rates are null with and without its rows',
    mutants: 1,
  },
  {
    path: /^marts\/tier_changes\.sql$/,
    change: /n\.tier_rank (<|>) w\.tier_rank .* -> .*n\.tier_rank \1= w\.tier_rank/,
    why: 'tiers of equal rank are the same tier, which is no change',
    mutants: 2,
  },
  {
    path: /^marts\/outcome_details\.sql$/,
    change: /proof_of\('landed', ''\) \}\} -> .*proof_of\('landed_not', ''\)/,
    why: 'what landed as an outcome has none of the moments that an order or a conversation has, under any name',
    mutants: 1,
  },
  {
    path: /^outcomes\/business_deadlines\.sql$/,
    change: /^SELECT a\.digit .* -> SELECT a\.digit (- 10 \*|\+ 10 \* b\.digit -)|^WHERE n <= (.*) -> WHERE n < \2$/,
    why: 'digits taken off instead of added give the same numbers, each once, and some days before the first; the last of the days ahead is more than a year away',
    mutants: 3,
  },
  {
    path: /^outcomes\/business_deadlines\.sql$/,
    change: /'UNION ALL' if not loop\.first/,
    why: 'no row of one is a row of the other: they differ by hours, or by what they are about',
    mutants: 2,
  },
  {
    path: /^outcomes\/business_deadlines\.sql$/,
    change: LEFT_JOIN,
    why: 'what has no moment, or no calendar, finds no day to be due on; and all days are looked at on which something can be due',
    mutants: 3,
  },
  {
    path: /^outcomes\/business_deadlines\.sql$/,
    change: /AND d\.place = CAST\(floor\(.* -> .*ceil\(/,
    why: 'a day of 25 hours begins an hour before a place at the earliest, and so ends in its third one whichever way is rounded',
    mutants: 1,
  },
  {
    path: /^outcomes\/conversation_outcomes\.sql$/,
    change: /CAST\(1 AS BIGINT\) AS units.* -> .*CAST\(2 AS BIGINT\) AS units/,
    why: 'a conversation counts as one: items are counted of orders alone',
    mutants: 1,
  },
];

/** What evaluations say. */
const EVALUATIONS: readonly Equivalent[] = [
  {
    path: /^marts\/metric_verdicts\.sql$/,
    change: /^JOIN (evaluating AS u|person AS n|terms AS t|regions AS r) .* -> LEFT JOIN/,
    why: 'a programme without evaluations, and what it lacks, is left out by the join after it, or is joined by nobody',
    mutants: 8,
  },
  {
    path: /^marts\/metric_verdicts\.sql$/,
    change: /^LEFT JOIN (bounds AS w ON w|tiers AS h ON h\.programme = d)\b.* -> JOIN/,
    why: 'the tier above the last has a bound, and what is held has a tier',
    mutants: 2,
  },
  {
    path: /^marts\/metric_verdicts\.sql$/,
    change: /WHERE d\.fault > 0 -> |>= least\(t\.opens_after, .* -> .*> least/,
    why: 'only spares reading days of which nothing is added: those without a fault, and those before any window',
    mutants: 2,
  },
  {
    path: /^marts\/metric_verdicts\.sql$/,
    change: /^UNION ALL -> UNION$|'few_orders_not'|AND t\.metric = l\.metric -> .*t\.metric <> l\.metric/,
    why: 'of who is away nothing is counted, so that nothing is enough, whatever is needed and however it is called',
    mutants: 3,
  },
  {
    path: /^marts\/seller_days\.sql$/,
    change: /'counted_not'|^UNION ALL -> UNION$/,
    why: 'a window ends where days have matured for every count but that of what is pending; each metric has rows of its own',
    mutants: 4,
  },
  {
    path: /^marts\/tier_changes\.sql$/,
    change: /^UNION ALL -> UNION$/,
    why: 'a programme has evaluations or has none',
    mutants: 1,
  },
  {
    path: /^marts\/evaluations\.sql$/,
    change: /^JOIN (.*landing_drift|breakers ).* -> LEFT JOIN/,
    why: 'a source of which nothing is told has no measure, and is left out after it; every programme with evaluations has its breaker',
    mutants: 2,
  },
  {
    path: /^marts\/(metric_)?standings\.sql$/,
    change: /^JOIN \{\{ ref\('evaluations'\) \}\} .* -> LEFT JOIN/,
    why: 'evaluations have a row of every programme with evaluations, and verdicts and tiers are of no other',
    mutants: 2,
  },
  {
    path: /^macros\/evaluation\.sql$/,
    change: /^JOIN evaluating AS u .* -> LEFT JOIN/,
    why: 'a programme without evaluations has no tiers there and no row of evaluations: both who move and who would are left out by those joins',
    mutants: 1,
  },
  {
    path: /^marts\/evaluations\.sql$/,
    change: /max\(evaluated_on\).* -> .*min\(evaluated_on\)/,
    why: 'all standings of a programme were evaluated on one day',
    mutants: 1,
  },
  {
    path: /^marts\/decided_records\.sql$/,
    change: /THEN 0 ELSE 1 END.* -> .*THEN 0 ELSE 2 END/,
    why: 'only that one is less than the other orders appeals',
    mutants: 1,
  },
  {
    path: /^(marts\/decision_figures|checks\/decisions_that_decide_nothing)\.sql$/,
    change: /^UNION ALL -> UNION$|decision_id DESC\)|max(\(CASE WHEN nth .*) -> min\1/,
    why: 'rows differ by dataset or kind; one row is the middle one, and of equal hours it is the same whichever that is',
    mutants: 5,
  },
  {
    path: /^marts\/held_tiers\.sql$/,
    change: /^JOIN (tiers AS b|turned AS [eu]|held AS h) .* -> LEFT JOIN/,
    why: 'of who joins nothing the rank is null: nothing is given back or approved of it',
    mutants: 4,
  },
  {
    path: /^marts\/decision_records\.sql$/,
    change: /^UNION ALL -> UNION$|^JOIN .*held_tiers.* -> LEFT JOIN|n\.says_rank > n\.held_rank .* -> .*>=/,
    why: 'each record has an id of its own; of who held nothing before, or what is held already, no record is made',
    mutants: 3,
  },
];

const POINTS: readonly Equivalent[] = [
  {
    path: /^marts\/points_entries\.sql$/,
    change: UNION_ALL,
    why: 'entries differ by programme, kind and id; what is remembered was given on another day than tonight',
    mutants: 2,
  },
  {
    path: /^marts\/points_standings\.sql$/,
    change: UNION_ALL,
    why: 'of a seller known twice the larger number of orders is asked for',
    mutants: 1,
  },
  {
    path: /^marts\/points_standings\.sql$/,
    change: /max\(s\.first_last\).* -> .*min\(s\.first_last\)/,
    why: 'the first last day is that of the seller and programme, the same in each of its rows',
    mutants: 1,
  },
  {
    path: /^marts\/points_standings\.sql$/,
    change: /\bJOIN (programmes AS p|milestones AS m|reached AS r) ON (.*) -> LEFT JOIN \1 ON \2$/,
    why: 'every programme with points has milestones, and a programme without is left out at the next join',
    mutants: 3,
  },
];

const INCIDENTS: readonly Equivalent[] = [
  {
    path: /^marts\/lane_days\.sql$/,
    change: /^1 = 0 -> 1 <> 0$/,
    why: 'that a parcel counts for any metric is asked first for speed alone; then each of its metrics is asked',
    mutants: 1,
  },
  {
    path: /^marts\/first_sellers\.sql$/,
    change: /^JOIN totals .* -> LEFT JOIN totals /,
    why: 'a list that has first rows has as many in all',
    mutants: 1,
  },
  {
    path: /^marts\/unusual_lane_days\.sql$/,
    change: LEFT_JOIN,
    why: 'a day without other days, or with too few of them, has no usual share, and is not unusual then',
    mutants: 2,
  },
  {
    path: /^leads\/brushing\/brushing_evidence\.sql$/,
    change: /\bJOIN (held|\{\{ ref).* -> LEFT JOIN \1/,
    why: 'every window that stands holds orders, and those are among the orders looked at',
    mutants: 2,
  },
  {
    path: /^leads\/brushing\/brushing_evidence\.sql$/,
    change: /-> .*'1970-01-01 (1|00:1):|ORDER BY at_ms\).* -> .*ORDER BY at_ms DESC\)|= s\.span_ms -> .* <> s\.span_ms/,
    why: 'moments are compared with one another, whatever they are counted from; taking more orders for repeated ones counts more windows to the same end; an order of a window lies in one of its two spans, and not in the other',
    mutants: 4,
  },
  {
    path: /^marts\/applicants\.sql$/,
    change: /min\(CASE WHEN step = .* -> .*max\(CASE WHEN step/,
    why: 'an application has at most one day of each step',
    mutants: 5,
  },
  {
    path: /^marts\/applicants\.sql$/,
    change: /JOIN steps AS s .* -> LEFT JOIN|JOIN .*applicant_days.* d\.placed_day >= f\.applied_on -> LEFT JOIN/,
    why: 'without a day of application none is followed; who has not sold has no day of a first order either way',
    mutants: 2,
  },
  {
    path: /^marts\/recent_orders\.sql$/,
    change: /^SELECT o\.seller_id, o\.order_id, min.* -> |JOIN orders AS o -> LEFT JOIN orders AS o/,
    why: 'rows of one content have one buyer and one number; a landed row that was not judged names nobody',
    mutants: 3,
  },
  {
    path: /^leads\/late_masking\/late_masking_evidence\.sql$/,
    change: /\bJOIN (of_lane .*) -> LEFT JOIN \1$/,
    why: 'parcels of no carrier that is known are of no lane, and a lane without parcels of others is not late',
    mutants: 1,
  },
  {
    path: /^marts\/proposed_incidents\.sql$/,
    change: LEFT_JOIN,
    why: 'every unusual day is a day of its lane, and has late parcels of some seller',
    mutants: 2,
  },
  {
    path: /^marts\/early_warnings\.sql$/,
    change: LEFT_JOIN,
    why: 'of a row of nulls there is no day: what has no weights or no region joins none, and a day must be in the window; who cannot warn does not',
    mutants: 6,
  },
  {
    path: /^marts\/early_warnings\.sql$/,
    change:
      /a\.room = d\.metric .* -> .* OR |WHERE d\.fault > 0 AND .* -> .*(>= 0|>= a\.opens_after| OR )|HAVING sum.* -> .*(>= max|> min)/,
    why: 'only spares asking the days of sellers whose faults cannot warn; each counted order takes something, so that equal is not enough',
    mutants: 7,
  },
  {
    path: /^marts\/early_warnings\.sql$/,
    change: /max(\(CASE WHEN cohort_day = newest .*) -> .*min\1/,
    why: 'a seller has one newest day',
    mutants: 2,
  },
];

/** Scores that are read beside a category. */
const BENCHMARKS: readonly Equivalent[] = [
  {
    path: /^marts\/(seller_categories|category_benchmarks|score_curves)\.sql$/,
    change: UNION_ALL,
    why: 'no row of one is a row of the other: what is frozen is not worked out again, and a curve as it is written has no category',
    mutants: 3,
  },
  {
    path: /^marts\/(seller_categories|category_benchmarks|score_curves)\.sql$/,
    change: /\bJOIN (regions|\{\{ ref\('seller_metrics'\) \}\}|moving|taken) .* -> LEFT JOIN/,
    why: 'a row without a partner has no programme or no rate, and what follows asks for it; what is frozen is of what policy asks for',
    mutants: 4,
  },
];

/** What faults have in common. */
const THINGS: readonly Equivalent[] = [
  {
    path: /^marts\/things_to_do\.sql$/,
    change: /^name: 'counted', .* -> name: 'counted_not'/,
    why: 'a window ends where days have matured for every count but that of what is pending',
    mutants: 1,
  },
  {
    path: /^marts\/things_to_do\.sql$/,
    change: LEFT_JOIN,
    why: 'every metric has its terms; what is not asked has no window and no faults in all, and what has no orders no share: neither is above another',
    mutants: 8,
  },
  {
    path: /^marts\/things_to_do\.sql$/,
    change: /^WHERE (here > everywhere -> .*>= everywhere|left_counted \* surprise >= .* -> .* > \{\{)/,
    why: 'a share that is no more than everywhere surprises nobody; and no whole numbers give a logarithm of four places',
    mutants: 2,
  },
];

const WEEKS: readonly Equivalent[] = [
  {
    path: /^marts\/seller_weeks\.sql$/,
    change: /^name: 'counted', .* -> name: 'counted_not'/,
    why: 'a window ends where days have matured for every count but that of what is pending',
    mutants: 1,
  },
  {
    path: /^marts\/seller_weeks\.sql$/,
    change: /\bJOIN asked (.*) -> LEFT JOIN asked \1$/,
    why: 'what is not asked has no entry, which is none of those that are looked for, and no week',
    mutants: 3,
  },
  {
    path: /^marts\/region_weeks\.sql$/,
    change: /final_day > .* -> .*(final_day >= |day\(-3 )|\bJOIN weeks (.*) -> LEFT JOIN weeks \2$/,
    why: 'thirteen weeks end long before the first day that is read; and days of no week are joined to nothing',
    mutants: 3,
  },
  {
    path: /^marts\/region_kpis\.sql$/,
    change: /max\(all_gmv_.* -> .*min\(all_gmv_/,
    why: 'all rows of a region have the same sum',
    mutants: 2,
  },
];

/** Who moved a rate, and whom to call. */
const MOVERS: readonly Equivalent[] = [
  {
    path: /^marts\/(region_movers|lane_periods)\.sql$/,
    change: /^UNION ALL -> UNION$/,
    why: 'no row of one is a row of the other, nor of itself: they differ by region, metric, dimension or member',
    mutants: 6,
  },
  {
    path: /^marts\/region_movers\.sql$/,
    change: /^JOIN (metric_windows AS q|changes AS c) .* -> LEFT JOIN/,
    unless: /LEFT JOIN changes AS c ON c\.region = m\./,
    why: 'what changed is of measured metrics and their periods, and causes are of what changed: each has its partner; a lane of no period that is asked for joins nothing that changed',
    mutants: 3,
  },
  {
    path: /^marts\/region_movers\.sql$/,
    change: /effect > 0 .* -> .*effect >= 0/,
    why: 'who moved nothing is not named, and comes after all others on either side',
    mutants: 1,
  },
  {
    path: /^marts\/region_faults\.sql$/,
    change: /^UNION ALL -> UNION$/,
    why: 'no row of one is a row of the other, nor of itself: each names its metric and what is at fault',
    mutants: 2,
  },
  {
    path: /^marts\/region_faults\.sql$/,
    change: /^1 = 0 -> 1 <> 0$/,
    unless: /a\.metric = [\s\S]*1 <> 0/,
    why: 'the rows read are asked for what is at fault once more, metric by metric',
    mutants: 1,
  },
  {
    path: /^marts\/region_faults\.sql$/,
    change: /'fault_not'/,
    why: 'a window ends where days have matured for every count but that of what is pending',
    mutants: 1,
  },
  {
    path: /^marts\/lane_periods\.sql$/,
    change: /'counted_not'/,
    why: 'a window ends where days have matured for every count but that of what is pending',
    mutants: 1,
  },
  {
    path: /^marts\/calls\.sql$/,
    change: /^JOIN (tiers AS t|\{\{ ref\('seller_metrics'\) \}\} AS m)\b.* -> LEFT JOIN/,
    why: 'of no tier, and of no metric, there is no bound that could be missed, nor a tier to fall from',
    mutants: 2,
  },
  {
    path: /^marts\/calls\.sql$/,
    change: /ELSE 3 END, -> .*ELSE 4 END,$/,
    why: 'only that it comes after the others',
    mutants: 1,
  },
];

const FAMILIES: readonly Equivalent[] = [
  {
    path: /^(macros\/families|marts\/account_(families|links))\.sql$/,
    change: /\(1\)\) AS w \(way\) -> .*\(2\)\) AS w \(way\)$/,
    why: 'of the two rows made of each one is of way 0; only that the other is not',
    mutants: 5,
  },
  {
    path: /^(families\/first_gathered|macros\/families)\.sql$/,
    change: /SELECT DISTINCT (.*) -> .*SELECT \1/,
    why: 'equal pairs join what one of them joins, only slower; the last rounds leave one of each',
    mutants: 3,
  },
  {
    path: /^families\/(first_)?gathered\.sql$/,
    change: / 6\) }} -> .* 7\) }}$/,
    why: 'a round more changes nothing where all are gathered',
    mutants: 2,
  },
  {
    path: /^macros\/families\.sql$/,
    change: /neighbour > account -> .*neighbour >= account$/,
    why: 'nobody is its own neighbour',
    mutants: 1,
  },
  {
    path: /^checks\/families_not_whole\.sql$/,
    change: /< l\.other_seller_id -> .*<= l\.other_seller_id$/,
    why: 'nobody is linked with itself',
    mutants: 1,
  },
  {
    path: /^families\/weighed_links\.sql$/,
    change: /\bJOIN (\(\{\{|enough).* -> .*LEFT JOIN/,
    why: 'without a weight nothing is added up, and without enough of it no pair is a link',
    mutants: 3,
  },
  {
    path: /^marts\/(account_families|account_links|re_registrations)\.sql$/,
    change: LEFT_JOIN,
    why: 'every linked account is in a family and has been seen; of an action against another nobody began later, and of a group of nobody no other is',
    mutants: 6,
  },
  {
    path: /^marts\/account_families\.sql$/,
    change: /min\(CASE WHEN nth = 1 .* -> \s*max\(|min\(lo\) AS first_one -> .*max\(lo\)/,
    why: 'one of the rows has nth 1; and an account that is gathered has one first',
    mutants: 3,
  },
  {
    path: /^marts\/re_registrations\.sql$/,
    change: /9999-12-31 00:00:00.* -> .*9999-12-31 (1:00|00:1):00/,
    why: 'only that it is later than any night',
    mutants: 4,
  },
  {
    path: /^marts\/re_registrations\.sql$/,
    change: /max\(link_weight\) AS link_weight -> /,
    why: 'every row of a link has its weight',
    mutants: 1,
  },
  {
    path: /^leads\/re_registration\/re_registration_evidence\.sql$/,
    change: /ELSE 1 END, .* -> .*ELSE 2 END, /,
    why: 'only that it comes after the others',
    mutants: 1,
  },
];

export const EQUIVALENT: readonly Equivalent[] = [
  ...SETS,
  ...ALONE,
  ...SUPERSETS,
  ...ALIKE,
  ...EVALUATIONS,
  ...INCIDENTS,
  ...POINTS,
  ...BENCHMARKS,
  ...THINGS,
  ...WEEKS,
  ...MOVERS,
  ...FAMILIES,
];

/** Whether a mutant is on the list of those that cannot change a result. */
export const equivalent = (mutant: Mutant): boolean => EQUIVALENT.some((known) => speaksOf(known, mutant));

export const speaksOf = ({ path, change, unless }: Equivalent, { path: of, from, to, text }: Mutant): boolean =>
  path.test(of) && change.test(`${from} -> ${to}`) && !unless?.test(text);
