-- One row per seller and region: per trailing period (current_7d, current_28d, current_90d) and the same a
-- period earlier (previous_7d ...) the orders placed, the value of those in the region's currency, how many
-- are in another, and per metric how many were counted and how many of those at fault. Periods of metrics
-- hold matured cohort days. One pass over each ledger: days are told apart by the bands that the periods are
-- made of, and what is alike in all bands is made one row first, a third as many as there are orders.
{% set spans = [{name: 'current', times: 0}, {name: 'previous', times: 1}] %}
{% set counted_codes = [outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven_as_met] | join(', ') %}
{# The band of a matured day, the newest is 1; of no band is 0. #}
{% macro band(column, maturation_days) -%}
CASE
            WHEN {{ column }} > {{ day(-maturation_days) }} THEN 0
            {% for days in period_bands %}
            WHEN {{ column }} > {{ day(-maturation_days - days) }} THEN {{ loop.index }}
            {% endfor %}
            ELSE 0
        END
{%- endmacro %}
{# The same of what is counted; of what is at fault it is below nothing. #}
{% macro band_of(m) -%}
CASE
            WHEN {{ m.metric }} NOT IN ({{ counted_codes }})
                {% if has_own_final(m.metric) %}
                OR {{ still_open(m) }}
                {% endif %}
                THEN 0
            WHEN {{ m.metric }} = {{ outcome_codes.fault }}
                THEN -{{ band(m.metric ~ '_day', m.maturation_days) }}
            ELSE {{ band(m.metric ~ '_day', m.maturation_days) }}
        END
{%- endmacro %}
{# Whether a band, or the same below nothing, is of a span of a period. #}
{% macro in_span(said, days, span) -%}
{{ said }} BETWEEN {{ 1 if span.times == 0 else period_bands.indexOf(days) + 2 }}
            AND {{ period_bands.indexOf(days * (span.times + 1)) + 1 }}
{%- endmacro %}
{% macro added(column, condition) -%}
CAST(coalesce(sum(CASE WHEN {{ condition }} THEN {{ column }} END), 0) AS BIGINT)
{%- endmacro %}
WITH banded AS (
    SELECT
        seller_id, region, 1 AS ordered, weight, weight * units AS units,
        CASE WHEN {{ in_currency_of_region() }} THEN weight * gmv_minor END AS gmv_minor,
        CASE WHEN NOT {{ in_currency_of_region() }} THEN weight END AS in_another,
        {{ band('placed_day', 0) }} AS placed_band
        {% for m in measured_metrics %}
        , {{ band_of(m) if m.subject == 'order' else 0 }} AS {{ m.metric }}_band
        {% endfor %}
    FROM {{ ledger('order_outcomes') }} AS o
    WHERE final_day > {{ day(-2 * (periods | max)) }} AND placed_day <= {{ run_date }}
    UNION ALL
    SELECT
        seller_id, region, 0, weight, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS INTEGER), 0
        {% for m in measured_metrics %}
        , {{ band_of(m) if m.subject == 'conversation' else 0 }}
        {% endfor %}
    FROM {{ ref('conversation_outcomes') }} AS c
    UNION ALL
    SELECT
        seller_id, region, 0, 1, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS INTEGER), 0
        {% for m in measured_metrics %}
        {% if m.subject == 'landed' %}
        , CASE
            WHEN metric <> {{ quoted(m.metric) }} OR outcome NOT IN ({{ counted_codes }}) THEN 0
            WHEN outcome = {{ outcome_codes.fault }} THEN -{{ band('cohort_day', m.maturation_days) }}
            ELSE {{ band('cohort_day', m.maturation_days) }}
        END
        {% else %}
        , 0
        {% endif %}
        {% endfor %}
    FROM {{ ref('landed_outcomes_judged') }} AS l
),
alike AS (
    SELECT
        seller_id, region, ordered, placed_band
        {% for m in measured_metrics %}
        , {{ m.metric }}_band
        {% endfor %}
        , CAST(sum(weight) AS BIGINT) AS n, CAST(sum(units) AS BIGINT) AS units,
        CAST(sum(gmv_minor) AS BIGINT) AS gmv_minor, CAST(sum(in_another) AS BIGINT) AS in_another
    FROM banded
    GROUP BY seller_id, region, ordered, placed_band
        {% for m in measured_metrics %}
        , {{ m.metric }}_band
        {% endfor %}
)
SELECT
    seller_id, region,
    -- The region's, where anything was ordered.
    CASE WHEN {{ added('n', 'ordered = 1') }} > 0 THEN {{ currency_of_region() }} END AS currency
    {% for w in periods %}{% for span in spans %}
    {% set stem = span.name ~ '_' ~ w ~ 'd' %}
    {% set placed = in_span('placed_band', w, span) %}
    , {{ added('n', placed) }} AS orders_{{ stem }}
    , {{ added('gmv_minor', placed) }} AS gmv_{{ stem }}
    , {{ added('in_another', placed) }} AS foreign_{{ stem }}
    {% for m in measured_metrics %}
    {% set of = 'units' if m.count == 'items' else 'n' %}
    , {{ added(of, in_span('-' ~ m.metric ~ '_band', w, span)) }} AS {{ m.metric }}_{{ stem }}_fault
    , {{ added(of, in_span('abs(' ~ m.metric ~ '_band)', w, span)) }} AS {{ m.metric }}_{{ stem }}_counted
    {% endfor %}
    {% endfor %}{% endfor %}
FROM alike
GROUP BY seller_id, region
-- Where all orders were taken back, nothing was ordered.
HAVING {{ added('n', 'ordered = 1') }} > 0 OR min(ordered) = 0
