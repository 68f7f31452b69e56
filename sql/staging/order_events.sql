-- One row per order with a review, a return that is the seller's, or a case lost to the platform: when and what.
-- The review is the first of the order (by created_at, then review_id), each as first landed; later edits do not count.
-- Returns and cases are their newest versions. With a base run only orders that something landed for are gathered anew.
WITH
{% if has_base %}
news AS (
    SELECT seller_id, order_id FROM {{ accepted_news('reviews') }} AS r
    UNION
    SELECT seller_id, order_id FROM {{ accepted_news('returns') }} AS r
    UNION
    SELECT seller_id, order_id FROM {{ accepted_news('cases') }} AS c
    UNION
    SELECT old.seller_id, old.order_id
    FROM {{ accepted('reviews') }} AS old JOIN {{ accepted_news('reviews') }} AS now ON now.review_id = old.review_id
    UNION
    SELECT old.seller_id, old.order_id
    FROM {{ accepted('returns') }} AS old JOIN {{ accepted_news('returns') }} AS now ON now.return_id = old.return_id
    UNION
    SELECT old.seller_id, old.order_id
    FROM {{ accepted('cases') }} AS old JOIN {{ accepted_news('cases') }} AS now ON now.case_id = old.case_id
),
{% macro only_news(alias) %}
WHERE {{ alias }}.{{ 'review_id' if alias == 'r' else ('return_id' if alias == 't' else 'case_id') }} IN (
    SELECT o.{{ 'review_id' if alias == 'r' else ('return_id' if alias == 't' else 'case_id') }}
    FROM {{ accepted('reviews' if alias == 'r' else ('returns' if alias == 't' else 'cases')) }} AS o
    JOIN news AS n ON n.seller_id = o.seller_id AND n.order_id = o.order_id
)
{% endmacro %}
{% endif %}
first_landed AS (
    SELECT
        r.review_id, r.seller_id, r.order_id, r.rating, r.about, r.created_at,
        row_number() OVER (PARTITION BY r.review_id ORDER BY r.dt, r.updated_at, r.row_hash) AS version_rank
    FROM {{ accepted('reviews') }} AS r
    {% if has_base %}{{ only_news('r') }}{% endif %}
),
reviews AS (
    SELECT
        *, row_number() OVER (PARTITION BY seller_id, order_id ORDER BY created_at, review_id) AS nth
    FROM first_landed
    WHERE version_rank = 1
),
return_versions AS (
    SELECT
        t.seller_id, t.order_id, t.responsible, t.requested_at,
        row_number() OVER (PARTITION BY t.return_id ORDER BY t.updated_at DESC, t.dt DESC, t.row_hash DESC) AS version_rank
    FROM {{ accepted('returns') }} AS t
    {% if has_base %}{{ only_news('t') }}{% endif %}
),
case_versions AS (
    SELECT
        c.seller_id, c.order_id, c.outcome, c.resolved_by, c.opened_at, c.closed_at,
        row_number() OVER (PARTITION BY c.case_id ORDER BY c.updated_at DESC, c.dt DESC, c.row_hash DESC) AS version_rank
    FROM {{ accepted('cases') }} AS c
    {% if has_base %}{{ only_news('c') }}{% endif %}
),
events AS (
    SELECT
        seller_id, order_id, created_at AS reviewed_at, rating, about,
        CAST(NULL AS TIMESTAMP) AS returned_at, CAST(NULL AS TIMESTAMP) AS case_closed_at
    FROM reviews
    WHERE nth = 1
    UNION ALL
    SELECT
        seller_id, order_id, CAST(NULL AS TIMESTAMP), CAST(NULL AS INTEGER), CAST(NULL AS VARCHAR),
        requested_at, CAST(NULL AS TIMESTAMP)
    FROM return_versions
    WHERE version_rank = 1 AND responsible = 'seller'
    UNION ALL
    SELECT
        seller_id, order_id, CAST(NULL AS TIMESTAMP), CAST(NULL AS INTEGER), CAST(NULL AS VARCHAR),
        CAST(NULL AS TIMESTAMP), coalesce(closed_at, opened_at)
    FROM case_versions
    WHERE version_rank = 1 AND outcome = 'seller_fault' AND resolved_by = 'platform'
)
SELECT
    seller_id, order_id,
    max(reviewed_at) AS reviewed_at, max(rating) AS rating, max(about) AS about,
    min(returned_at) AS returned_at, min(case_closed_at) AS case_closed_at
FROM events
{% if has_base %}
WHERE EXISTS (SELECT 1 FROM news AS n WHERE n.seller_id = events.seller_id AND n.order_id = events.order_id)
{% endif %}
GROUP BY seller_id, order_id
{% if has_base %}
UNION ALL
SELECT b.seller_id, b.order_id, b.reviewed_at, b.rating, b.about, b.returned_at, b.case_closed_at
FROM {{ base('order_events') }} AS b
LEFT JOIN news AS n ON n.seller_id = b.seller_id AND n.order_id = b.order_id
WHERE n.order_id IS NULL
{% endif %}
