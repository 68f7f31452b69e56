-- One row per seller and programme that has, or had, a probation: since when, how many orders a day, how many
-- there were, and by which way out it ended. It ends with the first night on which all that a way out asks
-- for is there, by the first of them in the policy, and does not begin again: an ended one is taken as the
-- last published run left it.
{% if not with_probation.length %}
SELECT * FROM {{ none_of('probations') }} AS none
{% else %}
WITH programmes AS (
    SELECT * FROM (
        VALUES
        {% for p in with_probation %}
        {{ ',' if not loop.first }} ({{ quoted(p.programme) }}, {{ quoted(p.version) }},
            CAST({{ p.a_day }} AS BIGINT))
        {% endfor %}
    ) AS t (programme, policy_version, a_day)
),
inside AS (
    SELECT
        d.seller_id, d.programme, p.policy_version, min(d.joined_on) AS since, p.a_day,
        CAST(sum(CASE WHEN d.placed_day = {{ run_date }} THEN d.placed ELSE 0 END) AS BIGINT) AS orders_today,
        max(d.placed) AS most_orders_a_day, count(CASE WHEN d.placed > p.a_day THEN 1 END) AS days_above
    FROM {{ ref('probation_days') }} AS d
    JOIN programmes AS p ON p.programme = d.programme
    GROUP BY d.seller_id, d.programme, p.policy_version, p.a_day
),
ways AS (
    SELECT seller_id, programme, exit, place
    FROM {{ ref('probation_exits') }} AS e
    GROUP BY seller_id, programme, exit, place
    HAVING count(CASE WHEN NOT met THEN 1 END) = 0
),
taken AS (
    SELECT *, row_number() OVER (PARTITION BY seller_id, programme ORDER BY place) AS nth
    FROM ways
),
all_of_them AS (
    SELECT
        i.seller_id, i.programme, i.policy_version,
        CASE WHEN t.exit IS NULL THEN 'in_probation' ELSE 'ended' END AS state, i.since,
        i.a_day AS orders_a_day_at_most, i.orders_today, i.most_orders_a_day, i.days_above, t.exit,
        CASE WHEN t.exit IS NOT NULL THEN {{ run_date }} END AS ended_on
    FROM inside AS i
    LEFT JOIN taken AS t ON t.seller_id = i.seller_id AND t.programme = i.programme AND t.nth = 1
    UNION ALL
    SELECT
        b.seller_id, b.programme, b.policy_version, b.state, b.since, b.orders_a_day_at_most,
        CAST(NULL AS BIGINT) AS orders_today, b.most_orders_a_day, b.days_above, b.exit, b.ended_on
    FROM {{ last_published('probations') }} AS b
    JOIN programmes AS p ON p.programme = b.programme
    WHERE b.state = 'ended'
)
SELECT
    a.seller_id, a.programme, a.policy_version, a.state, s.status, a.since, a.orders_a_day_at_most,
    a.orders_today, a.most_orders_a_day, a.days_above, a.exit, a.ended_on
FROM all_of_them AS a
LEFT JOIN {{ ref('sellers') }} AS s ON s.seller_id = a.seller_id
ORDER BY a.seller_id, a.programme
{% endif %}
