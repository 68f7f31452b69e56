-- One row per region (and ALL), channel (and ALL), month of the first order since an application, and number
-- of days after it: of how many the days have passed, and how many of those had an order in the thirty days
-- that followed.
WITH each AS (
    {{ by_region_and_channel() }}
),
marks AS (
    {% for days in survival_days %}
    {% if not loop.first %}UNION ALL{% endif %}

    SELECT
        of_region, of_channel, CAST(date_trunc('month', sold_on) AS DATE) AS month,
        CAST({{ days }} AS BIGINT) AS days, sold_after_{{ days }} AS still_sold
    FROM each
    WHERE sold_on IS NOT NULL
    {% endfor %}
)
SELECT
    of_region AS region, of_channel AS channel, month, days, count(*) AS sellers, count(still_sold) AS passed,
    count(CASE WHEN still_sold THEN 1 END) AS still_selling
FROM marks
GROUP BY of_region, of_channel, month, days
ORDER BY region, channel, month, days
