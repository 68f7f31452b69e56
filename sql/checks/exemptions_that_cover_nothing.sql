-- warn: exemptions cover nothing that landed, though all that they name exists; correct what is named as the cause
-- Over tonight's news. An order, seller or carrier that never landed is told in rows_that_fit_nothing. Days
-- up to tonight or later may still cover something, and a seller may well sell nothing for some days.
{% macro of_metrics(subject) %}
(
            a.metrics = 'all'
            {% for m in composed(subject) %}
            OR strpos(a.metrics, '|{{ m.metric }}|') > 0
            {% endfor %}
        )
{%- endmacro %}
{% set of_outcome = "(a.metrics = 'all' OR strpos(a.metrics, '|' || s.metric || '|') > 0)" %}
{# What the exemptions of an order, and those of a seller, may cover. #}
{% macro reached(relation, applies, order_id, carrier, first_day, last_day) %}
SELECT a.exemption_id, s.region, {{ carrier }} AS carrier, {{ first_day }} AS first_day,
        {{ last_day }} AS last_day
    FROM asked AS a
    JOIN {{ relation }} AS s ON s.{{ order_id }} = a.order_id
    WHERE (a.seller_id IS NULL OR a.seller_id = s.seller_id) AND {{ applies }}
    UNION ALL
    SELECT a.exemption_id, s.region, {{ carrier }}, {{ first_day }}, {{ last_day }}
    FROM asked AS a
    JOIN {{ relation }} AS s ON s.seller_id = a.seller_id
    WHERE a.order_id IS NULL AND {{ applies }}
{%- endmacro %}
{# What all others may: which region and carrier had something on which days. #}
{% macro reached_by_day(days, applies) %}
SELECT a.exemption_id, s.region, s.carrier, s.first_day, s.last_day
    FROM asked AS a
    CROSS JOIN {{ days }} AS s
    WHERE a.order_id IS NULL AND a.seller_id IS NULL AND {{ applies }}
{%- endmacro %}
WITH asked AS (
    SELECT exemption_id, metrics, seller_id, order_id, region, carrier, valid_from, valid_to
    FROM {{ ref('exemptions') }} AS e
    WHERE exemption_id IN (SELECT exemption_id FROM {{ accepted_news('exemptions') }} AS n)
),
order_days AS (
    SELECT region, carrier, first_day, max(final_day) AS last_day
    FROM {{ ledger('order_outcomes') }} AS l
    GROUP BY region, carrier, first_day
),
conversation_days AS (
    SELECT DISTINCT region, CAST(NULL AS VARCHAR) AS carrier, opened_day AS first_day, opened_day AS last_day
    FROM {{ ref('conversations') }} AS c
),
outcome_days AS (
    SELECT DISTINCT metric, region, CAST(NULL AS VARCHAR) AS carrier, cohort_day AS first_day,
        cohort_day AS last_day
    FROM {{ ref('landed_outcomes') }} AS o
),
reached AS (
    {{ reached(ledger('order_outcomes'), of_metrics('order'), 'order_id', 's.carrier', 's.first_day',
        's.final_day') }}
    UNION ALL
    {{ reached(ref('conversations'), of_metrics('conversation'), 'order_id', 'CAST(NULL AS VARCHAR)',
        's.opened_day', 's.opened_day') }}
    UNION ALL
    {{ reached(ref('landed_outcomes'), of_outcome, 'subject_id', 'CAST(NULL AS VARCHAR)', 's.cohort_day',
        's.cohort_day') }}
    UNION ALL
    {{ reached_by_day('order_days', of_metrics('order')) }}
    UNION ALL
    {{ reached_by_day('conversation_days', of_metrics('conversation')) }}
    UNION ALL
    {{ reached_by_day('outcome_days', of_outcome) }}
),
-- Whether each could be covered by its region, its carrier and its days.
told AS (
    SELECT
        a.*, r.region AS in_region, r.carrier AS by_carrier, r.first_day, r.last_day,
        a.region IS NULL OR a.region = r.region AS region_fits,
        a.carrier IS NULL OR a.carrier = r.carrier AS carrier_fits,
        (a.valid_from IS NULL OR r.last_day >= a.valid_from)
            AND (a.valid_to IS NULL OR r.first_day <= a.valid_to) AS days_fit
    FROM asked AS a
    LEFT JOIN reached AS r ON r.exemption_id = a.exemption_id
),
counted AS (
    SELECT
        exemption_id, order_id, seller_id, region, carrier, valid_from, valid_to,
        count(in_region) AS reached,
        count(in_region) FILTER (WHERE region_fits) AS of_region,
        count(in_region) FILTER (WHERE carrier_fits) AS of_carrier,
        count(in_region) FILTER (WHERE region_fits AND carrier_fits) AS of_both,
        count(in_region) FILTER (WHERE region_fits AND carrier_fits AND days_fit) AS covered,
        min(in_region) AS other_region,
        min(by_carrier) FILTER (WHERE region_fits) AS other_carrier,
        min(first_day) FILTER (WHERE region_fits AND carrier_fits) AS first_day,
        max(last_day) FILTER (WHERE region_fits AND carrier_fits) AS last_day
    FROM told
    GROUP BY exemption_id, order_id, seller_id, region, carrier, valid_from, valid_to
),
caused AS (
    SELECT
        *,
        CASE
            WHEN valid_from > valid_to THEN 'days_swapped'
            -- Of an order from before the first landed one nobody can say more.
            WHEN reached = 0 AND order_id IS NOT NULL THEN CAST(NULL AS VARCHAR)
            WHEN reached = 0 THEN 'nothing_judged'
            WHEN of_region = 0 THEN 'region'
            WHEN of_carrier = 0 THEN 'carrier'
            WHEN of_both = 0 THEN 'region_and_carrier'
            WHEN covered = 0 AND valid_to < {{ run_date }} AND (
                order_id IS NOT NULL OR seller_id IS NULL OR valid_to < first_day
            ) THEN 'days'
            WHEN valid_from > {{ day(366) }} THEN 'far_ahead'
        END AS cause
    FROM counted
)
SELECT exemption_id, order_id, seller_id, region, carrier, valid_from, valid_to, cause,
    other_region, other_carrier, first_day, last_day
FROM caused
WHERE cause IS NOT NULL
    {# Not above: Trino asks that again wherever it is named, and a query may have few stages. #}
    {% for fits in ['carrier', 'seller'] %}
    AND coalesce({{ fits ~ ('_id' if fits == 'seller') }}, '') NOT IN (
        SELECT value FROM {{ ref('references_judged') }} AS r
        WHERE dataset = 'exemptions' AND fits = '{{ fits }}' AND NOT fitting
    )
    {% endfor %}
ORDER BY exemption_id
