-- The seller metrics of policies/eu-seller-standards.yaml, as one would write them by hand for DuckDB and for this policy alone:
-- no ledger, no drill-down, no reasons, no reuse. The yardstick of the benchmark, and a second opinion on its numbers.
-- Set before: variables `accepted` (folder of accepted files) and `run_date` (DATE).
-- Rules: 1 met, 2 fault, 3 forgiven, 4 excluded, 5 pending, null: not in the population.

CREATE MACRO accepted_files(dataset) AS getvariable('accepted') || '/' || dataset || '/*/*.parquet';
-- Whether a local day counts: not after the final day, nor after the run date.
CREATE MACRO seen(day, cohort, maturation) AS day <= least(cohort + maturation, getvariable('run_date'));
CREATE MACRO local_day(instant, region) AS CAST(timezone(
    CASE region WHEN 'GB' THEN 'Europe/London' WHEN 'IE' THEN 'Europe/Dublin' WHEN 'DE' THEN 'Europe/Berlin'
        WHEN 'FR' THEN 'Europe/Paris' WHEN 'IT' THEN 'Europe/Rome' ELSE 'Europe/Madrid' END,
    timezone('UTC', instant)) AS DATE);

-- The last day on which a cancellation is judged. why ship_by + 10: automatic cancellations come up to ten days after the promise.
CREATE MACRO cancellation_final_day(placed_day, ship_by_day) AS greatest(placed_day + 7, coalesce(ship_by_day + 10, placed_day + 7));

-- Outcomes of a window of `days` matured cohort days, those up to `maturation` days ago; pending ones up to the run date.
CREATE MACRO in_window(day, days, maturation, last) AS day > getvariable('run_date') - maturation - days AND day <= last;
CREATE MACRO counted(outcome, day, days, maturation) AS {
    'met': count(*) FILTER (outcome = 1 AND in_window(day, days, maturation, getvariable('run_date') - maturation)),
    'fault': count(*) FILTER (outcome = 2 AND in_window(day, days, maturation, getvariable('run_date') - maturation)),
    'forgiven': count(*) FILTER (outcome = 3 AND in_window(day, days, maturation, getvariable('run_date') - maturation)),
    'excluded': count(*) FILTER (outcome = 4 AND in_window(day, days, maturation, getvariable('run_date') - maturation)),
    'pending': count(*) FILTER (outcome = 5 AND in_window(day, days, maturation, getvariable('run_date')))
};

-- One row per order that somebody reviewed poorly or won a case for.
CREATE TEMP TABLE trouble AS
WITH first_review AS (
    SELECT seller_id, order_id, arg_min({'written_at': created_at, 'rating': rating, 'about': about}, (created_at, review_id)) AS review
    FROM (
        SELECT review_id, unnest(arg_min({'seller_id': seller_id, 'order_id': order_id, 'created_at': created_at, 'rating': rating, 'about': about}, (dt, updated_at, row_hash)))
        FROM read_parquet(accepted_files('reviews'))
        GROUP BY review_id
    )
    GROUP BY seller_id, order_id
),
lost_case AS (
    SELECT seller_id, order_id, min(lost_at) AS case_at
    FROM (
        SELECT unnest(arg_max({'seller_id': seller_id, 'order_id': order_id, 'lost_at': coalesce(closed_at, opened_at), 'lost': outcome = 'seller_fault' AND resolved_by = 'platform'}, (updated_at, dt, row_hash)))
        FROM read_parquet(accepted_files('cases'))
        GROUP BY case_id
    )
    WHERE lost
    GROUP BY seller_id, order_id
)
SELECT seller_id, order_id, review.written_at AS reviewed_at, review.about = 'logistics' AS logistics, c.case_at
FROM (FROM first_review WHERE review.rating <= 2) AS r
FULL JOIN lost_case AS c USING (seller_id, order_id);

-- One row per order, judged as if nothing were exempt.
CREATE TEMP TABLE judged AS
WITH newest AS (
    SELECT seller_id, order_id, region, fulfilment, placed_day, ship_by, ship_by_day, deliver_by, deliver_by_day, first_scan_at, first_scan_day,
        delivered_at, delivered_day, cancelled_at, cancelled_day, cancelled_by, carrier, tracking_number IS NOT NULL AS tracked
    FROM read_parquet(accepted_files('orders'))
    QUALIFY row_number() OVER (PARTITION BY order_id, seller_id ORDER BY updated_at DESC, dt DESC, row_hash DESC) = 1
),
facts AS (
    SELECT n.*, t.reviewed_at, t.logistics, t.case_at, local_day(t.reviewed_at, n.region) AS review_day, local_day(t.case_at, n.region) AS case_day,
        cancellation_final_day(n.placed_day, n.ship_by_day) AS cancellation_final, getvariable('run_date') AS today
    FROM newest AS n
    LEFT JOIN trouble AS t USING (seller_id, order_id)
    WHERE n.placed_day <= getvariable('run_date')
)
SELECT
    seller_id, order_id, region, carrier, placed_day, ship_by_day, deliver_by_day, first_scan_day, delivered_day,
    CAST(CASE
        WHEN ship_by_day IS NULL THEN NULL
        WHEN fulfilment = 'platform' THEN 4
        WHEN cancelled_at < ship_by AND cancelled_day <= today THEN 4
        WHEN ship_by_day > today - 2 THEN 5
        WHEN first_scan_at <= ship_by AND seen(first_scan_day, ship_by_day, 2) THEN 1
        ELSE 2
    END AS UTINYINT) AS late_dispatch,
    CAST(CASE
        WHEN cancelled_day <= least(cancellation_final, today) AND coalesce(cancelled_by, 'unknown') IN ('platform', 'unknown') THEN 4
        WHEN cancellation_final > today THEN 5
        WHEN cancelled_day <= cancellation_final AND cancelled_by IN ('seller', 'system') THEN 2
        ELSE 1
    END AS UTINYINT) AS seller_cancellation,
    CAST(CASE
        WHEN first_scan_day IS NULL OR first_scan_day > today THEN NULL
        WHEN fulfilment = 'platform' THEN 4
        WHEN first_scan_day > today - 7 THEN 5
        WHEN tracked THEN 1
        ELSE 2
    END AS UTINYINT) AS missing_tracking,
    CAST(CASE
        WHEN deliver_by_day IS NULL THEN NULL
        WHEN fulfilment = 'platform' THEN 4
        WHEN cancelled_at IS NOT NULL AND seen(cancelled_day, deliver_by_day, 3) THEN 4
        WHEN deliver_by_day > today - 3 THEN 5
        WHEN delivered_at <= deliver_by THEN 1
        WHEN first_scan_at <= ship_by AND seen(first_scan_day, deliver_by_day, 3) THEN 3
        ELSE 2
    END AS UTINYINT) AS late_delivery,
    CAST(CASE
        WHEN delivered_day IS NULL OR delivered_day > today THEN NULL
        WHEN delivered_day > today - 14 THEN 5
        WHEN reviewed_at IS NULL OR review_day > delivered_day + 14 THEN 1
        WHEN logistics AND first_scan_at <= ship_by AND seen(first_scan_day, delivered_day, 14) THEN 3
        ELSE 2
    END AS UTINYINT) AS negative_review,
    CAST(CASE
        WHEN cancelled_at IS NOT NULL AND cancelled_by IN ('buyer', 'platform') AND seen(cancelled_day, placed_day, 45) THEN 4
        WHEN placed_day > today - 45 THEN 5
        WHEN case_day <= placed_day + 45 THEN 2
        ELSE 1
    END AS UTINYINT) AS unresolved_case,
    -- Cancellation and review as the order defect sees them: it is final on its own day.
    CAST(CASE
        WHEN cancelled_by IN ('seller', 'system') AND cancelled_day <= least(cancellation_final, placed_day + 45, today) THEN 2
        ELSE 1
    END AS UTINYINT) AS defect_cancellation,
    CAST(CASE
        WHEN reviewed_at IS NULL OR delivered_day IS NULL OR NOT seen(delivered_day, placed_day, 45) THEN 1
        WHEN review_day > least(delivered_day + 14, placed_day + 45) THEN 1
        WHEN logistics AND first_scan_at <= ship_by THEN 3
        ELSE 2
    END AS UTINYINT) AS defect_review
FROM facts;

CREATE TEMP TABLE exemptions AS
SELECT * FROM read_parquet(accepted_files('exemptions'))
QUALIFY row_number() OVER (PARTITION BY exemption_id ORDER BY updated_at DESC, dt DESC, row_hash DESC) = 1;

-- One row per order with at least one fault that an exemption forgives, and which.
CREATE TEMP TABLE excused AS
WITH suspects AS (
    SELECT seller_id, order_id, region, carrier, unnest([
        {'metric': CASE WHEN late_dispatch = 2 THEN 'late_dispatch' END, 'day': ship_by_day},
        {'metric': CASE WHEN seller_cancellation = 2 OR defect_cancellation = 2 THEN 'seller_cancellation' END, 'day': placed_day},
        {'metric': CASE WHEN missing_tracking = 2 THEN 'missing_tracking' END, 'day': first_scan_day},
        {'metric': CASE WHEN late_delivery = 2 THEN 'late_delivery' END, 'day': deliver_by_day},
        {'metric': CASE WHEN negative_review = 2 OR defect_review = 2 THEN 'negative_review' END, 'day': delivered_day},
        {'metric': CASE WHEN unresolved_case = 2 THEN 'unresolved_case' END, 'day': placed_day},
        {'metric': CASE WHEN defect_cancellation = 2 OR defect_review = 2 OR unresolved_case = 2 THEN 'order_defect' END, 'day': placed_day}
    ], recursive := true)
    FROM judged
    WHERE late_dispatch = 2 OR seller_cancellation = 2 OR missing_tracking = 2 OR late_delivery = 2 OR negative_review = 2
        OR unresolved_case = 2 OR defect_cancellation = 2 OR defect_review = 2
),
fits AS (
    SELECT s.*, e.* EXCLUDE (seller_id, order_id, region, carrier), e.seller_id AS for_seller, e.region AS for_region, e.carrier AS for_carrier
    FROM suspects AS s JOIN exemptions AS e ON e.order_id = s.order_id
    UNION ALL
    SELECT s.*, e.* EXCLUDE (seller_id, order_id, region, carrier), e.seller_id, e.region, e.carrier
    FROM suspects AS s JOIN exemptions AS e ON e.seller_id = s.seller_id AND e.order_id IS NULL
    UNION ALL
    SELECT s.*, e.* EXCLUDE (seller_id, order_id, region, carrier), e.seller_id, e.region, e.carrier
    FROM suspects AS s JOIN (FROM exemptions WHERE order_id IS NULL AND seller_id IS NULL) AS e ON true
)
SELECT
    seller_id, order_id, bool_or(metric = 'late_dispatch') AS late_dispatch, bool_or(metric = 'seller_cancellation') AS seller_cancellation,
    bool_or(metric = 'missing_tracking') AS missing_tracking, bool_or(metric = 'late_delivery') AS late_delivery,
    bool_or(metric = 'negative_review') AS negative_review, bool_or(metric = 'unresolved_case') AS unresolved_case,
    bool_or(metric = 'order_defect') AS order_defect
FROM fits
WHERE metric IS NOT NULL AND (metrics = 'all' OR contains(metrics, '|' || metric || '|'))
    AND coalesce(for_seller = seller_id, true) AND coalesce(for_region = region, true) AND coalesce(for_carrier = carrier, for_carrier IS NULL)
    AND coalesce(day >= valid_from, valid_from IS NULL) AND coalesce(day <= valid_to, valid_to IS NULL)
GROUP BY seller_id, order_id;

CREATE TEMP TABLE order_counts AS
WITH outcomes AS (
    SELECT
        j.seller_id, j.placed_day, j.ship_by_day, j.first_scan_day, j.deliver_by_day, j.delivered_day,
        CASE WHEN j.late_dispatch = 2 AND e.late_dispatch THEN 3 ELSE j.late_dispatch END AS late_dispatch,
        CASE WHEN j.seller_cancellation = 2 AND e.seller_cancellation THEN 3 ELSE j.seller_cancellation END AS seller_cancellation,
        CASE WHEN j.missing_tracking = 2 AND e.missing_tracking THEN 3 ELSE j.missing_tracking END AS missing_tracking,
        CASE WHEN j.late_delivery = 2 AND e.late_delivery THEN 3 ELSE j.late_delivery END AS late_delivery,
        CASE WHEN j.negative_review = 2 AND e.negative_review THEN 3 ELSE j.negative_review END AS negative_review,
        CASE WHEN j.unresolved_case = 2 AND e.unresolved_case THEN 3 ELSE j.unresolved_case END AS unresolved_case,
        CASE WHEN j.defect_cancellation = 2 AND e.seller_cancellation THEN 3 ELSE j.defect_cancellation END AS defect_cancellation,
        CASE WHEN j.defect_review = 2 AND e.negative_review THEN 3 ELSE j.defect_review END AS defect_review,
        coalesce(e.order_defect, false) AS defect_excused
    FROM judged AS j
    LEFT JOIN excused AS e USING (seller_id, order_id)
)
SELECT
    seller_id,
    counted(late_dispatch, ship_by_day, 30, 2) AS late_dispatch,
    counted(seller_cancellation, placed_day, 30, 7) AS seller_cancellation,
    counted(missing_tracking, first_scan_day, 30, 7) AS missing_tracking,
    counted(late_delivery, deliver_by_day, 30, 3) AS late_delivery,
    counted(negative_review, delivered_day, 60, 14) AS negative_review,
    counted(order_defect, placed_day, 90, 45) AS order_defect
FROM (
    SELECT
        *,
        CASE
            WHEN unresolved_case IN (4, 5) THEN unresolved_case
            WHEN defect_cancellation = 2 OR defect_review = 2 OR unresolved_case = 2 THEN CASE WHEN defect_excused THEN 3 ELSE 2 END
            WHEN defect_cancellation = 3 OR defect_review = 3 OR unresolved_case = 3 THEN 3
            ELSE 1
        END AS order_defect
    FROM outcomes
) AS orders
GROUP BY seller_id;

CREATE TEMP TABLE conversation_counts AS
WITH asked AS (
    SELECT * FROM read_parquet(accepted_files('conversations'))
    QUALIFY row_number() OVER (PARTITION BY conversation_id ORDER BY updated_at DESC, dt DESC, row_hash DESC) = 1
),
answered AS (
    SELECT
        conversation_id, seller_id, region, order_id, opened_day,
        CASE
            WHEN opened_day > getvariable('run_date') - 1 THEN 5
            WHEN first_reply_at <= opened_at + INTERVAL 24 HOUR AND seen(first_reply_day, opened_day, 1) THEN 1
            ELSE 2
        END AS slow_response
    FROM asked
    WHERE opened_by = 'buyer' AND kind = 'human' AND opened_day <= getvariable('run_date')
),
excused_conversations AS (
    SELECT DISTINCT conversation_id
    FROM answered AS a
    JOIN exemptions AS e ON e.carrier IS NULL AND (e.metrics = 'all' OR contains(e.metrics, '|slow_response|'))
        AND coalesce(e.seller_id = a.seller_id, e.seller_id IS NULL) AND coalesce(e.order_id = a.order_id, e.order_id IS NULL)
        AND coalesce(e.region = a.region, e.region IS NULL)
        AND coalesce(e.valid_from <= a.opened_day, e.valid_from IS NULL) AND coalesce(e.valid_to >= a.opened_day, e.valid_to IS NULL)
    WHERE a.slow_response = 2
)
SELECT seller_id, counted(CASE WHEN e.conversation_id IS NOT NULL THEN 3 ELSE slow_response END, opened_day, 30, 1) AS slow_response
FROM answered AS a
LEFT JOIN excused_conversations AS e USING (conversation_id)
GROUP BY seller_id;

-- One row per seller and metric.
CREATE TEMP TABLE seller_metrics AS
SELECT seller_id, unnest([
    {'metric': 'late_dispatch', 'counts': late_dispatch}, {'metric': 'seller_cancellation', 'counts': seller_cancellation},
    {'metric': 'missing_tracking', 'counts': missing_tracking}, {'metric': 'late_delivery', 'counts': late_delivery},
    {'metric': 'negative_review', 'counts': negative_review}, {'metric': 'order_defect', 'counts': order_defect},
    {'metric': 'slow_response', 'counts': slow_response}
], recursive := true)
FROM order_counts
FULL JOIN conversation_counts USING (seller_id);
