-- One row per seller, programme, metric that misses a bound and kind of cause (carrier, category, weekday of
-- the cohort day) of which one stands out: how many of the faults it has, and what the rate is without those.
-- `place` is 1 for the cause that wins most. A cause stands out where its faults are on three days or more
-- and, its worst day left out, are more than chance gives it: by a bound that holds for any draw of so many
-- out of the seller's own orders (Hoeffding's), in at most one look of twenty. So one bad day names no cause,
-- and who is late everywhere has none.
{% set kind = {
    name: 'counted', codes: [outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven_as_met]
} %}
{# why 2.9957: the natural logarithm of twenty; a notice is given by one look of twenty, too. #}
{% set beyond_chance = '2.9957E0' %}
{# why 1 to 7: ISO 8601; the first of January 2024 was a Monday. #}
{% macro weekday_of(day) -%}
CAST(date_diff('day', DATE '2024-01-01', {{ day }}) % 7 + 1 AS VARCHAR)
{%- endmacro %}
{# By the kinds of cause: what of a row is the cause. #}
{% macro cause_of(day) -%}
CASE k.kind WHEN 'carrier' THEN o.carrier WHEN 'category' THEN o.category ELSE {{ weekday_of(day) }} END
{%- endmacro %}
{% set kinds -%}
CROSS JOIN (VALUES ('carrier'), ('category'), ('weekday')) AS k (kind)
{%- endset %}
-- What misses the standard, or a bound of the next tier.
WITH asked AS (
    SELECT m.seller_id, m.programme, m.metric, m.window_days, m.fault, m.counted, m.allowed
    FROM {{ ref('seller_metrics') }} AS m
    LEFT JOIN {{ ref('next_tiers') }} AS n
        ON n.seller_id = m.seller_id AND n.programme = m.programme AND n.metric = m.metric
    WHERE m.fault >= 3 AND (m.verdict = 'missed' OR n.seller_id IS NOT NULL)
),
terms AS (
    SELECT * FROM (
        VALUES
        ('?', '?', {{ run_date }}, 0)
        {% for p in programmes %}{% for m in p.metrics %}
        {% set judged = metric_of(room_of(m)) %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ day(-judged.maturation_days) }},
            {{ 1 if judged.count == 'items' else 0 }})
        {% endfor %}{% endfor %}
    ) AS t (programme, metric, closes_on, by_items)
),
by_day AS (
    SELECT
        o.seller_id, o.programme, o.metric, k.kind, {{ cause_of('o.cohort_day') }} AS cause, o.cohort_day,
        CAST(sum(CASE WHEN t.by_items = 1 THEN {{ units_of('o.items') }} ELSE 1 END) AS BIGINT) AS fault
    FROM {{ ref('outcome_details') }} AS o
    JOIN asked AS a ON a.seller_id = o.seller_id AND a.programme = o.programme AND a.metric = o.metric
    JOIN terms AS t ON t.programme = o.programme AND t.metric = o.metric
    {{ kinds }}
    WHERE o.outcome = 'fault'
    GROUP BY o.seller_id, o.programme, o.metric, k.kind, {{ cause_of('o.cohort_day') }}, o.cohort_day
),
faults AS (
    SELECT
        seller_id, programme, metric, kind, cause, CAST(sum(fault) AS BIGINT) AS cause_fault,
        count(*) AS cause_days, max(fault) AS worst
    FROM by_day
    WHERE cause IS NOT NULL
    GROUP BY seller_id, programme, metric, kind, cause
    HAVING count(*) >= 3
),
-- Whose orders are counted, by entry.
named AS (
    SELECT DISTINCT
        f.seller_id, f.programme, f.metric, f.programme || ' ' || f.metric AS entry, t.by_items
    FROM faults AS f
    JOIN terms AS t ON t.programme = f.programme AND t.metric = f.metric
),
-- why one look at the orders for all entries, and not one each: an engine gives every look some stages of its
-- own, and a hundred stages are all that a statement may have.
every_day AS (
    {% for subject in ['order', 'conversation'] %}
    SELECT
        o.seller_id, n.programme, n.metric,
        {{ 'o.carrier' if subject == 'order' else 'CAST(NULL AS VARCHAR) AS carrier' }},
        {{ 'o.category' if subject == 'order' else 'CAST(NULL AS VARCHAR) AS category' }},
        CASE n.entry
            {% for p in programmes %}{% for m in p.metrics %}
            {% if measured(room_of(m)) and metric_of(room_of(m)).subject == subject %}
            WHEN {{ quoted(p.programme ~ ' ' ~ m.metric) }} THEN {{ room_of(m) }}_day
            {% endif %}
            {% endfor %}{% endfor %}
            WHEN '?' THEN {{ run_date }}
        END AS cohort_day,
        {{ 'CASE WHEN n.by_items = 1 THEN units ELSE 1 END * weight' if subject == 'order' else 'weight' }}
            AS counted
    FROM {{ ledger('order_outcomes') if subject == 'order' else ref('conversation_outcomes') }} AS o
    JOIN named AS n ON n.seller_id = o.seller_id
    {% if asks_for_home %}
    {{ with_home() }}
    {% endif %}
    WHERE 1 = 0
        {% for p in programmes %}{% for m in p.metrics %}
        {% set room = room_of(m) %}{% set judged = metric_of(room) %}
        {% if measured(room) and judged.subject == subject %}
        {% set longer = longer_window(m).window_days if has_longer_window(m) else 0 %}
        OR (n.entry = {{ quoted(p.programme ~ ' ' ~ m.metric) }} AND region IN {{ in_list(p.regions) }}
            AND {{ is_counted(judged, kind, [m.window_days, longer] | max) }}
            {% if m.where %}
            AND {{ counts_in_segment(m.where) }}
            {% endif %}
            {% if subject == 'order' %}
            AND placed_day <= {{ run_date }}
            {% endif %})
        {% endif %}
        {% endfor %}{% endfor %}
    {{ 'UNION ALL' if not loop.last }}
    {% endfor %}
),
-- The window that applies tonight may be a longer one.
orders AS (
    SELECT
        o.seller_id, o.programme, o.metric, k.kind, {{ cause_of('o.cohort_day') }} AS cause,
        CAST(sum(o.counted) AS BIGINT) AS cause_counted
    FROM every_day AS o
    JOIN asked AS a ON a.seller_id = o.seller_id AND a.programme = o.programme AND a.metric = o.metric
    JOIN terms AS t ON t.programme = o.programme AND t.metric = o.metric
    {{ kinds }}
    WHERE date_diff('day', o.cohort_day, t.closes_on) < a.window_days
    GROUP BY o.seller_id, o.programme, o.metric, k.kind, {{ cause_of('o.cohort_day') }}
),
-- Once the worst day's faults are left out, of what is counted and of what is at fault alike.
left_over AS (
    SELECT
        f.*, c.cause_counted, a.fault, a.counted, a.allowed, c.cause_counted - f.worst AS left_counted,
        CAST(f.cause_fault - f.worst AS DOUBLE) / CAST(c.cause_counted - f.worst AS DOUBLE) AS here,
        CAST(a.fault - f.worst AS DOUBLE) / CAST(a.counted - f.worst AS DOUBLE) AS everywhere
    FROM faults AS f
    JOIN orders AS c ON c.seller_id = f.seller_id AND c.programme = f.programme AND c.metric = f.metric
        AND c.kind = f.kind AND c.cause = f.cause
    JOIN asked AS a ON a.seller_id = f.seller_id AND a.programme = f.programme AND a.metric = f.metric
),
standing_out AS (
    SELECT
        *,
        here * ln(here / CAST(everywhere AS DOUBLE))
            + CASE WHEN here < 1 THEN (1 - here) * ln((1 - here) / CAST(1 - everywhere AS DOUBLE)) ELSE 0 END
            AS surprise
    FROM left_over
    WHERE here > everywhere
),
best AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY seller_id, programme, metric, kind ORDER BY cause_fault DESC, cause
        ) AS nth
    FROM standing_out
    WHERE left_counted * surprise >= {{ beyond_chance }}
)
SELECT
    seller_id, programme, metric, kind, cause, cause_fault, cause_counted, fault, counted, allowed,
    CAST(fault - cause_fault AS DOUBLE) / CAST(counted AS DOUBLE) AS rate_without,
    fault - cause_fault <= allowed AS enough,
    CAST(row_number() OVER (
        PARTITION BY seller_id, programme ORDER BY cause_fault DESC, metric, kind
    ) AS INTEGER) AS place
FROM best
WHERE nth = 1
ORDER BY seller_id, programme, metric, kind
