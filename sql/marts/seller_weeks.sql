-- One row per seller, programme, metric of which something is at fault tonight, and each of its eight newest
-- whole weeks, Monday to Sunday, that are final for it and in which anything was counted. `nth` is 1 for the
-- newest. What a programme forgives by itself is no fault here, either.
{% set kind = {
    name: 'counted', codes: [outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven_as_met]
} %}
WITH asked AS (
    SELECT seller_id, programme, metric, programme || ' ' || metric AS entry
    FROM {{ ref('seller_metrics') }} AS m
    WHERE fault > 0
),
weeks AS (
    SELECT * FROM (
        VALUES
        ('?', 0, {{ run_date }}, {{ run_date }})
        {% for p in programmes %}{% for m in p.metrics %}{% for w in seller_weeks_of(m) %}
        , ({{ quoted(p.programme ~ ' ' ~ m.metric) }}, {{ w.nth }}, {{ w.first }}, {{ w.last }})
        {% endfor %}{% endfor %}{% endfor %}
    ) AS t (entry, nth, first_day, last_day)
),
-- why one look at the orders for all entries: an engine gives every look some stages of its own, and a
-- hundred stages are all that a statement may have.
every_day AS (
    {% for subject in ['order', 'conversation'] %}
    SELECT
        n.seller_id, n.programme, n.metric, n.entry,
        CASE n.entry
            WHEN '?' THEN {{ run_date }}
            {% for p in programmes %}{% for m in p.metrics %}
            {% if measured(room_of(m)) and metric_of(room_of(m)).subject == subject %}
            WHEN {{ quoted(p.programme ~ ' ' ~ m.metric) }} THEN {{ room_of(m) }}_day
            {% endif %}
            {% endfor %}{% endfor %}
        END AS cohort_day,
        {% if subject == 'order' and counts_items.length > 1 %}
        CASE WHEN n.entry IN {{ in_list(counts_items) }} THEN units * weight ELSE weight END
        {% else %}
        weight
        {% endif %}
        AS counted,
        CASE n.entry
            WHEN '?' THEN 0
            {% for p in programmes %}{% for m in p.metrics %}
            {% if measured(room_of(m)) and metric_of(room_of(m)).subject == subject %}
            WHEN {{ quoted(p.programme ~ ' ' ~ m.metric) }} THEN {{ room_of(m) }}
            {% endif %}
            {% endfor %}{% endfor %}
        END AS outcome
    FROM {{ ledger('order_outcomes') if subject == 'order' else ref('conversation_outcomes') }} AS o
    JOIN asked AS n ON n.seller_id = o.seller_id
    {% if asks_for_home %}
    {{ with_home() }}
    {% endif %}
    WHERE {{ 'placed_day <= ' ~ run_date ~ ' AND' if subject == 'order' }} (
            1 = 0
            {% for p in programmes %}{% for m in p.metrics %}
            {% set judged = metric_of(room_of(m)) %}
            {% if measured(room_of(m)) and judged.subject == subject %}
            OR (n.entry = {{ quoted(p.programme ~ ' ' ~ m.metric) }} AND region IN {{ in_list(p.regions) }}
                AND {{ is_counted(judged, kind, seller_weeks_days) }}
                {% if m.where %}
                AND {{ counts_in_segment(m.where) }}
                {% endif %})
            {% endif %}
            {% endfor %}{% endfor %}
        )
    UNION ALL
    {% endfor %}
    SELECT n.seller_id, n.programme, n.metric, n.entry, o.cohort_day, 1, o.outcome
    FROM {{ ref('landed_outcomes_judged') }} AS o
    JOIN asked AS n ON n.seller_id = o.seller_id
    WHERE o.outcome IN ({{ kind.codes | join(', ') }}) AND (
            1 = 0
            {% for p in programmes %}{% for m in p.metrics %}
            {% if measured(room_of(m)) and metric_of(room_of(m)).subject == 'landed' %}
            OR (n.entry = {{ quoted(p.programme ~ ' ' ~ m.metric) }} AND o.metric = {{ quoted(room_of(m)) }}
                AND o.region IN {{ in_list(p.regions) }})
            {% endif %}
            {% endfor %}{% endfor %}
        )
),
found AS (
    SELECT
        seller_id, programme, metric, entry, cohort_day, counted,
        CASE WHEN outcome = {{ outcome_codes.fault }} THEN counted ELSE 0 END AS fault
    FROM every_day
    {% if relieving.length %}
    UNION ALL
    SELECT n.seller_id, n.programme, n.metric, n.entry, r.cohort_day, 0, -1
    FROM {{ ref('reliefs') }} AS r
    JOIN asked AS n ON n.seller_id = r.seller_id AND n.programme = r.programme AND n.metric = r.metric
    {% endif %}
),
by_week AS (
    SELECT
        d.seller_id, d.programme, d.metric, w.nth, w.first_day, w.last_day,
        CAST(sum(d.counted) AS BIGINT) AS counted, CAST(sum(d.fault) AS BIGINT) AS fault
    FROM found AS d
    JOIN weeks AS w ON w.entry = d.entry AND d.cohort_day BETWEEN w.first_day AND w.last_day
    GROUP BY d.seller_id, d.programme, d.metric, w.nth, w.first_day, w.last_day
)
SELECT
    seller_id, programme, metric, CAST(nth AS INTEGER) AS nth, first_day, last_day, counted, fault,
    {{ ratio('fault', 'counted') }} AS rate
FROM by_week
WHERE counted > 0
ORDER BY seller_id, programme, metric, nth
