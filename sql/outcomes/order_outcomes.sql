-- One row per order placed by the run date: for each order metric its cohort day, its outcome
-- (1 met, 2 fault, 3 forgiven, 4 excluded, 5 pending; null: not in the population, or not measured) and the reason.
-- With a base run, rows that were final then and have no news are taken as they were; the others are judged anew.
-- Judgement in order: excluded, pending, met or fault; a fault with a protection becomes forgiven.
{# A moment counts when its local day is not after the metric's final day (cohort day + m), nor after the run date. #}
{% macro seen(day, cohort, m) -%}
({{ day }} <= CAST({{ cohort }} + INTERVAL '{{ m }}' DAY AS DATE) AND {{ day }} <= {{ run_date }})
{%- endmacro %}
{# An event without a local day of its own counts before the end of that day in the order's region. #}
{% macro before_end(moment, cohort, m) -%}
({{ moment }} < {{ end_of_day('region', "CAST(" ~ cohort ~ " + INTERVAL '" ~ m ~ "' DAY AS DATE)") }})
{%- endmacro %}
WITH subjects AS (
    SELECT o.*
    FROM {{ ref('orders') }} AS o
    {% if has_base %}
    LEFT JOIN {{ ref('orders_to_judge') }} AS j ON j.seller_id = o.seller_id AND j.order_id = o.order_id
    {% endif %}
    WHERE o.placed_day <= {{ run_date }}
    {% if has_base %}
        AND (o.final_day > {{ base_date }} OR j.order_id IS NOT NULL)
    {% endif %}
),
candidates AS (
    SELECT
        seller_id, subject_id
        {% for m in order_metrics %}
        , max(CASE WHEN metric = '{{ m.key }}' THEN exemption_id END) AS {{ m.key }}_exemption
        , max(CASE WHEN metric = '{{ m.key }}' THEN reason END) AS {{ m.key }}_exemption_reason
        {% endfor %}
    FROM {{ ref('exemption_candidates') }} AS p
    WHERE metric <> 'slow_response'
    GROUP BY seller_id, subject_id
),
facts AS (
    SELECT
        s.*, e.reviewed_at, e.rating, e.about, e.returned_at, e.case_closed_at
        {% for m in order_metrics %}
        , p.{{ m.key }}_exemption, p.{{ m.key }}_exemption_reason
        {% endfor %}
    FROM subjects AS s
    LEFT JOIN {{ ref('order_events') }} AS e ON e.seller_id = s.seller_id AND e.order_id = s.order_id
    LEFT JOIN candidates AS p ON p.seller_id = s.seller_id AND p.subject_id = s.order_id
),
-- Cohort days, and the numbers of the rules that decide (sql/rules.ts): 100 met, 2xx fault, 3xx forgiven, 4xx excluded, 500 pending.
ruled AS (
    SELECT
        *,
        CASE
            WHEN ship_by_day IS NULL THEN NULL
            WHEN fulfilment = 'platform' THEN 401
            WHEN cancelled_at < ship_by AND cancelled_day <= {{ run_date }} THEN 402
            WHEN ship_by_day > {{ day(-maturation.late_dispatch) }} THEN 500
            WHEN milestone_at IS NULL OR NOT {{ seen('milestone_day', 'ship_by_day', maturation.late_dispatch) }} THEN 201
            WHEN milestone_at > ship_by THEN 202
            ELSE 100
        END AS late_dispatch_rule,
        CASE
            WHEN cancelled_at IS NULL OR NOT {{ seen('cancelled_day', 'placed_day', maturation.seller_cancellation) }}
                THEN CASE WHEN placed_day > {{ day(-maturation.seller_cancellation) }} THEN 500 ELSE 100 END
            WHEN cancelled_by = 'platform' THEN 403
            WHEN cancelled_by IS NULL OR cancelled_by = 'unknown' THEN 404
            WHEN placed_day > {{ day(-maturation.seller_cancellation) }} THEN 500
            WHEN cancelled_by = 'seller' THEN 203
            WHEN cancelled_by = 'system' THEN 204
            ELSE 100
        END AS seller_cancellation_rule,
        CASE
            WHEN milestone_day IS NULL OR milestone_day > {{ run_date }} THEN NULL
            WHEN fulfilment = 'platform' THEN 401
            WHEN milestone_day > {{ day(-maturation.missing_tracking) }} THEN 500
            WHEN NOT has_tracking THEN 205
            WHEN first_scan_at IS NULL OR NOT {{ seen('first_scan_day', 'milestone_day', maturation.missing_tracking) }} THEN 206
            ELSE 100
        END AS missing_tracking_rule,
        CASE
            WHEN deliver_by_day IS NULL THEN NULL
            WHEN fulfilment = 'platform' THEN 401
            WHEN cancelled_at IS NOT NULL AND {{ seen('cancelled_day', 'deliver_by_day', maturation.late_delivery) }} THEN 405
            WHEN deliver_by_day > {{ day(-maturation.late_delivery) }} THEN 500
            WHEN delivered_at <= deliver_by THEN 100
            {% if saving_regions.length %}
            WHEN first_scan_at <= ship_by AND {{ seen('first_scan_day', 'deliver_by_day', maturation.late_delivery) }}
                {% if saving_regions.length < regions.length %}AND region IN {{ in_list(saving_regions) }}{% endif %} THEN 301
            {% endif %}
            WHEN delivered_at IS NULL OR NOT {{ seen('delivered_day', 'deliver_by_day', maturation.late_delivery) }} THEN 201
            ELSE 202
        END AS late_delivery_rule,
        CASE
            WHEN delivered_day IS NULL OR delivered_day > {{ run_date }} THEN NULL
            WHEN delivered_day > {{ day(-maturation.negative_review) }} THEN 500
            WHEN rating IS NULL OR rating > 2 THEN 100
            WHEN NOT {{ before_end('reviewed_at', 'delivered_day', maturation.negative_review) }} THEN 100
            WHEN about = 'logistics' AND milestone_at <= ship_by
                AND {{ seen('milestone_day', 'delivered_day', maturation.negative_review) }} THEN 302
            WHEN rating = 1 THEN 207
            ELSE 208
        END AS negative_review_rule,
        CASE
            WHEN delivered_day IS NULL OR delivered_day > {{ run_date }} THEN NULL
            WHEN delivered_day > {{ day(-maturation.seller_fault_return) }} THEN 500
            WHEN returned_at IS NULL THEN 100
            WHEN {{ before_end('returned_at', 'delivered_day', maturation.seller_fault_return) }} THEN 209
            ELSE 100
        END AS seller_fault_return_rule,
        CASE
            WHEN cancelled_at IS NOT NULL AND cancelled_by IN ('buyer', 'platform')
                AND {{ seen('cancelled_day', 'placed_day', maturation.unresolved_case) }} THEN 405
            WHEN placed_day > {{ day(-maturation.unresolved_case) }} THEN 500
            WHEN case_closed_at IS NULL THEN 100
            WHEN {{ before_end('case_closed_at', 'placed_day', maturation.unresolved_case) }} THEN 210
            ELSE 100
        END AS unresolved_case_rule,
        -- A poor review as the order defect sees it: within both final days, so that the defect is final on its own day.
        CASE
            WHEN rating IS NULL OR rating > 2 OR delivered_day IS NULL THEN 100
            WHEN NOT {{ seen('delivered_day', 'placed_day', maturation.order_defect) }} THEN 100
            WHEN NOT {{ before_end('reviewed_at', 'delivered_day', maturation.negative_review) }} THEN 100
            WHEN NOT {{ before_end('reviewed_at', 'placed_day', maturation.order_defect) }} THEN 100
            WHEN about = 'logistics' AND milestone_at <= ship_by THEN 302
            ELSE 200
        END AS defect_review_rule
    FROM facts
),
forgiving AS (
    SELECT
        *
        {% for m in part_metrics %}
        , CASE WHEN {{ m.key }}_rule BETWEEN 200 AND 299 AND {{ m.key }}_exemption IS NOT NULL THEN 399 ELSE {{ m.key }}_rule END
            AS {{ m.key }}_final
        {% endfor %}
        , CASE WHEN defect_review_rule = 200 AND negative_review_exemption IS NOT NULL THEN 399 ELSE defect_review_rule END
            AS defect_review_final
    FROM ruled
),
defects AS (
    SELECT
        *,
        CASE
            WHEN unresolved_case_rule = 405 THEN 405
            WHEN placed_day > {{ day(-maturation.order_defect) }} THEN 500
            WHEN (seller_cancellation_final BETWEEN 200 AND 299 OR defect_review_final = 200 OR unresolved_case_final BETWEEN 200 AND 299)
                AND order_defect_exemption IS NOT NULL THEN 399
            WHEN seller_cancellation_final BETWEEN 200 AND 299 THEN 211
            WHEN defect_review_final = 200 THEN 212
            WHEN unresolved_case_final BETWEEN 200 AND 299 THEN 213
            WHEN seller_cancellation_final BETWEEN 300 AND 399 OR defect_review_final BETWEEN 300 AND 399
                OR unresolved_case_final BETWEEN 300 AND 399 THEN 303
            ELSE 100
        END AS order_defect_final,
        -- What forgave the first faulty part, for a defect whose parts are all forgiven.
        CASE
            WHEN seller_cancellation_final = 399 THEN seller_cancellation_exemption_reason
            WHEN defect_review_final = 302 THEN 'logistics_review'
            WHEN defect_review_final = 399 THEN negative_review_exemption_reason
            ELSE unresolved_case_exemption_reason
        END AS parts_exemption_reason
    FROM forgiving
)
SELECT
    seller_id, order_id, region, placed_day, gmv_minor, currency, first_day, final_day
    {% for m in order_metrics %}
    {% if not measured(m) %}
    , CAST(NULL AS DATE) AS {{ m.key }}_day
    , CAST(NULL AS INTEGER) AS {{ m.key }}
    , CAST(NULL AS VARCHAR) AS {{ m.key }}_reason
    , CAST(NULL AS VARCHAR) AS {{ m.key }}_exemption
    {% else %}
    , CASE WHEN {{ m.key }}_final IS NOT NULL THEN {{ 'milestone_day' if m.cohort == 'milestone' else ('placed_day' if m.cohort == 'placed_at' else ('delivered_day' if m.cohort == 'delivered_at' else m.cohort ~ '_day')) }} END AS {{ m.key }}_day
    , CAST(CASE
        WHEN {{ m.key }}_final = 100 THEN 1
        WHEN {{ m.key }}_final < 300 THEN 2
        WHEN {{ m.key }}_final < 400 THEN 3
        WHEN {{ m.key }}_final < 500 THEN 4
        WHEN {{ m.key }}_final = 500 THEN 5
    END AS INTEGER) AS {{ m.key }}
    -- Most orders are met or pending; asked first, they cost two comparisons instead of twenty.
    , CASE {{ m.key }}_final
        WHEN 100 THEN CAST(NULL AS VARCHAR)
        WHEN 500 THEN CAST(NULL AS VARCHAR)
        {% for rule in rules %}WHEN {{ rule.number }} THEN '{{ rule.code }}' {% endfor %}
        WHEN 399 THEN {{ m.key }}_exemption_reason
        {% if m.key == 'order_defect' %}WHEN 303 THEN parts_exemption_reason{% endif %}

    END AS {{ m.key }}_reason
    , CASE WHEN {{ m.key }}_final = 399 THEN {{ m.key }}_exemption END AS {{ m.key }}_exemption
    {% endif %}
    {% endfor %}
FROM defects
{% if has_base %}
UNION ALL
SELECT
    b.seller_id, b.order_id, b.region, b.placed_day, b.gmv_minor, b.currency, b.first_day, b.final_day
    {% for m in order_metrics %}
    , b.{{ m.key }}_day, b.{{ m.key }}, b.{{ m.key }}_reason, b.{{ m.key }}_exemption
    {% endfor %}
FROM {{ base('order_outcomes') }} AS b
LEFT JOIN {{ ref('orders_to_judge') }} AS j ON j.seller_id = b.seller_id AND j.order_id = b.order_id
WHERE b.final_day <= {{ base_date }} AND j.order_id IS NULL
{% endif %}
