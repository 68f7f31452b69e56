-- One row per subject (order, conversation, landed outcome) and metric that an exemption would forgive if it
-- were a fault: the exemption with the smallest id among those that fit. What may be a fault is decided by
-- the rules themselves.
{% if not landed('exemptions') %}
SELECT
    CAST(NULL AS VARCHAR) AS subject, CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS subject_id,
    CAST(NULL AS VARCHAR) AS metric, CAST(NULL AS VARCHAR) AS exemption_id, CAST(NULL AS VARCHAR) AS reason
WHERE 1 = 0
{% else %}
{# The metrics of a subject that a row is at fault for, one row each. #}
{% macro fault_metrics(subject) %}
(
        VALUES ('?')
        {% for m in composed_measured(subject) %}
        , ('{{ m.metric }}')
        {% endfor %}
    ) AS a (metric)
{% endmacro %}
{% macro is_at_fault(m) %}
{% if m.metric == 'order_defect' %}
(
            1 = 0
            {% for part in defect_parts %}
            OR {{ is_fault('order_defect_' ~ part.metric ~ '_rule') }}
            {% endfor %}
        )
{%- else %}
{# A part may be at fault in its defect's view alone: the defect may be final before the part is. #}
(
            {{ is_fault(m.metric ~ '_rule') }}
        {% for part in defect_parts %}{% if part.metric == m.metric %}
        OR {{ is_fault('order_defect_' ~ part.metric ~ '_rule') }}
        {% endif %}{% endfor %}
        )
{%- endif %}
{% endmacro %}
{% macro at_fault(subject, id, order_id, carrier) %}
SELECT
        '{{ subject }}' AS subject, r.seller_id, r.{{ id }} AS subject_id, {{ order_id }} AS order_id,
            r.region,
        {{ carrier }} AS carrier, a.metric,
        CASE a.metric
            WHEN '?' THEN CAST(NULL AS DATE)
            {% for m in composed_measured(subject) %}
            WHEN '{{ m.metric }}' THEN r.{{ m.metric }}_day
            {% endfor %}
        END AS cohort_day
    FROM {{ subject }}_rules AS r
    CROSS JOIN {{ fault_metrics(subject) }}
    WHERE 1 = 0
        {% for m in composed_measured(subject) %}
        OR (a.metric = '{{ m.metric }}' AND {{ is_at_fault(m) }})
        {% endfor %}
{% endmacro %}
-- An exemption is found by the narrowest key it names, so that the join is an equality and none compares all
-- with all.
WITH keyed AS (
    SELECT
        *,
        CASE
            WHEN order_id IS NOT NULL THEN 'order'
            WHEN seller_id IS NOT NULL THEN 'seller'
            WHEN region IS NOT NULL THEN 'region'
            WHEN carrier IS NOT NULL THEN 'carrier'
            ELSE 'all'
        END AS key_kind,
        coalesce(order_id, seller_id, region, carrier, 'all') AS key_value
    FROM {{ ref('exemptions') }} AS every_exemption
),
order_rules AS (
    WITH facts AS (
        SELECT
            o.*
            {% for e in event_columns %}
            , e.{{ e.name }}
            {% endfor %}
            {{ due_of('order', 'refund') }}
        FROM {{ ref('orders') }} AS o
        LEFT JOIN {{ ref('order_events') }} AS e ON e.seller_id = o.seller_id AND e.order_id = o.order_id
        {{ join_due('order', 'o') }}
        WHERE o.order_id IN (SELECT key_value FROM keyed WHERE key_kind = 'order')
            OR o.seller_id IN (SELECT key_value FROM keyed WHERE key_kind = 'seller')
            OR o.region IN (SELECT key_value FROM keyed WHERE key_kind = 'region')
            OR o.carrier IN (SELECT key_value FROM keyed WHERE key_kind = 'carrier')
            OR 'all' IN (SELECT key_value FROM keyed WHERE key_kind = 'all')
    ),
    {{ decide_rules('order') }}
    SELECT * FROM ruled
),
conversation_rules AS (
    WITH facts AS (
        SELECT
            c.*
            {{ due_of('conversation', 'reply') }}
        FROM {{ ref('conversations') }} AS c
        {{ join_due('conversation', 'c') }}
    ),
    {{ decide_rules('conversation') }}
    SELECT * FROM ruled
),
-- Each source of subjects is read once and told apart by metric, not once per metric: Athena repeats what a
-- WITH names wherever it is used, and refuses a query of more than 150 stages.
subjects AS (
    {{ at_fault('order', 'order_id', 'r.order_id', 'r.carrier') }}
    UNION ALL
    {{ at_fault('conversation', 'conversation_id', 'r.order_id', 'CAST(NULL AS VARCHAR)') }}
    UNION ALL
    SELECT 'landed', seller_id, subject_id, subject_id, region, CAST(NULL AS VARCHAR), metric, cohort_day
    FROM {{ ref('landed_outcomes') }} AS l
    WHERE outcome = 'fault'
),
offered AS (
    SELECT
        s.*, k.kind AS key_kind,
        CASE k.kind
            WHEN 'order' THEN s.order_id
            WHEN 'seller' THEN s.seller_id
            WHEN 'region' THEN s.region
            WHEN 'carrier' THEN s.carrier
            ELSE 'all'
        END AS key_value
    FROM subjects AS s
    CROSS JOIN (VALUES ('order'), ('seller'), ('region'), ('carrier'), ('all')) AS k (kind)
),
chosen AS (
    SELECT s.subject, s.seller_id, s.subject_id, s.metric, min(e.exemption_id) AS exemption_id
    FROM offered AS s
    JOIN keyed AS e ON e.key_kind = s.key_kind AND e.key_value = s.key_value
    WHERE (e.seller_id IS NULL OR e.seller_id = s.seller_id)
        AND (e.region IS NULL OR e.region = s.region)
        AND (e.carrier IS NULL OR e.carrier = s.carrier)
        AND (e.metrics = 'all' OR strpos(e.metrics, '|' || s.metric || '|') > 0)
        AND (e.valid_from IS NULL OR s.cohort_day >= e.valid_from)
        AND (e.valid_to IS NULL OR s.cohort_day <= e.valid_to)
    GROUP BY s.subject, s.seller_id, s.subject_id, s.metric
)
SELECT c.subject, c.seller_id, c.subject_id, c.metric, c.exemption_id, e.reason
FROM chosen AS c
JOIN {{ ref('exemptions') }} AS e ON e.exemption_id = c.exemption_id
{% endif %}
