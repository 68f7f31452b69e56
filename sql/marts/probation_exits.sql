-- One row per seller in probation, programme, way out and thing that it asks for: what there is of it.
-- Orders are those that are not cancelled, since the seller joined or in the window; days are those since it
-- joined; a metric is there where the seller meets its standard, not where it is not assessed.
{% if not with_probation.length %}
SELECT * FROM {{ none_of('probation_exits') }} AS none
{% else %}
WITH asked AS (
    SELECT * FROM (
        VALUES
        {% for a in exit_asks %}
        {{ ',' if not loop.first }} ({{ quoted(a.programme) }}, {{ quoted(a.exit) }}, {{ a.place }},
            '{{ a.ask }}', CAST({{ quoted(a.metric) if a.metric else 'NULL' }} AS VARCHAR),
            CAST({{ a.needed or 'NULL' }} AS BIGINT), CAST({{ a.window_days or 'NULL' }} AS INTEGER),
            {{ a.opens_after }})
        {% endfor %}
    ) AS t (programme, exit, place, ask, metric, needed, window_days, opens_after)
),
has AS (
    SELECT
        d.seller_id, a.programme, a.exit, a.place, a.ask, a.metric, a.needed, a.window_days,
        CAST(coalesce(sum(CASE WHEN d.placed_day > a.opens_after THEN d.kept END), 0) AS BIGINT) AS orders,
        date_diff('day', min(d.joined_on), {{ run_date }}) AS days
    FROM {{ ref('probation_days') }} AS d
    JOIN asked AS a ON a.programme = d.programme
    GROUP BY d.seller_id, a.programme, a.exit, a.place, a.ask, a.metric, a.needed, a.window_days
)
SELECT
    h.seller_id, h.programme, h.exit, CAST(h.place AS INTEGER) AS place, h.ask, h.metric,
    CASE h.ask WHEN 'orders' THEN h.orders WHEN 'days' THEN h.days ELSE m.fault END AS value,
    CASE h.ask WHEN 'metric' THEN m.allowed ELSE h.needed END AS needed,
    h.window_days,
    CASE h.ask
        WHEN 'orders' THEN h.orders >= h.needed
        WHEN 'days' THEN h.days >= h.needed
        {% if resting.length %}
        -- A pause neither opens this way out nor closes it.
        WHEN 'metric' THEN coalesce(
            m.verdict = 'met' OR m.because = 'paused' AND m.orders >= m.orders_needed
            AND m.counted >= greatest(m.counted_needed, 1)
            AND (m.fault <= m.allowed OR {{ too_few_faults('m.') }}), 1 = 0)
        {% endif %}
        ELSE coalesce(m.verdict = 'met', 1 = 0)
    END AS met
FROM has AS h
LEFT JOIN {{ ref('seller_metrics') }} AS m
    ON m.seller_id = h.seller_id AND m.programme = h.programme AND m.metric = h.metric
ORDER BY h.seller_id, h.programme, h.place, h.ask, h.metric
{% endif %}
