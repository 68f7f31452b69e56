-- One row per seller, programme and metric with fewer counted in the usual window than it stretches for, and
-- enough in the longest: the fewest matured days that hold enough, and what they hold. Days enter whole. Only
-- the days of these sellers are counted one by one.
WITH terms AS (
    SELECT * FROM (
        VALUES
        ('?', '?', '?', 0, {{ run_date }})
        {% for p in programmes %}{% for m in p.metrics %}{% if stretches(m) %}{% for region in p.regions %}
        , ({{ quoted(p.programme) }}, {{ quoted(m.metric) }}, {{ quoted(region) }}, {{ m.stretch.until }},
            {{ day(-maturation[room_of(m)]) }})
        {% endfor %}{% endif %}{% endfor %}{% endfor %}
    ) AS t (programme, metric, region, until, closes_on)
),
few AS (
    {% for p in programmes %}{% for m in p.metrics %}{% if stretches(m) %}
    SELECT seller_id, {{ quoted(p.programme) }} AS programme, {{ quoted(m.metric) }} AS metric,
        {{ quoted(counted_as(m)) }} AS room
    FROM {{ ref('seller_counts') }} AS c
    WHERE region IN {{ in_list(p.regions) }}
    GROUP BY seller_id
    HAVING {{ has_few(m) }} AND {{ counted_in(m, m.stretch.at_most_days) }} >= {{ m.stretch.until }}
    UNION ALL
    {% endif %}{% endfor %}{% endfor %}
    SELECT '?' AS seller_id, '?' AS programme, '?' AS metric, '?' AS room
),
every_day AS (
    {% for s in stretching %}
    {% set m = s.judged %}
    {% set landed = m.subject == 'landed' %}
    {% set day_column = 'cohort_day' if landed else m.metric ~ '_day' %}
    SELECT
        seller_id, region, {{ quoted(s.name) }} AS room, {{ day_column }} AS cohort_day
        {% for c in counted %}
        , CAST(coalesce(sum(CASE
            {% if landed %}
            WHEN outcome IN ({{ c.codes | join(', ') }})
                AND {{ in_window(day_column, m.maturation_days, s.days, c.name) }}
                THEN 1
            {% else %}
            WHEN {{ is_counted(m, c, s.days) }}
                THEN {{ 'units * weight' if m.count == 'items' else 'weight' }}
            {% endif %}
        END), 0) AS BIGINT) AS {{ c.name }}
        {% endfor %}
    FROM {{ ledger('order_outcomes') if m.subject == 'order'
        else ref('landed_outcomes_judged' if landed else 'conversation_outcomes') }} AS o
    {% if crosses(s.where) %}
    {{ with_home() }}
    {% endif %}
    WHERE seller_id IN (SELECT seller_id FROM few AS f WHERE f.room = {{ quoted(s.name) }})
        {% if s.where %}
        AND {{ counts_in_segment(s.where) }}
        {% endif %}
        AND {{ day_column }} > {{ day(-m.maturation_days - s.days) }}
        {% if landed %}
        AND metric = {{ quoted(m.metric) }}
        {% elif m.subject == 'order' %}
        AND placed_day <= {{ run_date }}
        {% endif %}
    GROUP BY seller_id, region, {{ day_column }}
    UNION ALL
    {% endfor %}
    SELECT
        '?' AS seller_id, '?' AS region, '?' AS room, {{ run_date }} AS cohort_day
        {% for c in counted %}
        , CAST(0 AS BIGINT) AS {{ c.name }}
        {% endfor %}
    WHERE 1 = 0
),
-- The shortest window that holds a day, over all regions of a programme; what is pending lies also in days
-- that have not matured.
days_back AS (
    SELECT
        d.seller_id, f.programme, f.metric, t.until,
            date_diff('day', d.cohort_day, t.closes_on) + 1 AS window_days
        {% for c in counted %}
        , CAST(sum(d.{{ c.name }}) AS BIGINT) AS {{ c.name }}
        {% endfor %}
    FROM every_day AS d
    JOIN few AS f ON f.seller_id = d.seller_id AND f.room = d.room
    JOIN terms AS t ON t.programme = f.programme AND t.metric = f.metric AND t.region = d.region
    GROUP BY d.seller_id, f.programme, f.metric, t.until, d.cohort_day, t.closes_on
),
so_far AS (
    SELECT
        seller_id, programme, metric, until, window_days,
        CAST(sum({{ denominator() }}) OVER (
            PARTITION BY seller_id, programme, metric ORDER BY window_days
        ) AS BIGINT) AS counted
    FROM days_back
),
long_enough AS (
    SELECT seller_id, programme, metric, min(window_days) AS window_days
    FROM so_far
    WHERE counted >= until
    GROUP BY seller_id, programme, metric
)
SELECT
    l.seller_id, l.programme, l.metric, CAST(l.window_days AS INTEGER) AS window_days
    {% for c in counted %}
    , CAST(sum(d.{{ c.name }}) AS BIGINT) AS {{ c.name }}
    {% endfor %}
FROM long_enough AS l
JOIN days_back AS d ON d.seller_id = l.seller_id AND d.programme = l.programme AND d.metric = l.metric
    AND d.window_days <= l.window_days
GROUP BY l.seller_id, l.programme, l.metric, l.window_days
