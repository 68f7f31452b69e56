-- One row per order whose outcomes must be judged again although they were final on the base run: something
-- landed for it since, or what counts for it lies in an event that is not final. Orders that were not final
-- are judged anyway and need not be named here. Empty without a base run.
{% if not has_base %}
SELECT CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS order_id WHERE 1 = 0
{% else %}
WITH decided AS (
    -- Every version of an exemption that has news: the old scope is judged again as well as the new one.
    SELECT e.seller_id, e.order_id, e.region, e.carrier, e.valid_from, e.valid_to
    FROM {{ accepted('exemptions') }} AS e
    WHERE e.exemption_id IN (SELECT exemption_id FROM {{ accepted_news('exemptions') }} AS n)
),
touched AS (
    SELECT
        o.seller_id, o.order_id, o.region, o.carrier, o.first_day, o.final_day
        {% if uses('return_requested_at') %}
        , e.return_requested_at IS NOT NULL AS has_event_cohort
        {% else %}
        , 1 = 0 AS has_event_cohort
        {% endif %}
    FROM {{ ref('orders') }} AS o
    {% if uses('return_requested_at') %}
    LEFT JOIN {{ ref('order_events') }} AS e ON e.seller_id = o.seller_id AND e.order_id = o.order_id
    {% endif %}
)
SELECT seller_id, order_id FROM {{ accepted_news('orders') }} AS o
UNION
SELECT coalesce(e.seller_id, b.seller_id), coalesce(e.order_id, b.order_id)
FROM {{ ref('order_events') }} AS e
FULL OUTER JOIN {{ base('order_events') }} AS b ON b.seller_id = e.seller_id AND b.order_id = e.order_id
WHERE b.order_id IS NULL OR e.order_id IS NULL
    {% for c in event_columns %}
    OR e.{{ c.name }} IS DISTINCT FROM b.{{ c.name }}
    {% endfor %}
{% if uses('return_requested_at') %}
UNION
-- Three days more than the maturation: no local day is further from an instant's.
SELECT e.seller_id, e.order_id
FROM {{ ref('order_events') }} AS e
WHERE e.return_requested_at > CAST({{ base_date }} AS TIMESTAMP) - INTERVAL '{{ longest_maturation + 3 }}' DAY
{% endif %}
UNION
SELECT o.seller_id, o.order_id
FROM decided AS d
JOIN touched AS o ON o.order_id = d.order_id
UNION
SELECT o.seller_id, o.order_id
FROM decided AS d
CROSS JOIN touched AS o
WHERE d.order_id IS NULL
    AND (d.seller_id IS NULL OR d.seller_id = o.seller_id)
    AND (d.region IS NULL OR d.region = o.region)
    AND (d.carrier IS NULL OR d.carrier = o.carrier)
    AND (d.valid_from IS NULL OR d.valid_from <= o.final_day OR o.has_event_cohort)
    AND (d.valid_to IS NULL OR d.valid_to >= o.first_day)
{% endif %}
