-- One row per landed dataset, landing day of the last 28 and tonight's, column and value: accepted rows that
-- have it. Of columns that are no category '' stands for any value; no value is null.
-- With a base run its counts are carried on and only the news are counted. Files of this folder are part of
-- what a base is told by, so that a base always has these rows, counted in this way.
WITH counted AS (
    {% for p in profiles %}
    {{ 'UNION ALL' if not loop.first }}
    SELECT '{{ p.dataset }}' AS dataset, dt, column_name, category, count(*) AS n
    FROM (
        SELECT
            landed.dt, c.column_name,
            CASE c.column_name
                {% for column in p.columns %}
                WHEN '{{ column.name }}'
                    THEN {{ 'CAST(landed.' ~ column.name ~ ' AS VARCHAR)' if column.by_value
                        else "CASE WHEN landed." ~ column.name ~ " IS NOT NULL THEN '' END" }}
                {% endfor %}
            END AS category
        FROM {{ accepted_news(p.dataset) if has_base else accepted(p.dataset) }} AS landed
        CROSS JOIN (
            VALUES
            {% for column in p.columns %}
            {{ ',' if not loop.first }} ('{{ column.name }}')
            {% endfor %}
        ) AS c (column_name)
        WHERE landed.dt >= {{ day(-28) }}
    ) AS v
    GROUP BY dt, column_name, category
    {% endfor %}
    {% if has_base %}
    UNION ALL
    SELECT dataset, dt, column_name, category, n
    FROM {{ previous('landing_profile') }} AS p
    WHERE dt >= {{ day(-28) }}
    {% endif %}
)
SELECT dataset, dt, column_name, category, CAST(sum(n) AS BIGINT) AS n
FROM counted
GROUP BY dataset, dt, column_name, category
ORDER BY dataset, dt, column_name, category
