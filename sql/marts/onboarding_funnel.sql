-- One row per region (and ALL), channel (and ALL) and week in which applications were made: how many of them
-- have taken each step by the run date. A step that nobody notes has none.
WITH each AS (
    {{ by_region_and_channel() }}
),
noted AS (
    {{ steps_noted() }}
)
SELECT
    e.of_region AS region, e.of_channel AS channel, e.week,
    {% for step in onboarding_steps %}
    CASE WHEN max(n.{{ step }}) > 0 THEN count(CASE WHEN {{ has_taken(step) }} THEN 1 END) END AS {{ step }},
    {% endfor %}
    count(CASE WHEN e.status = 'rejected' THEN 1 END) AS rejected,
    count(CASE WHEN e.status = 'withdrawn' THEN 1 END) AS withdrawn,
    count(e.waits_for) AS waiting, count(CASE WHEN e.is_overdue THEN 1 END) AS overdue
FROM each AS e
CROSS JOIN noted AS n
GROUP BY e.of_region, e.of_channel, e.week
ORDER BY region, channel, week
