-- One row per order that a review, return, case or conversation landed for since the base run, or
-- belonged to before.
-- Empty without a base run.
{% if not has_base %}
SELECT CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS order_id WHERE 1 = 0
{% else %}
WITH news AS (
    {% for s in event_sources %}{% if s.used %}
    SELECT seller_id, order_id FROM {{ accepted_news(s.name) }} AS {{ s.name }}_now
    UNION
    SELECT old.seller_id, old.order_id
    FROM {{ accepted(s.name) }} AS old
    JOIN {{ accepted_news(s.name) }} AS now ON now.{{ s.key }} = old.{{ s.key }}
    UNION
    {% endif %}{% endfor %}
    SELECT CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR) WHERE 1 = 0
)
SELECT seller_id, order_id FROM news WHERE order_id IS NOT NULL
{% endif %}
