-- One row per new seller whose probation no earlier night ended, programme and day on which orders were
-- placed in the programme's regions: how many, and how many of those are not cancelled. New is who joined
-- since the day that the programme names, by the newest description; of sellers nobody has described none is
-- known to be new. Without a probation there are no rows.
{% if not with_probation.length %}
SELECT
    CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS programme, CAST(NULL AS DATE) AS joined_on,
    CAST(NULL AS DATE) AS placed_day, CAST(NULL AS BIGINT) AS placed, CAST(NULL AS BIGINT) AS kept
WHERE 1 = 0
{% else %}
{% set in_reach %}
l.placed_day >= {{ first_probation }} AND l.placed_day <= {{ run_date }}
{%- endset %}
WITH asked AS (
    SELECT * FROM (
        VALUES
        {% for p in with_probation %}
        {{ ',' if not loop.first }} ({{ quoted(p.programme) }}, {{ p.of_sellers_since }})
        {% endfor %}
    ) AS t (programme, of_sellers_since)
),
regions AS (
    {{ regions_of(with_probation) }}
),
inside AS (
    SELECT s.seller_id, a.programme, s.joined_on
    FROM {{ ref('sellers') }} AS s
    JOIN asked AS a ON s.joined_on >= a.of_sellers_since
    LEFT JOIN {{ last_published('probations') }} AS b
        ON b.seller_id = s.seller_id AND b.programme = a.programme AND b.state = 'ended'
    WHERE b.seller_id IS NULL
),
placed AS (
    SELECT seller_id, region, placed_day, coalesce(cancelled_day <= {{ run_date }}, 1 = 0) AS cancelled
    FROM (
    {{ standing(ledger('order_outcomes'), in_reach) }}
    ) AS o
)
SELECT
    i.seller_id, i.programme, i.joined_on, p.placed_day, count(*) AS placed,
    count(CASE WHEN NOT p.cancelled THEN 1 END) AS kept
FROM inside AS i
JOIN regions AS r ON r.programme = i.programme
JOIN placed AS p ON p.seller_id = i.seller_id AND p.region = r.region AND p.placed_day >= i.joined_on
GROUP BY i.seller_id, i.programme, i.joined_on, p.placed_day
{% endif %}
