-- One row per landed dataset, region (ALL for a whole dataset), figure and day of the last 29: how many rows
-- landed, which share of them was rejected, left a column empty, or had a value. `ago` is 0 for the run date.
WITH days AS (
    SELECT * FROM (
        VALUES
        (0, {{ run_date }})
        {% for ago in range(1, 29) %}
        , ({{ ago }}, {{ day(-ago) }})
        {% endfor %}
    ) AS t (ago, dt)
),
counts AS (
    SELECT dataset, region, dt, landed, quarantined FROM {{ ref('landed_counts') }} AS c WHERE region <> 'ALL'
    UNION ALL
    SELECT dataset, 'ALL', dt, landed, quarantined FROM {{ ref('landed_counts') }} AS c
),
landed AS (
    SELECT dataset, region, dt, CAST(sum(landed) AS BIGINT) AS landed,
        CAST(sum(quarantined) AS BIGINT) AS quarantined
    FROM counts
    GROUP BY dataset, region, dt
),
began AS (
    SELECT dataset, region, min(dt) AS first_day FROM landed GROUP BY dataset, region
),
columns_of_days AS (
    SELECT
        dataset, column_name, dt, CAST(sum(n) AS BIGINT) AS n,
        CAST(sum(CASE WHEN category IS NULL THEN n ELSE 0 END) AS BIGINT) AS blank
    FROM {{ ref('landing_profile') }} AS p
    GROUP BY dataset, column_name, dt
),
categories AS (
    SELECT DISTINCT dataset, column_name, category
    FROM {{ ref('landing_profile') }} AS p
    WHERE category <> ''
),
figures AS (
    -- A day on which nothing landed counts as none, once something had.
    SELECT
        b.dataset, b.region, 'rows' AS measure, '' AS column_name, '' AS category, d.ago,
        coalesce(l.landed, 0) AS n, CAST(1 AS BIGINT) AS out_of
    FROM began AS b
    CROSS JOIN days AS d
    LEFT JOIN landed AS l ON l.dataset = b.dataset AND l.region = b.region AND l.dt = d.dt
    WHERE d.dt >= b.first_day
    UNION ALL
    SELECT l.dataset, l.region, 'rejected', '', '', d.ago, l.quarantined, l.landed
    FROM landed AS l
    JOIN days AS d ON d.dt = l.dt
    WHERE l.region = 'ALL' AND l.landed > 0
    UNION ALL
    SELECT c.dataset, 'ALL', 'empty', c.column_name, '', d.ago, c.blank, c.n
    FROM columns_of_days AS c
    JOIN days AS d ON d.dt = c.dt
    UNION ALL
    -- Among rows that have a value: a column that turns empty is told once, and not by each of its values.
    SELECT c.dataset, 'ALL', 'share', c.column_name, k.category, d.ago, coalesce(p.n, 0), c.n - c.blank
    FROM columns_of_days AS c
    JOIN days AS d ON d.dt = c.dt
    JOIN categories AS k ON k.dataset = c.dataset AND k.column_name = c.column_name
    LEFT JOIN {{ ref('landing_profile') }} AS p ON p.dataset = c.dataset AND p.column_name = c.column_name
        AND p.dt = c.dt AND p.category = k.category
    WHERE c.n > c.blank
)
SELECT
    dataset, region, measure, column_name, category, ago, n, out_of,
    CAST(n AS DOUBLE) / CAST(out_of AS DOUBLE) AS amount
FROM figures
