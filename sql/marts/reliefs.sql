-- One row per seller, programme, metric and order at fault that the programme itself forgives: late in a peak
-- by no more than its hours, or folded into another fault that is alike. Both count as met. Of alike ones the
-- newest stands for the others; of one day that with the first id. A fault whose buyer or reason is unknown
-- is like no other. Of all matured days that a window or an evaluation may look at.
{% if not relieving.length %}
SELECT * FROM {{ none_of('reliefs') }} AS none
{% else %}
{% set at_fault = {name: 'fault', codes: [outcome_codes.fault]} %}
{% set in_reach %}
l.placed_day <= {{ run_date }} AND (
        1 = 0
        {% for r in relieved_metrics %}
        OR {{ is_counted(r.judged, at_fault, r.days) }}
        {% endfor %}
    )
{%- endset %}
{% set milestone -%}
CASE WHEN region IN {{ in_list(['?'].concat(confirmed_regions)) }} THEN confirmed_at ELSE first_scan_at END
{%- endset %}
WITH asked AS (
    SELECT * FROM (
        VALUES
        {% set comma = joiner(',') %}
        {% for m in relieving %}{% for region in m.regions %}
        {{ comma() }} ({{ quoted(m.programme) }}, {{ quoted(m.metric) }}, {{ quoted(room_of(m)) }},
            {{ quoted(region) }}, '{{ m.collapse.same if m.collapse else '' }}')
        {% endfor %}{% endfor %}
    ) AS t (programme, metric, room, region, same)
),
peaks AS (
    SELECT * FROM (
        VALUES
        ('?', '?', '?', {{ run_date }}, {{ run_date }}, 0)
        {% for p in peaks %}
        , ({{ quoted(p.programme) }}, {{ quoted(p.metric) }}, {{ quoted(p.name) }}, {{ p.from }}, {{ p.to }},
            {{ p.extra_hours }})
        {% endfor %}
    ) AS t (programme, metric, peak, from_day, to_day, extra_hours)
),
standing AS (
    {{ standing(ledger('order_outcomes'), in_reach) }}
),
faults AS (
    {% for r in relieved_metrics %}
    {% set m = r.judged %}
    SELECT
        seller_id, order_id, region, {{ quoted(m.metric) }} AS room, {{ m.metric }}_day AS cohort_day,
        {{ m.metric }}_reason AS reason,
        {% if segment_entries.length %}
        category, fulfilment, carrier,
        {% endif %}
        {% if r.late_by %}
        {{ r.late_by.due }} AS due,
        {{ milestone if r.late_by.came == 'milestone' else r.late_by.came }} AS came
        {% else %}
        CAST(NULL AS TIMESTAMP) AS due, CAST(NULL AS TIMESTAMP) AS came
        {% endif %}
    FROM standing AS o
    WHERE {{ is_counted(m, at_fault, r.days) }}
    {% if not loop.last %}
    UNION ALL
    {% endif %}
    {% endfor %}
),
{% if folds_buyers %}
{{ buyers_of_faults() }}
{% endif %}
eased AS (
    SELECT
        f.seller_id, a.programme, a.metric, f.order_id, f.region, f.cohort_day, f.reason, p.peak,
        CASE WHEN p.peak IS NULL THEN a.same END AS same,
        CASE
            WHEN p.peak IS NOT NULL THEN CAST(NULL AS VARCHAR)
            {% if folds_buyers %}
            WHEN a.same = 'buyer' THEN n.buyer_id
            WHEN a.same = 'buyer_and_day' THEN CAST(f.cohort_day AS VARCHAR) || ' ' || n.buyer_id
            {% endif %}
            WHEN a.same = 'day_and_reason' THEN CAST(f.cohort_day AS VARCHAR) || ' ' || f.reason
        END AS alike
    FROM faults AS f
    {% if asks_for_home %}
    {{ with_home('f') }}
    {% endif %}
    JOIN asked AS a ON a.room = f.room AND a.region = f.region
        {% if segment_entries.length %}
        AND {{ entry_counts("a.programme || ' ' || a.metric", 'f.') }}
        {% endif %}
    LEFT JOIN peaks AS p ON p.programme = a.programme AND p.metric = a.metric
        AND f.cohort_day BETWEEN p.from_day AND p.to_day AND f.reason = 'late'
        AND f.came <= f.due + INTERVAL '1' HOUR * p.extra_hours
    {% if folds_buyers %}
    LEFT JOIN newest AS n
        ON n.order_id = f.order_id AND n.seller_id = f.seller_id AND n.version_rank = 1
    {% endif %}
),
folded AS (
    SELECT
        *,
        first_value(order_id) OVER (
            PARTITION BY seller_id, programme, metric, alike ORDER BY cohort_day DESC, order_id
        ) AS stands_for_all
    FROM eased
)
SELECT
    seller_id, programme, metric, order_id, region, cohort_day, reason,
    CASE WHEN peak IS NOT NULL THEN 'peak' ELSE 'same_' || same END AS relief,
    peak, CASE WHEN peak IS NULL THEN stands_for_all END AS folded_into
FROM folded
WHERE peak IS NOT NULL OR (alike IS NOT NULL AND stands_for_all <> order_id)
ORDER BY seller_id, programme, metric, order_id
{% endif %}
