-- One row per region (and ALL), channel (and ALL), month of the first order since an application, and number
-- of days after it: of how many the days have passed, and how many of those had an order in the thirty days
-- that followed.
WITH each AS (
    {{ by_region_and_channel() }}
),
marks AS (
    SELECT
        e.of_region, e.of_channel, e.applicant_id, e.seller_id, m.days,
        CAST(date_trunc('month', e.sold_on) AS DATE) AS month,
        CAST(e.sold_on + m.days * INTERVAL '1' DAY AS DATE) AS from_day,
        CAST(e.sold_on + (m.days + 29) * INTERVAL '1' DAY AS DATE) AS to_day
    FROM each AS e
    CROSS JOIN (VALUES ({{ survival_days | join('), (') }})) AS m (days)
    WHERE e.sold_on IS NOT NULL
),
alive AS (
    SELECT m.of_region, m.of_channel, m.applicant_id, m.days, count(*) AS days_sold
    FROM marks AS m
    JOIN {{ ref('applicant_days') }} AS d
        ON d.seller_id = m.seller_id AND d.placed_day BETWEEN m.from_day AND m.to_day
    GROUP BY m.of_region, m.of_channel, m.applicant_id, m.days
)
SELECT
    m.of_region AS region, m.of_channel AS channel, m.month, CAST(m.days AS BIGINT) AS days,
    count(*) AS sellers,
    count(CASE WHEN m.to_day <= {{ run_date }} THEN 1 END) AS passed,
    count(CASE WHEN m.to_day <= {{ run_date }} AND a.days_sold > 0 THEN 1 END) AS still_selling
FROM marks AS m
LEFT JOIN alive AS a
    ON a.of_region = m.of_region AND a.of_channel = m.of_channel AND a.applicant_id = m.applicant_id
    AND a.days = m.days
GROUP BY m.of_region, m.of_channel, m.month, m.days
ORDER BY region, channel, month, days
