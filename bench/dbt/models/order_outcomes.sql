-- One row per order placed by the run date: per metric 1 met, 2 fault, 3 forgiven, 4 excluded, 5 pending; null: not in its population.
-- An incremental run judges the orders that were not final at the last one, and those with news.
{{ config(unique_key = ['seller_id', 'order_id']) }}
{% if is_incremental() %}{% set last = last_day(this, 'judged_on') %}{% endif %}
WITH exemptions AS (SELECT * FROM {{ ref('exemptions') }}),
{% if is_incremental() %}
news AS (
    -- Placed after the last run's day by the local clock: landed then, not judged then.
    SELECT seller_id, order_id FROM {{ ref('orders') }} WHERE dt > DATE '{{ last }}' OR placed_day > DATE '{{ last }}'
    UNION
    SELECT seller_id, order_id FROM {{ ref('reviews') }} WHERE dt > DATE '{{ last }}'
    UNION
    SELECT seller_id, order_id FROM {{ ref('cases') }} WHERE dt > DATE '{{ last }}'
    UNION
    SELECT seller_id, order_id FROM {{ this }} WHERE final_day > DATE '{{ last }}'
    UNION
    SELECT o.seller_id, o.order_id
    FROM {{ ref('orders') }} AS o
    JOIN (FROM exemptions WHERE dt > DATE '{{ last }}' AND order_id IS NOT NULL) AS e ON e.order_id = o.order_id
    UNION
    SELECT o.seller_id, o.order_id
    FROM {{ ref('orders') }} AS o
    JOIN (FROM exemptions WHERE dt > DATE '{{ last }}' AND order_id IS NULL) AS e
        ON coalesce(e.seller_id = o.seller_id, e.seller_id IS NULL) AND coalesce(e.region = o.region, e.region IS NULL)
            AND coalesce(e.carrier = o.carrier, e.carrier IS NULL)
            -- Orders placed 60 days before an exemption begins have no cohort day within it.
            AND coalesce(o.placed_day >= e.valid_from - 60, e.valid_from IS NULL) AND coalesce(o.placed_day <= e.valid_to, e.valid_to IS NULL)
),
{% endif %}
subjects AS (
    SELECT o.*
    FROM {{ ref('orders') }} AS o
    {% if is_incremental() %}SEMI JOIN news AS n ON n.seller_id = o.seller_id AND n.order_id = o.order_id{% endif %}
    WHERE o.placed_day <= {{ run_date() }}
),
poor_review AS (
    SELECT seller_id, order_id, review.created_at AS reviewed_at, review.about = 'logistics' AS logistics
    FROM (
        SELECT seller_id, order_id, arg_min({'created_at': created_at, 'rating': rating, 'about': about}, (created_at, review_id)) AS review
        FROM {{ ref('reviews') }}
        GROUP BY seller_id, order_id
    )
    WHERE review.rating <= 2
),
lost_case AS (
    SELECT seller_id, order_id, min(decided_at) AS case_at FROM {{ ref('cases') }} WHERE lost GROUP BY seller_id, order_id
),
facts AS (
    SELECT
        s.*, r.reviewed_at, r.logistics, {{ local_day('r.reviewed_at', 's.region') }} AS review_day, {{ local_day('c.case_at', 's.region') }} AS case_day,
        greatest(s.placed_day + 7, coalesce(s.ship_by_day + 10, s.placed_day + 7)) AS cancellation_final, {{ run_date() }} AS today
    FROM subjects AS s
    LEFT JOIN poor_review AS r USING (seller_id, order_id)
    LEFT JOIN lost_case AS c USING (seller_id, order_id)
),
judged AS (
    SELECT
        seller_id, order_id, region, carrier, placed_day, ship_by_day, deliver_by_day, first_scan_day, delivered_day,
        greatest(
            placed_day + 45, cancellation_final, coalesce(ship_by_day + 2, placed_day), coalesce(deliver_by_day + 3, placed_day),
            coalesce(first_scan_day + 7, placed_day), coalesce(delivered_day + 14, placed_day)
        ) AS final_day,
        CASE
            WHEN ship_by_day IS NULL THEN NULL
            WHEN fulfilment = 'platform' THEN 4
            WHEN cancelled_at < ship_by AND cancelled_day <= today THEN 4
            WHEN ship_by_day > today - 2 THEN 5
            WHEN first_scan_at <= ship_by AND {{ seen('first_scan_day', 'ship_by_day', 2) }} THEN 1
            ELSE 2
        END AS late_dispatch,
        CASE
            WHEN cancelled_day <= least(cancellation_final, today) AND coalesce(cancelled_by, 'unknown') IN ('platform', 'unknown') THEN 4
            WHEN cancellation_final > today THEN 5
            WHEN cancelled_day <= cancellation_final AND cancelled_by IN ('seller', 'system') THEN 2
            ELSE 1
        END AS seller_cancellation,
        CASE
            WHEN first_scan_day IS NULL OR first_scan_day > today THEN NULL
            WHEN fulfilment = 'platform' THEN 4
            WHEN first_scan_day > today - 7 THEN 5
            WHEN tracked THEN 1
            ELSE 2
        END AS missing_tracking,
        CASE
            WHEN deliver_by_day IS NULL THEN NULL
            WHEN fulfilment = 'platform' THEN 4
            WHEN cancelled_at IS NOT NULL AND {{ seen('cancelled_day', 'deliver_by_day', 3) }} THEN 4
            WHEN deliver_by_day > today - 3 THEN 5
            WHEN delivered_at <= deliver_by THEN 1
            WHEN first_scan_at <= ship_by AND {{ seen('first_scan_day', 'deliver_by_day', 3) }} THEN 3
            ELSE 2
        END AS late_delivery,
        CASE
            WHEN delivered_day IS NULL OR delivered_day > today THEN NULL
            WHEN delivered_day > today - 14 THEN 5
            WHEN reviewed_at IS NULL OR review_day > delivered_day + 14 THEN 1
            WHEN logistics AND first_scan_at <= ship_by AND {{ seen('first_scan_day', 'delivered_day', 14) }} THEN 3
            ELSE 2
        END AS negative_review,
        CASE
            WHEN cancelled_at IS NOT NULL AND cancelled_by IN ('buyer', 'platform') AND {{ seen('cancelled_day', 'placed_day', 45) }} THEN 4
            WHEN placed_day > today - 45 THEN 5
            WHEN case_day <= placed_day + 45 THEN 2
            ELSE 1
        END AS unresolved_case,
        CASE
            WHEN cancelled_by IN ('seller', 'system') AND cancelled_day <= least(cancellation_final, placed_day + 45, today) THEN 2
            ELSE 1
        END AS defect_cancellation,
        CASE
            WHEN reviewed_at IS NULL OR delivered_day IS NULL OR NOT {{ seen('delivered_day', 'placed_day', 45) }} THEN 1
            WHEN review_day > least(delivered_day + 14, placed_day + 45) THEN 1
            WHEN logistics AND first_scan_at <= ship_by THEN 3
            ELSE 2
        END AS defect_review
    FROM facts
),
suspects AS (
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
    {% for scope in ['e.order_id = s.order_id', 'e.seller_id = s.seller_id AND e.order_id IS NULL', 'e.order_id IS NULL AND e.seller_id IS NULL'] %}
    SELECT s.seller_id, s.order_id, s.metric
    FROM suspects AS s
    JOIN exemptions AS e ON {{ scope }}
    WHERE s.metric IS NOT NULL AND (e.metrics = 'all' OR contains(e.metrics, '|' || s.metric || '|'))
        AND coalesce(e.seller_id = s.seller_id, true) AND coalesce(e.region = s.region, true)
        AND coalesce(e.carrier = s.carrier, e.carrier IS NULL)
        AND coalesce(s.day >= e.valid_from, e.valid_from IS NULL) AND coalesce(s.day <= e.valid_to, e.valid_to IS NULL)
    {% if not loop.last %}UNION ALL{% endif %}
    {% endfor %}
),
excused AS (
    SELECT
        seller_id, order_id
        {%- for m in ['late_dispatch', 'seller_cancellation', 'missing_tracking', 'late_delivery', 'negative_review', 'unresolved_case', 'order_defect'] %},
        bool_or(metric = '{{ m }}') AS {{ m }}
        {%- endfor %}
    FROM fits
    GROUP BY seller_id, order_id
),
outcomes AS (
    SELECT
        j.seller_id, j.order_id, j.placed_day, j.ship_by_day, j.first_scan_day, j.deliver_by_day, j.delivered_day, j.final_day,
        {%- for m in ['late_dispatch', 'seller_cancellation', 'missing_tracking', 'late_delivery', 'negative_review', 'unresolved_case'] %}
        CASE WHEN j.{{ m }} = 2 AND e.{{ m }} THEN 3 ELSE j.{{ m }} END AS {{ m }},
        {%- endfor %}
        CASE WHEN j.defect_cancellation = 2 AND e.seller_cancellation THEN 3 ELSE j.defect_cancellation END AS defect_cancellation,
        CASE WHEN j.defect_review = 2 AND e.negative_review THEN 3 ELSE j.defect_review END AS defect_review,
        coalesce(e.order_defect, false) AS defect_excused
    FROM judged AS j
    LEFT JOIN excused AS e USING (seller_id, order_id)
)
SELECT
    seller_id, order_id, placed_day, ship_by_day, first_scan_day, deliver_by_day, delivered_day, final_day,
    CAST(late_dispatch AS UTINYINT) AS late_dispatch, CAST(seller_cancellation AS UTINYINT) AS seller_cancellation,
    CAST(missing_tracking AS UTINYINT) AS missing_tracking, CAST(late_delivery AS UTINYINT) AS late_delivery,
    CAST(negative_review AS UTINYINT) AS negative_review,
    CAST(CASE
        WHEN unresolved_case IN (4, 5) THEN unresolved_case
        WHEN defect_cancellation = 2 OR defect_review = 2 OR unresolved_case = 2 THEN CASE WHEN defect_excused THEN 3 ELSE 2 END
        WHEN defect_cancellation = 3 OR defect_review = 3 OR unresolved_case = 3 THEN 3
        ELSE 1
    END AS UTINYINT) AS order_defect,
    {{ run_date() }} AS judged_on
FROM outcomes
