-- One row per region (and ALL), channel (and ALL) and step: how many of the applications have taken it, and
-- in how many days from the application half and nine in ten of those whose day is known had. Steps that
-- nobody notes have none.
WITH each AS (
    {{ by_region_and_channel() }}
),
noted AS (
    {{ steps_noted() }}
),
taken AS (
    {% for step in onboarding_steps %}
    {% if not loop.first %}UNION ALL{% endif %}

    SELECT
        of_region, of_channel, CAST({{ loop.index }} AS BIGINT) AS place, '{{ step }}' AS step,
        CASE WHEN {{ has_taken(step) }} THEN 1 ELSE 0 END AS has_taken,
        CASE WHEN {{ has_taken(step) }} THEN
            {{ 'decided' if step == 'approved' else step }}_on
        END AS taken_on, applied_on
    FROM each
    {% endfor %}
),
timed AS (
    SELECT
        *, count(taken_on) OVER (PARTITION BY of_region, of_channel, step) AS known,
        date_diff('day', applied_on, taken_on) AS days,
        row_number() OVER (
            PARTITION BY of_region, of_channel, step
            ORDER BY CASE WHEN taken_on IS NULL THEN 1 ELSE 0 END, date_diff('day', applied_on, taken_on)
        ) AS nth
    FROM taken
),
counted AS (
    SELECT
        of_region, of_channel, place, step, count(*) AS applications,
        CAST(sum(has_taken) AS BIGINT) AS reached, max(known) AS timed,
        -- The nearest rank: the least number of days that so large a part of them did not take longer than.
        min(CASE WHEN nth * 100 >= 50 * known THEN days END) AS median_days,
        min(CASE WHEN nth * 100 >= 90 * known THEN days END) AS most_days
    FROM timed
    GROUP BY of_region, of_channel, place, step
),
measured AS (
    SELECT
        c.*,
        CASE c.step
            {% for step in onboarding_steps %}
            WHEN '{{ step }}' THEN n.{{ step }} > 0
            {% endfor %}
        END AS is_measured
    FROM counted AS c
    CROSS JOIN noted AS n
)
SELECT
    of_region AS region, of_channel AS channel, place, step, is_measured, applications,
    CASE WHEN is_measured THEN reached END AS reached, CASE WHEN is_measured THEN timed END AS timed,
    median_days, most_days AS p90_days
FROM measured
ORDER BY region, channel, step
