-- One row per seller and region: per trailing period (current_7d, current_28d, current_90d) and the same a
-- period earlier (previous_7d ...) the orders placed, the value of those in the region's currency, how many
-- are in another, and per metric how many were counted and how many of those at fault. Periods of metrics
-- hold matured cohort days. One pass over each ledger; rows that stand and rows that are taken back are
-- counted apart.
{% set spans = [{name: 'current', times: 0}, {name: 'previous', times: 1}] %}
{% set kinds = [{name: 'fault', codes: [outcome_codes.fault]}, {name: 'counted',
    codes: [outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven_as_met]}] %}
{% set ledgers = [
    {subject: 'order', dataset: 'order_outcomes'}, {subject: 'conversation', dataset: 'conversation_outcomes'}
] %}
WITH
{% for l in ledgers %}
from_{{ l.subject }}s AS (
    -- Counts of CASE: a hundred of them cost DuckDB half of what a hundred FILTERs do.
    SELECT
        seller_id, region, weight, count(*) AS n, {{ 1 if l.subject == 'order' else 0 }} AS ordered
        {% for w in periods %}{% for span in spans %}
        {% if l.subject == 'order' %}
        {% set placed = in_window('placed_day', 0, w, 'placed', w * span.times) %}
        , count(CASE WHEN {{ placed }} THEN 1 END) AS orders_{{ span.name }}_{{ w }}d
        , CAST(coalesce(sum(
            CASE WHEN {{ placed }} AND {{ in_currency_of_region() }} THEN gmv_minor END
        ), 0) AS BIGINT) AS gmv_{{ span.name }}_{{ w }}d
        , count(CASE WHEN {{ placed }} AND NOT {{ in_currency_of_region() }} THEN 1 END)
            AS foreign_{{ span.name }}_{{ w }}d
        {% else %}
        , 0 AS orders_{{ span.name }}_{{ w }}d
        , 0 AS gmv_{{ span.name }}_{{ w }}d
        , 0 AS foreign_{{ span.name }}_{{ w }}d
        {% endif %}
        {% for m in measured_metrics %}{% for c in kinds %}
        {% if m.subject == l.subject %}
        , {{ count_where(m, is_counted(m, c, w, w * span.times)) }}
            AS {{ m.metric }}_{{ span.name }}_{{ w }}d_{{ c.name }}
        {% else %}
        , 0 AS {{ m.metric }}_{{ span.name }}_{{ w }}d_{{ c.name }}
        {% endif %}
        {% endfor %}{% endfor %}
        {% endfor %}{% endfor %}
    FROM {{ ledger(l.dataset) if l.subject == 'order' else ref(l.dataset) }} AS o
    {% if l.subject == 'order' %}
    WHERE final_day > {{ day(-2 * (periods | max)) }} AND placed_day <= {{ run_date }}
    {% endif %}
    GROUP BY seller_id, region, weight
),
{% endfor %}
from_landed AS (
    SELECT
        seller_id, region, 1 AS weight, count(*) AS n, 0 AS ordered
        {% for w in periods %}{% for span in spans %}
        , 0 AS orders_{{ span.name }}_{{ w }}d
        , 0 AS gmv_{{ span.name }}_{{ w }}d
        , 0 AS foreign_{{ span.name }}_{{ w }}d
        {% for m in measured_metrics %}{% for c in kinds %}
        {% if m.subject == 'landed' %}
        , count(CASE
            WHEN metric = {{ quoted(m.metric) }} AND outcome IN ({{ c.codes | join(', ') }})
                AND {{ in_window('cohort_day', m.maturation_days, w, c.name, w * span.times) }}
                THEN 1
        END) AS {{ m.metric }}_{{ span.name }}_{{ w }}d_{{ c.name }}
        {% else %}
        , 0 AS {{ m.metric }}_{{ span.name }}_{{ w }}d_{{ c.name }}
        {% endif %}
        {% endfor %}{% endfor %}
        {% endfor %}{% endfor %}
    FROM {{ ref('landed_outcomes_judged') }} AS l
    GROUP BY seller_id, region
),
every_row AS (
    SELECT * FROM from_orders
    UNION ALL
    SELECT * FROM from_conversations
    UNION ALL
    SELECT * FROM from_landed
),
-- Orders apart from the rest: where all were taken back, nothing was ordered.
standing AS (
    SELECT
        seller_id, region, ordered
        {% for w in periods %}{% for span in spans %}
        , CAST(sum(weight * orders_{{ span.name }}_{{ w }}d) AS BIGINT) AS orders_{{ span.name }}_{{ w }}d
        , CAST(sum(weight * gmv_{{ span.name }}_{{ w }}d) AS BIGINT) AS gmv_{{ span.name }}_{{ w }}d
        , CAST(sum(weight * foreign_{{ span.name }}_{{ w }}d) AS BIGINT) AS foreign_{{ span.name }}_{{ w }}d
        {% for m in measured_metrics %}{% for c in kinds %}
        , CAST(sum(weight * {{ m.metric }}_{{ span.name }}_{{ w }}d_{{ c.name }}) AS BIGINT)
            AS {{ m.metric }}_{{ span.name }}_{{ w }}d_{{ c.name }}
        {% endfor %}{% endfor %}
        {% endfor %}{% endfor %}
    FROM every_row
    GROUP BY seller_id, region, ordered
    HAVING sum(weight * n) > 0
)
SELECT
    seller_id, region,
    -- The region's, where anything was ordered.
    CASE WHEN max(ordered) = 1 THEN {{ currency_of_region() }} END AS currency
    {% for w in periods %}{% for span in spans %}
    , CAST(sum(orders_{{ span.name }}_{{ w }}d) AS BIGINT) AS orders_{{ span.name }}_{{ w }}d
    , CAST(sum(gmv_{{ span.name }}_{{ w }}d) AS BIGINT) AS gmv_{{ span.name }}_{{ w }}d
    , CAST(sum(foreign_{{ span.name }}_{{ w }}d) AS BIGINT) AS foreign_{{ span.name }}_{{ w }}d
    {% for m in measured_metrics %}{% for c in kinds %}
    , CAST(sum({{ m.metric }}_{{ span.name }}_{{ w }}d_{{ c.name }}) AS BIGINT)
        AS {{ m.metric }}_{{ span.name }}_{{ w }}d_{{ c.name }}
    {% endfor %}{% endfor %}
    {% endfor %}{% endfor %}
FROM standing
GROUP BY seller_id, region
