-- One row per programme, category and metric with a benchmark in its score, of the quarter of the run
-- date: the rate that so many per cent of the category's assessed sellers do not exceed. It is worked
-- out on the first night of the quarter on which anybody is assessed, and stays so: later nights take
-- it from the last published run, as long as policy asks for the same percentile of as many sellers. A
-- category of fewer sellers has none, which is no rate of zero.
{% if not benchmarks.length %}
SELECT * FROM {{ none_of('category_benchmarks') }} AS none
{% else %}
WITH asked AS (
    SELECT * FROM (
        VALUES
        {% for b in benchmarks %}
        {{ ',' if not loop.first }} ({{ quoted(b.programme) }}, {{ quoted(b.version) }},
            {{ quoted(b.metric) }}, CAST({{ b.percentile }} AS BIGINT),
            CAST({{ b.at_least_sellers }} AS BIGINT))
        {% endfor %}
    ) AS t (programme, policy_version, metric, percentile, sellers_needed)
),
kept AS (
    SELECT
        b.programme, b.policy_version, b.quarter, b.category, b.metric, b.because, b.benchmark, b.sellers,
        b.sellers_needed, b.percentile, b.frozen_on
    FROM {{ last_published('category_benchmarks') }} AS b
    JOIN asked AS a ON a.programme = b.programme AND a.metric = b.metric
        AND a.percentile = b.percentile AND a.sellers_needed = b.sellers_needed
    WHERE b.quarter = {{ quoted(quarter) }}
),
rated AS (
    SELECT
        a.programme, a.policy_version, a.metric, a.percentile, a.sellers_needed, c.category,
        {{ rounded('m.fault * 1000000', 'm.counted') }} AS rate_ppm
    FROM asked AS a
    JOIN {{ ref('seller_metrics') }} AS m ON m.programme = a.programme AND m.metric = a.metric
        AND m.verdict IN ('met', 'missed')
    JOIN {{ ref('seller_categories') }} AS c ON c.programme = m.programme AND c.seller_id = m.seller_id
    LEFT JOIN kept AS f ON f.programme = a.programme AND f.metric = a.metric
    WHERE f.metric IS NULL
),
ranked AS (
    SELECT
        *, row_number() OVER (PARTITION BY programme, metric, category ORDER BY rate_ppm) AS nth,
        count(*) OVER (PARTITION BY programme, metric, category) AS sellers
    FROM rated
),
-- Of n sellers the first by rate whose place is p per cent of n or more.
found AS (
    SELECT
        programme, policy_version, category, metric, percentile, sellers_needed, sellers,
        min(CASE WHEN nth * 100 >= percentile * sellers THEN rate_ppm END) AS rate_ppm
    FROM ranked
    GROUP BY programme, policy_version, category, metric, percentile, sellers_needed, sellers
),
together AS (
    SELECT * FROM kept
    UNION ALL
    SELECT
        programme, policy_version, {{ quoted(quarter) }} AS quarter, category, metric,
        CASE WHEN sellers < sellers_needed THEN 'few_sellers' ELSE 'measured' END AS because,
        CASE WHEN sellers >= sellers_needed THEN CAST(rate_ppm AS DOUBLE) / 1E6 END AS benchmark,
        sellers, sellers_needed, percentile, {{ run_date }} AS frozen_on
    FROM found
)
SELECT
    programme, policy_version, quarter, category, metric, because, benchmark, sellers, sellers_needed,
    percentile, frozen_on, {{ quarter_ends_on }} AS holds_until
FROM together
ORDER BY programme, category, metric
{% endif %}
