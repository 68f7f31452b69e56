-- One row per seller, programme with points and entry: what gave points, how many, on which days they count
-- and whether they do tonight. Violations are read anew every night; a missed metric gives points on the
-- night of the day that looks at it, and is remembered from the last published run. An entry of N days counts
-- on the day it was given and N - 1 more. A withdrawn violation with the entry_id of a missed metric takes
-- that back.
WITH versions AS (
    SELECT *, {{ version_rank('violations', 'violation_id') }}
    FROM {{ accepted('violations') }} AS landed
),
violations AS (
    SELECT violation_id, seller_id, region, rule, severity, points, issued_day, expires_day, status
    FROM versions
    WHERE version_rank = 1 AND issued_day <= {{ run_date }}
),
misses AS (
    SELECT seller_id, programme, entry_id, what, points, given_on, last_day
    FROM {{ last_published('points_entries') }} AS l
    WHERE kind = 'missed_metric' AND programme IN {{ in_list(names_with_points) }}
    {% for p in with_points %}{% for m in p.missed %}
    UNION ALL
    SELECT
        seller_id, programme,
        programme || ' ' || metric || ' ' || CAST({{ run_date }} AS VARCHAR) || ' ' || seller_id AS entry_id,
        metric AS what, CAST({{ m.points }} AS BIGINT) AS points, {{ run_date }} AS given_on,
        {{ day(p.points.expire_after_days.value - 1) }} AS last_day
    FROM {{ ref('seller_metrics') }} AS m
    WHERE programme = {{ quoted(p.programme) }} AND metric = {{ quoted(m.metric) }} AND verdict = 'missed'
    {% endfor %}{% endfor %}
),
given AS (
    SELECT seller_id, programme, entry_id, 'missed_metric' AS kind, what, points, given_on, last_day
    FROM misses
    {% for p in with_points %}{% if p.points.violations %}
    {% set last_day %}
CAST(v.issued_day + INTERVAL '{{ p.points.expire_after_days.value - 1 }}' DAY AS DATE)
    {%- endset %}
    UNION ALL
    SELECT
        v.seller_id, {{ quoted(p.programme) }} AS programme, v.violation_id AS entry_id, 'violation' AS kind,
        v.rule AS what,
        CAST(
            {% set other = 'coalesce(v.points, 0)' if p.points.violations.other == 'landed' else '0' %}
            {% if p.worth.length %}
            CASE
                {% for one in p.worth %}
                WHEN v.{{ one.column }} = {{ quoted(one.value) }} THEN {{ one.points }}
                {% endfor %}
                ELSE {{ other }}
            END
            {% else %}
            {{ other }}
            {% endif %}
        AS BIGINT) AS points,
        v.issued_day AS given_on, least({{ last_day }}, coalesce(v.expires_day, {{ last_day }})) AS last_day
    FROM violations AS v
    LEFT JOIN misses AS m ON m.entry_id = v.violation_id
    WHERE v.region IN {{ in_list(p.regions) }} AND m.entry_id IS NULL
    {% endif %}{% endfor %}
)
SELECT
    g.seller_id, g.programme, g.entry_id, g.kind, g.what, g.points, g.given_on, g.last_day,
    CASE
        WHEN v.status = 'withdrawn' THEN 'withdrawn'
        WHEN g.last_day < {{ run_date }} THEN 'expired'
        ELSE 'stands'
    END AS state
FROM given AS g
LEFT JOIN violations AS v ON v.violation_id = g.entry_id
WHERE g.last_day >= {{ day(-28) }}
ORDER BY g.seller_id, g.programme, g.entry_id
