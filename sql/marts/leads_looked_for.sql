-- One row per lead and region (and ALL): of how many orders could be told, and what was found. A lead whose
-- sources did not land is not measured: of none of its orders could be told.
{# What a lead needs that is no column of orders under its own name. #}
{% set known = {
    buyer_id: 'buyer IS NOT NULL', identifiers: 'i.seller_id IS NOT NULL',
    enforcement_actions: '1 = 1' if landed('enforcement_actions') else '1 = 0'
} %}
WITH told AS (
    SELECT
        a.lead, o.region, count(*) AS orders,
        count(CASE WHEN
            {% for l in lead_rooms %}
            {% if not loop.first %}OR {% endif %}(a.lead = '{{ l.lead }}'
                {% for column in l.needs %}
                AND {{ known[column] or column ~ ' IS NOT NULL' }}
                {% endfor %}
            )
            {% endfor %}
            THEN 1 END) AS could_tell
    FROM {{ ref('recent_orders') }} AS o
    CROSS JOIN (
        VALUES
        {% for l in lead_rooms %}
        {% if not loop.first %}, {% endif %}('{{ l.lead }}')
        {% endfor %}
    ) AS a (lead)
    LEFT JOIN (
        SELECT DISTINCT seller_id FROM {{ ref('identifiers') }} AS every_identifier
    ) AS i ON i.seller_id = o.seller_id
    GROUP BY a.lead, o.region
),
found AS (
    SELECT
        lead, region, count(*) AS sellers, count(CASE WHEN status = 'open' THEN 1 END) AS open_sellers,
        CAST(sum(orders) AS BIGINT) AS signs
    FROM {{ ref('leads') }} AS f
    GROUP BY lead, region
),
whole AS (
    SELECT lead, count(DISTINCT seller_id) AS sellers,
        count(DISTINCT CASE WHEN status = 'open' THEN seller_id END) AS open_sellers,
        CAST(sum(orders) AS BIGINT) AS signs
    FROM {{ ref('leads') }} AS w
    GROUP BY lead
),
every AS (
    SELECT t.lead, t.region, t.orders, t.could_tell, f.sellers, f.open_sellers, f.signs
    FROM told AS t
    LEFT JOIN found AS f ON f.lead = t.lead AND f.region = t.region
    UNION ALL
    SELECT t.lead, 'ALL', t.orders, t.could_tell, w.sellers, w.open_sellers, w.signs
    FROM (
        SELECT lead, CAST(sum(orders) AS BIGINT) AS orders, CAST(sum(could_tell) AS BIGINT) AS could_tell
        FROM told
        GROUP BY lead
    ) AS t
    LEFT JOIN whole AS w ON w.lead = t.lead
)
SELECT
    e.lead, e.region,
    CASE e.lead
        {% for l in lead_rooms %}
        WHEN '{{ l.lead }}' THEN {{ "e.could_tell > 0" if l.looked_for else "1 = 0" }}
        {% endfor %}
    END AS is_measured,
    e.orders, e.could_tell, coalesce(e.signs, 0) AS signs, coalesce(e.sellers, 0) AS sellers,
    coalesce(e.open_sellers, 0) AS open_sellers, {{ day(1 - leads.look_back_days) }} AS first_day
FROM every AS e
ORDER BY e.lead, e.region
