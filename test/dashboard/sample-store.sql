-- A published store for looking at and testing the dashboard: believable, seeded, far simpler than a night.
-- Variables: sellers, orders (about), run_date. Placeholders: out (folder of the run), scratch (folder with the policies' rows).
-- Statements end with a semicolon at the end of a line.

CREATE TABLE regions AS FROM read_json('{{scratch}}/regions.json');

CREATE TABLE programmes AS
SELECT * REPLACE (assessable_days::INTEGER AS assessable_days, window_days::INTEGER AS window_days) FROM read_json('{{scratch}}/programmes.json');

CREATE MACRO dice(a, b, salt) AS (hash(a, b, salt) % 1000003) / 1000003.0;

-- One row per seller: skewed size, a latent quality.
CREATE TABLE sellers AS
SELECT
  'S' || lpad(i::VARCHAR, 6, '0') AS seller_id,
  CASE WHEN i % 211 = 0 THEN NULL ELSE
    list_extract(['Nordlicht','Atelier','Casa','Harbour','Petit','Old Mill','Fjord','Bellavista','Campo','Grüne','Little','Brass','Paper','Velvet','Stone'], 1 + (hash(i, 'a') % 15)::INTEGER)
    || ' ' ||
    list_extract(['Lamps','Ceramics','Textiles','Cycles','Books','Kitchen','Garden','Toys','Optics','Leather','Teas','Prints','Tools','Candles','Outdoor'], 1 + (hash(i, 'b') % 15)::INTEGER)
    || ' ' || list_extract(['Studio','& Co','Works','House','Supply','Market','Lab'], 1 + (hash(i, 'c') % 7)::INTEGER) END AS name,
  CASE WHEN i % 211 = 0 THEN NULL ELSE
    list_extract(['DE','DE','DE','GB','GB','GB','FR','FR','IT','IT','ES','ES','IE'], 1 + (hash(i, 'd') % 13)::INTEGER) END AS home_region,
  CASE WHEN i % 211 = 0 THEN NULL WHEN i % 97 = 0 THEN 'restricted' WHEN i % 23 = 0 THEN 'probation' ELSE 'active' END AS status,
  getvariable('run_date')::DATE - (dice(i, 0, 'joined') * 900)::INTEGER AS joined_on,
  pow(1 - dice(i, 0, 'size'), 2.4) + 0.004 AS weight,
  0.25 + 2.2 * pow(dice(i, 0, 'quality'), 2.2) AS poor
FROM range(1, getvariable('sellers') + 1) r(i);

-- One row per order of the last 185 days.
CREATE TABLE orders AS
WITH sized AS (
  SELECT *, greatest(1, round(getvariable('orders') * weight / sum(weight) OVER ()))::INTEGER AS n FROM sellers
), placed AS (
  SELECT s.seller_id, s.home_region, s.poor, k.k,
    CASE WHEN s.home_region IS NULL THEN 'DE' WHEN dice(s.seller_id, k.k, 'r') < 0.72 THEN s.home_region
      ELSE list_extract(['DE','ES','FR','GB','IE','IT'], 1 + (hash(s.seller_id, k.k, 'r2') % 6)::INTEGER) END AS region,
    date_trunc('second', getvariable('run_date')::TIMESTAMP + INTERVAL 20 HOUR
      - to_seconds((pow(dice(s.seller_id, k.k, 'day'), 1.12) * 185 * 86400)::BIGINT)) AS placed_at
  FROM sized s, LATERAL (SELECT unnest(range(1, s.n + 1)) AS k) k
)
SELECT p.*, r.currency, r.time_zone,
  p.region || '-' || upper(substr(md5(p.seller_id || p.k), 1, 9)) AS order_id,
  CASE WHEN dice(p.seller_id, p.k, 'f') < 0.16 THEN 'platform' ELSE 'seller' END AS fulfilment,
  list_extract(['Home','Fashion','Garden','Books','Electronics','Toys'], 1 + (hash(p.seller_id, p.k, 'c') % 6)::INTEGER) AS category,
  list_extract(['Parcelis','Volapost','Swiftline','Rotkurier'], 1 + (hash(p.seller_id, p.k, 'carrier') % 4)::INTEGER) AS carrier,
  (900 + 60000 * pow(dice(p.seller_id, p.k, 'v'), 4))::BIGINT AS gmv_minor,
  date_trunc('day', placed_at) + INTERVAL 2 DAY + INTERVAL 22 HOUR + INTERVAL 59 MINUTE AS ship_by,
  date_trunc('day', placed_at) + INTERVAL 6 DAY + INTERVAL 22 HOUR + INTERVAL 59 MINUTE AS deliver_by,
  CASE WHEN dice(p.seller_id, p.k, 'cancel') < 0.012 * p.poor THEN 'seller'
       WHEN dice(p.seller_id, p.k, 'cancel') > 0.985 THEN 'buyer'
       WHEN dice(p.seller_id, p.k, 'cancel') > 0.982 THEN 'platform' END AS cancelled_by,
  dice(p.seller_id, p.k, 'late') < 0.024 * p.poor AS ships_late,
  dice(p.seller_id, p.k, 'arrive') < 0.045 AS arrives_late,
  dice(p.seller_id, p.k, 'strike') < 0.003 AS strike,
  CASE WHEN dice(p.seller_id, p.k, 'rev') < 0.014 * p.poor THEN 1 + (hash(p.seller_id, p.k, 'st') % 2)::INTEGER
       WHEN dice(p.seller_id, p.k, 'rev') < 0.30 THEN 3 + (hash(p.seller_id, p.k, 'st') % 3)::INTEGER END AS rating,
  dice(p.seller_id, p.k, 'about') < 0.3 AS about_logistics,
  dice(p.seller_id, p.k, 'track') >= 0.018 * p.poor AS has_tracking
FROM placed p JOIN regions r ON r.code = p.region;

-- One row per order and measured metric.
CREATE TABLE ledger AS
WITH moments AS (
  SELECT *,
    CASE WHEN cancelled_by IS NOT NULL THEN placed_at + to_seconds((3600 + 90000 * dice(order_id, 0, 'ca'))::BIGINT) END AS cancelled_at,
    CASE WHEN cancelled_by IS NULL THEN
      CASE WHEN ships_late THEN ship_by + to_seconds((1800 + 140000 * dice(order_id, 0, 'sl'))::BIGINT)
           ELSE ship_by - to_seconds((1200 + 100000 * dice(order_id, 0, 'st'))::BIGINT) END END AS scan
  FROM orders
), arrived AS (
  SELECT *, CASE WHEN cancelled_by IS NULL THEN
      CASE WHEN arrives_late THEN deliver_by + to_seconds((3600 + 200000 * dice(order_id, 0, 'dl'))::BIGINT)
           ELSE deliver_by - to_seconds((3600 + 200000 * dice(order_id, 0, 'dt'))::BIGINT) END END AS arrival
  FROM moments
), judged AS (
  SELECT a.*, m.metric, m.maturation,
    CASE m.metric WHEN 'late_dispatch' THEN ship_by WHEN 'late_delivery' THEN deliver_by WHEN 'negative_review' THEN arrival
      WHEN 'missing_tracking' THEN scan ELSE placed_at END AS counted_at,
    CASE
      WHEN m.metric IN ('late_dispatch', 'late_delivery', 'missing_tracking') AND fulfilment = 'platform' THEN 'excluded:platform_fulfilled'
      WHEN m.metric = 'late_dispatch' AND cancelled_at < ship_by THEN 'excluded:cancelled_before_due'
      WHEN m.metric = 'late_delivery' AND cancelled_at IS NOT NULL THEN 'excluded:cancelled'
      WHEN m.metric = 'seller_cancellation' AND cancelled_by = 'platform' THEN 'excluded:platform_cancelled'
      WHEN m.metric = 'order_defect' AND cancelled_by IN ('buyer', 'platform') THEN 'excluded:cancelled'
      WHEN m.metric = 'late_dispatch' AND scan > ship_by AND strike THEN 'forgiven:carrier_incident'
      WHEN m.metric = 'late_dispatch' AND scan > ship_by THEN 'fault:late'
      WHEN m.metric = 'seller_cancellation' AND cancelled_by = 'seller' THEN 'fault:cancelled_by_seller'
      WHEN m.metric = 'missing_tracking' AND NOT has_tracking THEN 'fault:no_number'
      WHEN m.metric = 'late_delivery' AND arrival > deliver_by AND scan <= ship_by THEN 'forgiven:carrier_delay'
      WHEN m.metric = 'late_delivery' AND (arrival > deliver_by) THEN 'fault:late'
      WHEN m.metric = 'negative_review' AND rating <= 2 AND about_logistics AND NOT ships_late THEN 'forgiven:logistics_review'
      WHEN m.metric = 'negative_review' AND rating <= 2 THEN 'fault:stars_' || rating
      WHEN m.metric = 'order_defect' AND (cancelled_by = 'seller' OR (rating <= 2 AND arrival IS NOT NULL AND NOT (about_logistics AND NOT ships_late))) THEN 'fault:negative_review'
      ELSE 'met:' END AS finding
  FROM arrived a, (VALUES ('late_dispatch', 2), ('seller_cancellation', 7), ('missing_tracking', 7), ('late_delivery', 3), ('negative_review', 14), ('order_defect', 45)) m(metric, maturation)
)
SELECT * EXCLUDE (finding, scan, arrival),
  counted_at::DATE AS cohort_day,
  CASE WHEN split_part(finding, ':', 1) <> 'excluded' AND counted_at::DATE > getvariable('run_date')::DATE - maturation THEN 'pending' ELSE split_part(finding, ':', 1) END AS outcome,
  CASE WHEN split_part(finding, ':', 1) <> 'excluded' AND counted_at::DATE > getvariable('run_date')::DATE - maturation THEN '' ELSE split_part(finding, ':', 2) END AS reason,
  scan AS first_scan_at, arrival AS delivered_at
FROM judged
WHERE counted_at IS NOT NULL AND counted_at::DATE <= getvariable('run_date')::DATE;

CREATE TABLE windows AS SELECT unnest([7, 28, 90]) AS window_days;

-- Every order under its region and under ALL.
CREATE VIEW ledger_by_region AS
SELECT 'ALL' AS place, * FROM ledger UNION ALL SELECT region AS place, * FROM ledger;

CREATE VIEW orders_by_region AS
SELECT 'ALL' AS place, *, placed_at::DATE AS day FROM orders UNION ALL SELECT region AS place, *, placed_at::DATE AS day FROM orders;

CREATE TABLE seller_metrics AS
WITH counted AS (
  SELECT l.seller_id, p.programme, p.metric, any_value(p.window_days) AS window_days,
    count(*) FILTER (outcome = 'met') AS met, count(*) FILTER (outcome = 'fault') AS fault, count(*) FILTER (outcome = 'forgiven') AS forgiven,
    count(*) FILTER (outcome = 'excluded') AS excluded, count(*) FILTER (outcome = 'pending') AS pending
  FROM ledger l JOIN programmes p ON p.metric = l.metric AND list_contains(p.regions, l.region)
  WHERE l.cohort_day > getvariable('run_date')::DATE - p.window_days
  GROUP BY ALL
), sized AS (
  SELECT o.seller_id, p.programme, any_value(p.orders_needed) AS orders_needed, count(*) AS orders
  FROM orders o JOIN (SELECT DISTINCT programme, regions, orders_needed, assessable_days FROM programmes) p ON list_contains(p.regions, o.region)
  WHERE o.placed_at::DATE > getvariable('run_date')::DATE - p.assessable_days
  GROUP BY ALL
), full_grid AS (
  SELECT s.seller_id, s.programme, s.orders, s.orders_needed, p.metric, p.window_days, p.top, p.good, p.at_risk,
    p.metric IN (SELECT DISTINCT metric FROM ledger) AS measured,
    coalesce(met, 0) AS met, coalesce(fault, 0) AS fault, coalesce(forgiven, 0) AS forgiven, coalesce(excluded, 0) AS excluded, coalesce(pending, 0) AS pending
  FROM sized s JOIN programmes p USING (programme) LEFT JOIN counted c ON c.seller_id = s.seller_id AND c.programme = s.programme AND c.metric = p.metric
), rated AS (
  SELECT *, CASE WHEN measured AND met + fault > 0 THEN fault / (met + fault) END AS rate FROM full_grid
)
SELECT seller_id, programme, metric, window_days::INTEGER AS window_days,
  CASE WHEN measured THEN met END AS met, CASE WHEN measured THEN fault END AS fault, CASE WHEN measured THEN forgiven END AS forgiven,
  CASE WHEN measured THEN excluded END AS excluded, CASE WHEN measured THEN pending END AS pending,
  rate AS accountable_rate,
  CASE WHEN measured AND met + fault + forgiven > 0 THEN (fault + forgiven) / (met + fault + forgiven) END AS raw_rate,
  CASE WHEN NOT measured THEN 'not_measured' WHEN orders < orders_needed THEN 'not_assessable' WHEN coalesce(rate, 0) <= good THEN 'met' ELSE 'missed' END AS verdict,
  CASE WHEN NOT measured OR orders < orders_needed THEN NULL WHEN coalesce(rate, 0) <= top THEN 'top' WHEN rate <= good THEN 'good' WHEN rate <= at_risk THEN 'at_risk' ELSE 'below' END AS tier,
  good AS at_most,
  CASE WHEN measured THEN floor(good * (met + fault) + 1e-9)::BIGINT END AS allowed,
  CASE WHEN NOT measured THEN 'Nothing has landed that this is measured by.'
       WHEN orders < orders_needed THEN fault || ' of ' || (met + fault) || '; ' || orders || ' orders are too few to judge, ' || orders_needed || ' are needed.'
       WHEN met + fault = 0 THEN 'No order has counted yet.'
       ELSE fault || ' of ' || (met + fault) || ' at fault; the standard allows ' || floor(good * (met + fault) + 1e-9)::BIGINT || '.' END AS because
FROM rated;

CREATE TABLE scorecards AS
WITH judged AS (
  SELECT seller_id, programme, min(list_position(['below', 'at_risk', 'good', 'top'], tier)) AS rung,
    min_by(metric, list_position(['below', 'at_risk', 'good', 'top'], tier)) AS worst,
    max_by(fault, -list_position(['below', 'at_risk', 'good', 'top'], tier)) AS worst_faults,
    bool_or(verdict = 'not_assessable') AS small, count(*) FILTER (verdict <> 'not_measured') AS measured, count(*) AS total,
    sum(pending)::BIGINT AS pending
  FROM seller_metrics GROUP BY ALL
), sized AS (
  SELECT o.seller_id, p.programme, any_value(p.version) AS version, any_value(p.orders_needed) AS orders_needed, count(*) AS orders
  FROM orders o JOIN (SELECT DISTINCT programme, version, regions, orders_needed, assessable_days FROM programmes) p ON list_contains(p.regions, o.region)
  WHERE o.placed_at::DATE > getvariable('run_date')::DATE - p.assessable_days GROUP BY ALL
)
SELECT j.seller_id, j.programme, z.version AS policy_version, s.name, s.home_region, s.status, z.orders, z.orders_needed,
  CASE WHEN small THEN 'not_assessable' ELSE list_extract(['below', 'at_risk', 'good', 'top'], rung) END AS tier,
  CASE WHEN small THEN 'not_assessable' WHEN rung < 4 AND hash(j.seller_id) % 6 = 0 THEN list_extract(['below', 'at_risk', 'good', 'top'], rung + 1)
    ELSE list_extract(['below', 'at_risk', 'good', 'top'], rung) END AS tier_projected,
  CASE WHEN small THEN 'Not assessable: ' || z.orders || ' of ' || z.orders_needed || ' orders in the window.'
       WHEN rung = 4 THEN 'meets every bound of top'
       ELSE worst || ' keeps it from ' || list_extract(['below', 'at_risk', 'good', 'top'], rung + 1) || ': ' || worst_faults || ' at fault' END AS tier_because,
  CASE WHEN NOT small AND rung < 4 THEN worst END AS held_back_by,
  CASE WHEN NOT small AND rung < 4 THEN list_extract(['below', 'at_risk', 'good', 'top'], rung + 1) END AS next_tier,
  CASE WHEN NOT small AND rung < 4 THEN (worst_faults * 21)::BIGINT END AS orders_to_next_tier,
  measured::INTEGER AS metrics_measured, total::INTEGER AS metrics_total
FROM judged j JOIN sized z USING (seller_id, programme) JOIN sellers s USING (seller_id);

COPY (SELECT * FROM scorecards ORDER BY seller_id, programme) TO '{{out}}/scorecards/part-0.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (SELECT * FROM seller_metrics ORDER BY seller_id, programme, metric) TO '{{out}}/seller_metrics/part-0.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480);

COPY (
  SELECT seller_id, metric, order_id AS subject_id, order_id, region, cohort_day, outcome, reason,
    CASE WHEN reason = 'carrier_incident' THEN 'EX-' || substr(md5(order_id), 1, 6) END AS exemption_id,
    category, gmv_minor, currency, placed_at, ship_by, first_scan_at - INTERVAL 3 HOUR AS confirmed_at, first_scan_at, deliver_by, delivered_at,
    cancelled_at, cancelled_by, carrier, has_tracking,
    CASE WHEN rating IS NOT NULL THEN delivered_at + INTERVAL 2 DAY END AS reviewed_at, rating,
    NULL::TIMESTAMP AS returned_at, NULL::TIMESTAMP AS case_closed_at, NULL::TIMESTAMP AS opened_at, NULL::TIMESTAMP AS first_reply_at,
    CASE WHEN cohort_day > getvariable('run_date')::DATE - 30 THEN 30 - (getvariable('run_date')::DATE - cohort_day) END::BIGINT AS days_left_in_window
  FROM ledger WHERE outcome IN ('fault', 'forgiven', 'excluded') AND cohort_day > getvariable('run_date')::DATE - 90
  ORDER BY seller_id, metric, subject_id
) TO '{{out}}/outcome_details/part-0.parquet' (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 20480);

COPY (
  SELECT seller_id, programme, '2000-01-01-001' AS previous_run_id,
    CASE WHEN direction = 'new' THEN NULL WHEN direction = 'up' THEN 'at_risk' ELSE 'top' END AS previous_tier, tier, direction, tier_because AS because
  FROM (SELECT *, CASE WHEN hash(seller_id, 'ch') % 40 = 0 AND tier IN ('good', 'top') THEN 'up' WHEN hash(seller_id, 'ch') % 40 = 1 AND tier IN ('at_risk', 'below', 'good') THEN 'down'
    WHEN hash(seller_id, 'ch') % 40 = 2 THEN 'new' END AS direction FROM scorecards)
  WHERE direction IS NOT NULL ORDER BY seller_id, programme
) TO '{{out}}/tier_changes/part-0.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (
  WITH seen AS (
    SELECT DISTINCT o.place AS region, s.programme, s.tier, s.seller_id
    FROM orders_by_region o JOIN scorecards s USING (seller_id) JOIN (SELECT DISTINCT programme, regions FROM programmes) p USING (programme)
    WHERE o.day > getvariable('run_date')::DATE - 90 AND list_contains(p.regions, o.region)
  )
  SELECT region, programme, tier, count(*) AS sellers, count(*) / sum(count(*)) OVER (PARTITION BY region, programme) AS share
  FROM seen GROUP BY region, programme, tier ORDER BY region, programme, tier
) TO '{{out}}/tier_mix/part-0.parquet' (FORMAT parquet, COMPRESSION zstd);

CREATE TABLE region_metrics AS
WITH per_seller AS (
  SELECT place AS region, metric, window_days, seller_id, CASE WHEN cohort_day > getvariable('run_date')::DATE - window_days THEN 0 ELSE 1 END AS back,
    count(*) FILTER (outcome = 'met') AS met, count(*) FILTER (outcome = 'fault') AS fault, count(*) FILTER (outcome = 'forgiven') AS forgiven,
    count(*) FILTER (outcome = 'excluded') AS excluded, count(*) FILTER (outcome = 'pending') AS pending
  FROM ledger_by_region, windows
  WHERE cohort_day > getvariable('run_date')::DATE - 2 * window_days
  GROUP BY ALL
), summed AS (
  SELECT region, metric, window_days, back, sum(met)::BIGINT AS met, sum(fault)::BIGINT AS fault, sum(forgiven)::BIGINT AS forgiven, sum(excluded)::BIGINT AS excluded, sum(pending)::BIGINT AS pending,
    avg(fault / (met + fault)) FILTER (met + fault > 0) AS swr, count(*) FILTER (met + fault > 0) AS sellers
  FROM per_seller GROUP BY ALL
), places AS (SELECT 'ALL' AS region UNION ALL SELECT code FROM regions),
grid AS (SELECT region, metric, window_days FROM places, windows, (SELECT unnest(['late_dispatch','seller_cancellation','missing_tracking','late_delivery','negative_review','seller_fault_return','unresolved_case','order_defect','slow_response']) AS metric))
SELECT g.region, g.metric, g.window_days::INTEGER AS window_days,
  n.met, n.fault, n.forgiven, n.excluded, n.pending,
  CASE WHEN n.met + n.fault > 0 THEN n.fault / (n.met + n.fault) END AS accountable_rate,
  CASE WHEN n.met + n.fault + n.forgiven > 0 THEN (n.fault + n.forgiven) / (n.met + n.fault + n.forgiven) END AS raw_rate,
  n.swr AS seller_weighted_rate, n.sellers,
  b.met AS previous_met, b.fault AS previous_fault, b.forgiven AS previous_forgiven, b.excluded AS previous_excluded, b.pending AS previous_pending,
  CASE WHEN b.met + b.fault > 0 THEN b.fault / (b.met + b.fault) END AS previous_accountable_rate,
  CASE WHEN b.met + b.fault + b.forgiven > 0 THEN (b.fault + b.forgiven) / (b.met + b.fault + b.forgiven) END AS previous_raw_rate,
  b.swr AS previous_seller_weighted_rate
FROM grid g
LEFT JOIN summed n ON n.region = g.region AND n.metric = g.metric AND n.window_days = g.window_days AND n.back = 0
LEFT JOIN summed b ON b.region = g.region AND b.metric = g.metric AND b.window_days = g.window_days AND b.back = 1;

COPY (SELECT * FROM region_metrics ORDER BY region, metric, window_days) TO '{{out}}/region_metrics/part-0.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (
  SELECT place AS region, metric, cohort_day AS day, count(*) FILTER (outcome = 'met') AS met, count(*) FILTER (outcome = 'fault') AS fault, count(*) FILTER (outcome = 'forgiven') AS forgiven,
    count(*) FILTER (outcome = 'excluded') AS excluded, count(*) FILTER (outcome = 'pending') AS pending
  FROM ledger_by_region WHERE cohort_day > getvariable('run_date')::DATE - 180 GROUP BY ALL ORDER BY region, metric, day
) TO '{{out}}/region_daily/part-0.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (
  SELECT place AS region, metric, outcome, reason, window_days::INTEGER AS window_days, count(*) AS orders
  FROM ledger_by_region, windows WHERE outcome IN ('excluded', 'forgiven') AND cohort_day > getvariable('run_date')::DATE - window_days
  GROUP BY ALL ORDER BY ALL
) TO '{{out}}/reason_counts/part-0.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (
  WITH now_and_before AS (
    SELECT place AS region, window_days, CASE WHEN day > getvariable('run_date')::DATE - window_days THEN 0 ELSE 1 END AS back,
      count(*) AS orders, CASE WHEN count(DISTINCT currency) = 1 THEN sum(gmv_minor)::BIGINT END AS gmv, CASE WHEN count(DISTINCT currency) = 1 THEN any_value(currency) END AS currency, count(DISTINCT seller_id) AS active
    FROM orders_by_region, windows WHERE day > getvariable('run_date')::DATE - 2 * window_days GROUP BY ALL
  ), joined AS (
    SELECT place AS region, window_days, count(*) FILTER (joined_on > getvariable('run_date')::DATE - window_days) AS fresh,
      count(*) FILTER (joined_on <= getvariable('run_date')::DATE - window_days AND joined_on > getvariable('run_date')::DATE - 2 * window_days) AS fresh_before
    FROM (SELECT 'ALL' AS place, joined_on FROM sellers UNION ALL SELECT home_region, joined_on FROM sellers WHERE home_region IS NOT NULL), windows GROUP BY ALL
  ), small AS (
    SELECT o.place AS region, window_days, count(DISTINCT o.seller_id) FILTER (s.tier = 'not_assessable') / count(DISTINCT o.seller_id) AS share
    FROM orders_by_region o JOIN windows ON o.day > getvariable('run_date')::DATE - window_days JOIN scorecards s ON s.seller_id = o.seller_id AND s.programme = 'eu-seller-standards' GROUP BY ALL
  ), outside AS (SELECT region, window_days, sum(excluded) / sum(met + fault + forgiven + excluded + pending) AS share FROM region_metrics WHERE met IS NOT NULL GROUP BY ALL
  ), worst AS (
    SELECT region, window_days, sum(f) FILTER (place_in_line <= greatest(1, ceil(n * 0.01))) / nullif(sum(f), 0) AS share FROM (
      SELECT place AS region, window_days, seller_id, count(*) FILTER (outcome = 'fault') AS f, row_number() OVER (PARTITION BY place, window_days ORDER BY count(*) FILTER (outcome = 'fault') DESC) AS place_in_line,
        count(*) OVER (PARTITION BY place, window_days) AS n
      FROM ledger_by_region, windows WHERE metric = 'late_dispatch' AND cohort_day > getvariable('run_date')::DATE - window_days GROUP BY place, window_days, seller_id) GROUP BY ALL
  )
  SELECT a.region, a.window_days::INTEGER AS window_days, a.orders, a.gmv::BIGINT AS gmv_minor, a.currency, a.active AS active_sellers, coalesce(j.fresh, 0) AS new_sellers,
    small.share AS not_assessable_share, outside.share AS excluded_share, worst.share AS fault_share_top_1pct,
    coalesce(b.orders, 0) AS previous_orders, b.gmv::BIGINT AS previous_gmv_minor, coalesce(b.active, 0) AS previous_active_sellers, coalesce(j.fresh_before, 0) AS previous_new_sellers
  FROM now_and_before a LEFT JOIN now_and_before b ON b.region = a.region AND b.window_days = a.window_days AND b.back = 1
  LEFT JOIN joined j ON j.region = a.region AND j.window_days = a.window_days LEFT JOIN small ON small.region = a.region AND small.window_days = a.window_days
  LEFT JOIN outside ON outside.region = a.region AND outside.window_days = a.window_days LEFT JOIN worst ON worst.region = a.region AND worst.window_days = a.window_days
  WHERE a.back = 0 ORDER BY 1, 2
) TO '{{out}}/region_kpis/part-0.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (
  SELECT dataset, region, landed_ever, files::BIGINT AS files, landed::BIGINT AS landed, (landed - bad)::BIGINT AS accepted, bad::BIGINT AS quarantined,
    today::BIGINT AS landed_today, (today - bad_today)::BIGINT AS accepted_today, bad_today::BIGINT AS quarantined_today, late::BIGINT AS late,
    CASE WHEN landed_ever THEN getvariable('run_date')::TIMESTAMP + INTERVAL 22 HOUR + INTERVAL 14 MINUTE END AS newest_updated_at,
    CASE WHEN landed_ever THEN getvariable('run_date')::DATE END AS newest_day
  FROM (
    SELECT 'orders' AS dataset, place AS region, true AS landed_ever, 185 AS files, count(*) * 3 AS landed, count(*) // 900 AS bad, count(*) // 60 AS today, count(*) // 40000 AS bad_today, count(*) // 300 AS late FROM orders_by_region GROUP BY place
    UNION ALL SELECT 'orders', '?', true, 3, 41, 41, 0, 0, 0
    UNION ALL SELECT 'reviews', 'ALL', true, 185, count(*) FILTER (rating IS NOT NULL), 0, 812, 0, 120 FROM orders
    UNION ALL SELECT 'sellers', 'ALL', true, 185, count(*) * 2, 4, 31, 0, 0 FROM sellers
    UNION ALL SELECT 'exemptions', 'ALL', true, 12, 260, 2, 0, 0, 9
    UNION ALL SELECT 'returns', 'ALL', false, 0, 0, 0, 0, 0, 0
    UNION ALL SELECT 'cases', 'ALL', false, 0, 0, 0, 0, 0, 0
    UNION ALL SELECT 'conversations', 'ALL', false, 0, 0, 0, 0, 0, 0
  ) ORDER BY dataset, region
) TO '{{out}}/run_quality/part-0.parquet' (FORMAT parquet, COMPRESSION zstd);
